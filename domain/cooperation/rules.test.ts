import { expect, test } from "vitest";
import { maySetStage } from "./rules";

test.each([
  [true, null, true], [true, true, true], [true, false, true],
  [false, null, false], [false, true, true], [false, false, false],
])("noted by the own side: %s, confirmed: %s, may say the stage: %s", (isAuthor, isConfirmed, expected) => {
  expect(maySetStage({ isAuthor, isConfirmed })).toBe(expected);
});
