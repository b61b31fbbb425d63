import { expect, test } from "vitest";
import { findPlace, type Day, type Seeker, type Taken } from "./find-place";

const slots = [1, 2, 3].map((number) => ({
  id: `s${number}`,
  number,
  startsAt: new Date(`2027-03-18T1${number}:00:00Z`),
  endsAt: new Date(`2027-03-18T1${number}:14:00Z`),
}));
const person = (userId: string, slotIds: string[], elsewhereSlotIds: string[] = []): Seeker => ({ userId, slotIds, elsewhereSlotIds });
const all = ["s1", "s2", "s3"];
const day = (more: Partial<Day> = {}): Day => ({
  now: new Date("2027-01-01T00:00:00Z"),
  slots,
  rooms: [{ id: "r1", name: "Room 1" }, { id: "r2", name: "Room 2" }],
  persons: [person("a", all), person("b", all)],
  ...more,
});
const taken = (slotId: string, roomId: string, ...userIds: string[]): Taken => ({ meetingId: `${slotId}${roomId}`, slotId, roomId, userIds });

test.each([
  ["the first slot and room", day(), [], { place: { slotId: "s1", roomId: "r1" } }],
  ["another room of the first slot", day(), [taken("s1", "r1", "c", "d")], { place: { slotId: "s1", roomId: "r2" } }],
  ["one of them is in another meeting", day(), [taken("s1", "r2", "b", "c")], { place: { slotId: "s2", roomId: "r1" } }],
  ["no room is left in the first slot", day(), [taken("s1", "r1", "c", "d"), taken("s1", "r2", "e", "f")], { place: { slotId: "s2", roomId: "r1" } }],
  ["both are available in one slot", day({ persons: [person("a", ["s1", "s3"]), person("b", ["s2", "s3"])] }), [], { place: { slotId: "s3", roomId: "r1" } }],
  ["another event has one of them", day({ persons: [person("a", all, ["s1"]), person("b", all)] }), [], { place: { slotId: "s2", roomId: "r1" } }],
  ["the first slot has begun", day({ now: new Date("2027-03-18T11:00:00Z") }), [], { place: { slotId: "s2", roomId: "r1" } }],
  ["they are never both available", day({ persons: [person("a", ["s1"]), person("b", ["s2"])] }), [], { reason: "no_common_slot" }],
  ["the event is over", day({ now: new Date("2027-03-18T20:00:00Z") }), [], { reason: "no_common_slot" }],
  ["their common slots are taken", day({ persons: [person("a", ["s1"]), person("b", all)] }), [taken("s1", "r1", "a", "c")], { reason: "common_slots_taken" }],
  ["rooms are full", day({ persons: [person("a", ["s1"]), person("b", all)], rooms: [{ id: "r1", name: "" }] }), [taken("s1", "r1", "c", "d")], { reason: "rooms_full" }],
])("%s", (_, given, others, expected) => {
  expect(findPlace(given, others)).toEqual(expected);
});
