/** Fields of the largest form, and more. */
const mostFields = 1000;

/**
 * The fields that a form of the portal can have. Names such as "a[99999999]" stand for lists with as many places, and
 * nobody but an attacker writes them.
 */
export function plainFields(form: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of [...form].slice(0, mostFields)) {
    if (/^(?!constructor$|prototype$)[A-Za-z][\w-]{0,63}$/.test(name)) plain.append(name, value);
  }
  return plain;
}
