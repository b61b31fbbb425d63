import { describe, expect, test } from "vitest";
import { chooseText, formState, isFull, isLinkOut, placesLeft } from "./rules";

const startsAt = new Date("2027-03-18T12:00:00Z");
const opens = new Date("2027-02-01T08:00:00Z");
const closes = new Date("2027-03-16T22:59:00Z");
const event = { registrationOpensAt: opens, registrationClosesAt: closes, startsAt };
const at = (iso: string) => new Date(iso);
const free = { capacity: 10, held: 9, waiting: 0 };
const taken = { capacity: 10, held: 10, waiting: 0 };

describe("formState", () => {
  test.each([
    ["no time of opening is set", { ...event, registrationOpensAt: null }, free, "2027-02-10T00:00:00Z", "soon"],
    ["just before it opens", event, free, "2027-02-01T07:59:59.999Z", "soon"],
    ["soon although full", event, taken, "2027-01-01T00:00:00Z", "soon"],
    ["as it opens", event, free, "2027-02-01T08:00:00Z", "open"],
    ["the last place taken", event, taken, "2027-02-10T00:00:00Z", "full"],
    ["a free place that somebody waits for", event, { ...free, waiting: 1 }, "2027-02-10T00:00:00Z", "full"],
    ["no limit", event, { capacity: null, held: 500, waiting: 0 }, "2027-02-10T00:00:00Z", "open"],
    ["just before it closes", event, free, "2027-03-16T22:58:59.999Z", "open"],
    ["as it closes", event, free, "2027-03-16T22:59:00Z", "closed"],
    ["closed although full", event, taken, "2027-03-17T00:00:00Z", "closed"],
    ["no time of closing, before the event", { ...event, registrationClosesAt: null }, free, "2027-03-18T11:59:59Z", "open"],
    ["no time of closing, the event has begun", { ...event, registrationClosesAt: null }, free, "2027-03-18T12:00:00Z", "closed"],
    ["never opened, the event is over", { ...event, registrationOpensAt: null }, free, "2027-03-19T00:00:00Z", "closed"],
  ] as const)("%s", (_, form, places, now, expected) => {
    expect(formState(form, places, at(now))).toBe(expected);
  });
});

test.each([
  [{ capacity: null, held: 3, waiting: 0 }, false, null],
  [{ capacity: 4, held: 3, waiting: 0 }, false, 1],
  [{ capacity: 4, held: 4, waiting: 0 }, true, 0],
  [{ capacity: 4, held: 6, waiting: 0 }, true, 0],
  [{ capacity: 4, held: 3, waiting: 2 }, true, 1],
] as const)("places %o", (places, full, left) => {
  expect(isFull(places)).toBe(full);
  expect(placesLeft(places)).toBe(left);
});

test.each([
  [3, "2027-03-15T11:59:59.999Z", false],
  [3, "2027-03-15T12:00:00Z", true],
  [0, "2027-03-18T11:59:59Z", false],
  [0, "2027-03-18T12:00:00Z", true],
  [3, "2027-03-18T13:00:00Z", true],
] as const)("the link is out %i days before, at %s: %s", (linkDaysBefore, now, expected) => {
  expect(isLinkOut({ startsAt, linkDaysBefore }, at(now))).toBe(expected);
});

test("a text falls back to English, then to any", () => {
  const [en, de, pl] = [{ locale: "en" }, { locale: "de" }, { locale: "pl" }];
  expect(chooseText([en, de, pl], "pl")).toBe(pl);
  expect(chooseText([de, en], "pl")).toBe(en);
  expect(chooseText([de], "pl")).toBe(de);
  expect(chooseText([], "pl")).toBeUndefined();
});
