import { expect, test } from "vitest";
import { isCountable, isHeld } from "./rules";

test.each([
  [{ rated: 5, organisations: 3 }, true],
  [{ rated: 4, organisations: 3 }, false],
  [{ rated: 5, organisations: 2 }, false],
  [{ rated: 0, organisations: 0 }, false],
])("%j may be counted: %s", (answers, expected) => {
  expect(isCountable(answers)).toBe(expected);
});

test.each([[-1, false], [0, true], [1, true]])("%i ms after its beginning a meeting is held: %s", (after, expected) => {
  const startsAt = new Date("2027-03-18T12:15:00Z");
  expect(isHeld({ startsAt }, new Date(startsAt.getTime() + after))).toBe(expected);
});
