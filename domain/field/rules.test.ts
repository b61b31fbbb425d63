import { describe, expect, it } from "vitest";
import { fieldsOf, groupOfField, isField, isFieldGroup } from "./rules";
import { fieldCodes, fieldGroups } from "./schema";

describe("fields of activity", () => {
  it("has about fifty fields in eight groups, and no code twice", () => {
    expect(fieldGroups).toHaveLength(8);
    expect(fieldCodes).toHaveLength(53);
    expect(new Set([...fieldCodes, ...fieldGroups]).size).toBe(61);
  });

  it.each([
    ["custom_software", true, false, "software", ["custom_software"]],
    ["data", false, true, undefined, ["data_analytics", "machine_learning", "image_recognition", "geodata"]],
    ["witchcraft", false, false, undefined, []],
    ["toString", false, false, undefined, []],
  ])("%s: field %s, group %s, below %s", (...[code, field, group, parent, fields]) => {
    expect(isField(code)).toBe(field);
    expect(isFieldGroup(code)).toBe(group);
    expect(groupOfField(code)).toBe(parent);
    expect(fieldsOf(code)).toEqual(fields);
  });
});
