type Field = Element & { form?: HTMLFormElement | null };

/** Somebody has typed here, as the field says by itself. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

/** Notes in which forms somebody types. `isAny`: whether such a form is still there, neither sent nor emptied. */
export function watchForms(): { isAny: () => boolean; stop: () => void } {
  // What was typed before the script had come.
  const edited = new Set([...document.forms].filter((form) => [...form.elements].some(isChanged)));
  const note = ({ target }: Event) => {
    const form = target instanceof Element ? (target as Field).form : null;
    if (form) edited.add(form);
  };
  // React empties a form that has been sent.
  const forget = ({ target }: Event) => {
    if (target instanceof HTMLFormElement) edited.delete(target);
  };
  document.addEventListener("input", note);
  document.addEventListener("reset", forget);
  return {
    isAny: () => [...edited].some((form) => form.isConnected),
    stop: () => {
      document.removeEventListener("input", note);
      document.removeEventListener("reset", forget);
    },
  };
}
