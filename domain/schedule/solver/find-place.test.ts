import { expect, test } from "vitest";
import { countBreaks, listPlaces, type Day, type Seeker, type Taken } from "./find-place";

const slots = [1, 2, 3, 4].map((number) => ({
  id: `s${number}`,
  number,
  startsAt: new Date(`2027-03-18T1${number}:00:00Z`),
  endsAt: new Date(`2027-03-18T1${number}:14:00Z`),
}));
const person = (userId: string, slotIds: string[], elsewhereSlotIds: string[] = []): Seeker => ({ userId, slotIds, elsewhereSlotIds });
const all = ["s1", "s2", "s3"];
const room = (id: string, isClosed = false) => ({ id, name: `Room ${id}`, isClosed });
const day = (more: Partial<Day> = {}): Day => ({
  now: new Date("2027-01-01T00:00:00Z"),
  slots,
  rooms: [room("r1"), room("r2")],
  persons: [person("a", all), person("b", all)],
  ...more,
});
const taken = (slotId: string, roomId: string, ...userIds: string[]): Taken => ({ meetingId: `${slotId}${roomId}`, slotId, roomId, userIds });

test.each([
  ["any slot, the first room", day(), [], ["s1 r1", "s2 r1", "s3 r1"]],
  ["another room of the first slot", day(), [taken("s1", "r1", "c", "d")], ["s1 r2", "s2 r1", "s3 r1"]],
  ["a room that is open", day({ rooms: [room("r1", true), room("r2")] }), [], ["s1 r2", "s2 r2", "s3 r2"]],
  ["one of them is in another meeting", day(), [taken("s1", "r2", "b", "c")], ["s2 r1", "s3 r1"]],
  ["no room is left in the first slot", day(), [taken("s1", "r1", "c", "d"), taken("s1", "r2", "e", "f")], ["s2 r1", "s3 r1"]],
  ["both are available in one slot", day({ persons: [person("a", ["s1", "s3"]), person("b", ["s2", "s3"])] }), [], ["s3 r1"]],
  ["another event has one of them", day({ persons: [person("a", all, ["s1"]), person("b", all)] }), [], ["s2 r1", "s3 r1"]],
  ["the first slot has begun", day({ now: new Date("2027-03-18T11:00:00Z") }), [], ["s2 r1", "s3 r1"]],
  ["the fewest breaks of the two", day(), [taken("s4", "r1", "a", "c"), taken("s4", "r2", "b", "d")], ["s3 r1", "s1 r1", "s2 r1"]],
  ["a slot that ends a break of one of them", day(), [taken("s1", "r1", "a", "c"), taken("s3", "r1", "a", "d")], ["s2 r1"]],
])("%s", (_, given, others, expected) => {
  const found = listPlaces(given, others);
  expect("places" in found && found.places.map(({ slotId, roomId }) => `${slotId} ${roomId}`)).toEqual(expected);
});

test.each([
  ["they are never both available", day({ persons: [person("a", ["s1"]), person("b", ["s2"])] }), [], "no_common_slot"],
  ["the event is over", day({ now: new Date("2027-03-18T20:00:00Z") }), [], "no_common_slot"],
  ["their common slots are taken", day({ persons: [person("a", ["s1"]), person("b", all)] }), [taken("s1", "r1", "a", "c")], "common_slots_taken"],
  ["rooms are full", day({ persons: [person("a", ["s1"]), person("b", all)], rooms: [room("r1")] }), [taken("s1", "r1", "c", "d")], "rooms_full"],
  ["all rooms are closed", day({ rooms: [room("r1", true)] }), [], "rooms_full"],
])("no place: %s", (_, given, others, reason) => {
  expect(listPlaces(given, others)).toEqual({ reason });
});

test.each([
  [[], 0], [["s2"], 0], [["s1", "s2", "s3"], 0], [["s1", "s3"], 1], [["s1", "s4"], 1], [["s1", "s2", "s4"], 1],
])("breaks of %j: %i", (slotIds, breaks) => {
  expect(countBreaks(slots, new Set(slotIds))).toBe(breaks);
});
