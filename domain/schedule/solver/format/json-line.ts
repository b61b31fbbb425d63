import type { Path } from "./defect";

/** Where the value that begins at `at` is over. */
function skipValue(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"') index = skipString(text, index) - 1;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") {
      if (depth === 0) return index;
      depth -= 1;
    } else if (sign === "," && depth === 0) return index;
  }
  return text.length;
}

function skipString(text: string, at: number): number {
  let index = at + 1;
  while (index < text.length && text.charAt(index) !== '"') index += text.charAt(index) === "\\" ? 2 : 1;
  return index + 1;
}

function skipBlanks(text: string, at: number): number {
  let index = at;
  while (/\s/.test(text.charAt(index))) index += 1;
  return index;
}

/** Where the member or item of the object or list at `at` begins; undefined where it has none such. */
function enter(text: string, at: number, step: string | number): number | undefined {
  const isObject = text.charAt(at) === "{";
  if (!isObject && text.charAt(at) !== "[") return undefined;
  let index = skipBlanks(text, at + 1);
  for (let count = 0; index < text.length && !"]}".includes(text.charAt(index)); count += 1) {
    let name: unknown = count;
    if (isObject) {
      const end = skipString(text, index);
      name = JSON.parse(text.slice(index, end));
      index = skipBlanks(text, skipBlanks(text, end) + 1);
    }
    if (name === step) return index;
    index = skipValue(text, index);
    if (text.charAt(index) === ",") index = skipBlanks(text, index + 1);
  }
  return undefined;
}

/** The line, counted from 1, of a value in a valid JSON text; where it is missing, that of what should hold it. */
export function lineOfPath(text: string, path: Path): number {
  let at = skipBlanks(text, 0);
  for (const step of path) {
    const next = enter(text, at, step);
    if (next === undefined) break;
    at = next;
  }
  return text.slice(0, at).split("\n").length;
}
