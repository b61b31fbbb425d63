import { expect, test } from "vitest";
import { attendanceObstacle, checkInObstacle } from "./rules";
import type { Attendance } from "./schema";

const event = { startsAt: new Date("2027-03-18T12:00:00Z"), endsAt: new Date("2027-03-18T14:00:00Z") };
const at = (time: string) => new Date(`2027-03-18T${time}:00Z`);
const known = (state: Attendance["state"], hasCome: boolean): Attendance => ({ state, since: at("12:00"), arrivedAt: hasCome ? at("12:00") : null, version: 1 });

test.each([
  ["10:59", "too_early"],
  ["11:00", null],
  ["13:59", null],
  ["14:00", "event_over"],
] as const)("at %s check-in: %s", (time, expected) => {
  expect(checkInObstacle(event, at(time))).toBe(expected);
});

test.each([
  [null, "here", "10:00", "too_early"],
  [null, "absent", "10:00", null],
  [null, "absent", "14:00", "event_over"],
  [null, "left", "13:00", "not_arrived"],
  [known("absent", false), "left", "13:00", "not_arrived"],
  [known("here", true), "left", "15:00", null],
  [known("absent", false), "unknown", "15:00", null],
  [known("absent", true), "unknown", "13:00", "has_arrived"],
] as const)("%o noted as %s at %s: %s", (before, wanted, time, expected) => {
  expect(attendanceObstacle(before, wanted, event, at(time))).toBe(expected);
});
