import { describe, expect, test } from "vitest";
import { lineSchema, pageOf, textSchema } from "./input";

describe("textSchema", () => {
  const schema = textSchema({ min: 2, max: 10 });

  test("composes, trims and keeps lines", () => {
    expect(schema.parse(" Łódz\u0301\r\nund ")).toBe("Łódź\nund");
  });

  test.each([11, 40, 41, 1_000_000])("says the limit that holds of %i characters", (length) => {
    const { error } = schema.safeParse("x".repeat(length));
    expect(error?.issues.map(({ code, ...issue }) => [code, "maximum" in issue ? issue.maximum : null])).toEqual([["too_big", 10]]);
  });
});

describe("lineSchema", () => {
  const schema = lineSchema({ min: 2, max: 10 });

  test("makes blanks of tabs and other controls that come with what is pasted", () => {
    expect(schema.parse("\tnew\tto\u0085us\u009F")).toBe("new to us");
    expect(schema.safeParse("\t\u0080x").error?.issues.map(({ code }) => code)).toEqual(["too_small"]);
  });

  test("refuses a second line", () => {
    expect(schema.safeParse("new\nto us").error?.issues.map(({ message }) => message)).toEqual(["one_line"]);
  });
});

test.each([[1, [1, 2], 1], [3, [5], 3], [4, [5], 3], [10_000, [5], 3]])("page %i of a list, or its last one", (wanted, shown, page) => {
  expect(pageOf([1, 2, 3, 4, 5], 2, wanted)).toEqual({ shown, page, pageCount: 3 });
});

test("an empty list has one page", () => {
  expect(pageOf([], 2, 7)).toEqual({ shown: [], page: 1, pageCount: 1 });
});
