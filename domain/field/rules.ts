import { type FieldCode, type FieldGroup, fieldCodes, fieldGroups, fieldTree } from "./schema";

const groupByField = new Map<string, FieldGroup>(
  fieldGroups.flatMap((group) => fieldTree[group].map((code) => [code, group] as const)),
);

/** The code is a field that can be chosen as a tag. */
export function isField(code: string): code is FieldCode {
  return groupByField.has(code);
}

/** The code is a group of fields. */
export function isFieldGroup(code: string): code is FieldGroup {
  return Object.hasOwn(fieldTree, code);
}

/** The group of a field; undefined for an unknown code. */
export function groupOfField(code: string): FieldGroup | undefined {
  return groupByField.get(code);
}

/** The fields that a code of a filter stands for: a group's fields, the field itself, or none. */
export function fieldsOf(code: string): readonly FieldCode[] {
  if (isFieldGroup(code)) return fieldTree[code];
  return fieldCodes.filter((field) => field === code);
}
