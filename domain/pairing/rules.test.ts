import { expect, test } from "vitest";
import { distribute, isProved, pairKey } from "./rules";

test("how many organisations have how many meetings", () => {
  expect(distribute([0, 2, 2, 1, 0, 4])).toEqual([2, 1, 2, 0, 1]);
  expect(distribute([])).toEqual([0]);
});

test("a pair has one name, whichever is named first", () => {
  expect([pairKey("a", "b"), pairKey("b", "a")]).toEqual(["a b", "a b"]);
});

test.each([
  { missing: [3, 3], worth: [10, 10], expected: true },
  { missing: [3, 2], worth: [10, 10], expected: false },
  { missing: [3, 3], worth: [10, 11], expected: false },
])("proved is what reaches both bounds: $missing, $worth", ({ missing, worth, expected }) => {
  const goal = ([value = 0, bound = 0]: number[]) => ({ value, bound });
  expect(isProved({ missing: goal(missing), worth: goal(worth) })).toBe(expected);
});
