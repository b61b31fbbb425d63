import { describe, expect, test } from "vitest";
import { textSchema } from "./input";

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
