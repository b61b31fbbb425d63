import { expect, test } from "vitest";
import { draftSlots } from "@/prisma/factories/draft";
import { isDayOf, isShownRoom, nextChange, phaseOf, shownSlots } from "./rules";
import type { BoardPerson } from "./schema";

// Slots at 11:00, 12:00 and 13:00 of 14 minutes each.
const event = { startsAt: new Date("2027-03-18T10:30:00Z"), endsAt: new Date("2027-03-18T14:00:00Z"), timeZone: "Europe/Berlin" };
const at = (time: string, day = 18) => new Date(`2027-03-${day}T${time}:00Z`);

test.each([
  [at("09:00"), "before", ["next 1"], at("10:30"), true],
  [at("10:45"), "running", ["next 1"], at("11:00"), true],
  [at("11:00"), "running", ["now 1", "next 2"], at("11:14"), true],
  [at("11:14"), "running", ["next 2"], at("12:00"), true],
  [at("13:13"), "running", ["now 3"], at("13:14"), true],
  [at("13:30"), "running", ["last 3"], at("14:00"), true],
  [at("14:00"), "after", ["last 3"], null, false],
  [at("10:00", 17), "before", ["next 1"], at("10:30"), false],
] as const)("at %o", (now, phase, shown, change, isDay) => {
  expect(phaseOf(event, now)).toBe(phase);
  expect(shownSlots(draftSlots, now).map(({ when, number }) => `${when} ${number}`)).toEqual(shown);
  expect(nextChange(event, draftSlots, now)).toEqual(change);
  expect(isDayOf(event, now)).toBe(isDay);
});

test("an event without slots has nothing to show", () => {
  expect([shownSlots([], at("12:00")), nextChange(event, [], at("12:00"))]).toEqual([[], at("14:00")]);
});

const person = (name: string, isHere: boolean): BoardPerson => ({
  registrationId: name,
  personName: name,
  organisation: { id: name, slug: name, name: `${name} GmbH`, country: "DE" },
  attendance: isHere ? { state: "here", since: at("11:00"), arrivedAt: at("11:00"), version: 1 } : null,
});
const room = (...meetings: ([boolean, boolean] | null)[]) => ({
  id: "r1", number: 1, name: "Quay", kind: "table" as const, isClosed: false,
  meetings: meetings.map((sides) => sides && { id: "m1", sides: [person("Anna", sides[0]), person("Bernd", sides[1])] }),
});

test.each([
  [room([true, true], null), ["all", "free"]],
  [room([true, false], null), ["all", "missing", "free"]],
  [room([true, true], [true, false]), ["all", "missing"]],
  [{ ...room(null, null), isClosed: true }, ["all"]],
] as const)("which rooms are shown: %#", (one, shows) => {
  expect((["all", "missing", "free"] as const).filter((show) => isShownRoom(one, { show, q: "" }))).toEqual(shows);
});

test("a room is found by its name and by who is in it", () => {
  const found = ["quay", "ANNA", "bernd gm", "cora"].map((q) => isShownRoom(room([true, true]), { show: "all", q }));
  expect(found).toEqual([true, true, true, false]);
});
