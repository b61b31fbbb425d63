import { expect, test } from "vitest";
import { planMove } from "./rules";

const at = (iso: string) => new Date(iso);
const slot = (number: number, from: string, to: string) => ({ id: `s${number}`, number, startsAt: at(from), endsAt: at(to) });
const event = {
  startsAt: at("2027-03-18T12:00:00Z"),
  endsAt: at("2027-03-18T14:15:00Z"),
  registrationOpensAt: at("2027-02-01T08:00:00Z"),
  registrationClosesAt: at("2027-03-16T22:59:00Z"),
  slots: [slot(1, "2027-03-18T12:15:00Z", "2027-03-18T12:29:00Z"), slot(2, "2027-03-18T13:51:00Z", "2027-03-18T14:05:00Z")],
};
const now = at("2027-03-01T00:00:00Z");

test("slots and the closing of the form keep their distance from the beginning", () => {
  expect(planMove(event, { startsAt: at("2027-03-19T10:00:00Z"), endsAt: at("2027-03-19T12:05:00Z") }, now)).toEqual({
    ok: true,
    value: {
      startsAt: at("2027-03-19T10:00:00Z"), endsAt: at("2027-03-19T12:05:00Z"), registrationClosesAt: at("2027-03-17T20:59:00Z"), by: 22 * 3_600_000,
      slots: [slot(1, "2027-03-19T10:15:00Z", "2027-03-19T10:29:00Z"), slot(2, "2027-03-19T11:51:00Z", "2027-03-19T12:05:00Z")],
    },
  });
});

test.each([
  ["event_begun", { ...event, startsAt: now }, "2027-03-19T10:00:00Z", "2027-03-19T12:15:00Z"],
  ["starts_in_past", event, "2027-03-01T00:00:00Z", "2027-03-01T02:15:00Z"],
  ["ends_before_start", event, "2027-03-19T10:00:00Z", "2027-03-19T10:00:00Z"],
  ["slots_outside_event", event, "2027-03-19T10:00:00Z", "2027-03-19T12:04:59Z"],
  ["closes_before_opens", { ...event, registrationOpensAt: at("2027-03-10T08:00:00Z") }, "2027-03-11T10:00:00Z", "2027-03-11T12:15:00Z"],
] as const)("%s", (reason, moved, startsAt, endsAt) => {
  expect(planMove(moved, { startsAt: at(startsAt), endsAt: at(endsAt) }, now)).toEqual({ ok: false, reason });
});

test("without a closing time none is made", () => {
  const plan = planMove({ ...event, registrationClosesAt: null, slots: [] }, { startsAt: at("2027-03-02T10:00:00Z"), endsAt: at("2027-03-02T11:00:00Z") }, now);
  expect(plan).toMatchObject({ ok: true, value: { registrationClosesAt: null, slots: [] } });
});
