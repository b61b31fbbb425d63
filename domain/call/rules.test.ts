import { expect, test } from "vitest";
import { dayRefusal, endOf, stateOf } from "./rules";

const now = new Date("2027-03-18T12:00:00Z");
const later = new Date("2027-03-19T12:00:00Z");

test.each([[null, later, "open"], [null, now, "closed"], [now, later, "hidden"], [now, now, "hidden"]] as const)("hidden at %s, closing at %s: %s", (hiddenAt, closesAt, expected) => {
  expect(stateOf({ hiddenAt, closesAt }, now)).toBe(expected);
});

test.each([["2027-03-17", "in_past"], ["2027-03-18", null], ["2027-06-16", null], ["2027-06-18", "too_far"]])("a call until %s: %s", (until, expected) => {
  expect(dayRefusal(endOf(until, "Europe/Berlin"), now)).toBe(expected);
});

test("the last day ends in the programme's zone", () => {
  expect(endOf("2027-07-01", "Europe/Berlin")).toEqual(new Date("2027-07-01T21:59:59Z"));
});
