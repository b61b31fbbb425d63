import { beforeEach, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createDay } from "@/prisma/factories/day";
import { createRegistration } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { NotFound } from "../result";
import { checkIn, checkOut, setAttendance } from "./commands";
import type { SetAttendanceInput } from "./schema";

let day: Awaited<ReturnType<typeof createDay>>;
beforeEach(async () => {
  day = await createDay();
});

const come = () => checkIn(day.people.anna.actor, { event: day.event.slug });
const note = (state: SetAttendanceInput["state"], version: number, actor = day.moderator) =>
  setAttendance(actor, { event: day.event.slug, registration: day.people.anna.registration.id, state, version });
const stored = () => db.attendance.findUnique({ where: { registrationId: day.people.anna.registration.id } });
const audit = async () => (await db.auditEntry.findMany({ where: { objectId: day.people.anna.registration.id }, orderBy: { at: "asc" } })).map(({ action }) => action);

test("who comes is here once, however often it is said", async () => {
  expect((await come()).ok).toBe(true);
  const first = await stored();
  expect((await come()).ok).toBe(true);
  expect(await stored()).toEqual(first);
  expect(first).toMatchObject({ state: "here", byId: day.people.anna.actor.userId, version: 1 });
  expect(first?.arrivedAt).toEqual(first?.since);
  expect(await audit()).toEqual(["attendance.here"]);
});

test("who says not to come, or leaves, is noted once, and can come again", async () => {
  const leave = () => checkOut(day.people.anna.actor, { event: day.event.slug });
  expect(await leave()).toMatchObject({ ok: true, value: { isPlaced: true } });
  expect((await leave()).ok).toBe(true);
  expect(await stored()).toMatchObject({ state: "absent", arrivedAt: null, version: 1 });
  await come();
  expect((await leave()).ok).toBe(true);
  expect(await stored()).toMatchObject({ state: "left", version: 3 });
  expect(await audit()).toEqual(["attendance.absent", "attendance.here", "attendance.left"]);
});

test("nobody can come before the doors open, nor after the end", async () => {
  const hour = 3_600_000;
  await db.event.update({ where: { id: day.event.id }, data: { startsAt: new Date(Date.now() + 2 * hour), endsAt: new Date(Date.now() + 3 * hour) } });
  expect(await come()).toEqual({ ok: false, reason: "too_early" });
  expect(await note("here", 0)).toEqual({ ok: false, reason: "too_early" });
  await db.event.update({ where: { id: day.event.id }, data: { startsAt: new Date(Date.now() - 2 * hour), endsAt: new Date(Date.now() - hour) } });
  expect(await come()).toEqual({ ok: false, reason: "event_over" });
  expect(await note("absent", 0)).toEqual({ ok: false, reason: "event_over" });
  expect(await stored()).toBeNull();
});

test("staff notes each step, and when somebody came stays known", async () => {
  expect(await note("left", 0)).toEqual({ ok: false, reason: "not_arrived" });
  expect((await note("absent", 0)).ok).toBe(true);
  expect(await stored()).toMatchObject({ state: "absent", arrivedAt: null, byId: day.moderator.userId });
  expect((await note("unknown", 1)).ok).toBe(true);
  expect(await stored()).toBeNull();
  expect((await note("here", 0)).ok).toBe(true);
  const arrivedAt = (await stored())?.arrivedAt;
  expect((await note("left", 1)).ok).toBe(true);
  expect(await stored()).toMatchObject({ state: "left", arrivedAt, version: 2 });
  expect(await note("unknown", 2)).toEqual({ ok: false, reason: "has_arrived" });
  // Comes again, by the own button.
  expect((await come()).ok).toBe(true);
  expect(await stored()).toMatchObject({ state: "here", arrivedAt, version: 3 });
  expect(await audit()).toEqual(["attendance.absent", "attendance.unknown", "attendance.here", "attendance.left", "attendance.here"]);
});

test("the same form twice changes nothing more, an old one nothing at all", async () => {
  await come();
  expect(await note("absent", 0)).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect(await note("absent", 7)).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect((await note("left", 1)).ok).toBe(true);
  expect((await note("left", 1)).ok).toBe(true);
  expect(await stored()).toMatchObject({ state: "left", version: 2 });
});

test("a participant who is not approved, or of another event, is nobody here", async () => {
  const other = await createDay();
  const pending = await createMember(day.people.anna.organisation.id);
  const { id } = await createRegistration({ eventId: day.event.id, organisationId: day.people.anna.organisation.id, userId: pending.userId, state: "pending" });
  await expect(checkIn(pending, { event: day.event.slug })).rejects.toThrow(NotFound);
  await expect(setAttendance(day.moderator, { event: day.event.slug, registration: id, state: "here", version: 0 })).rejects.toThrow(NotFound);
  await expect(setAttendance(day.moderator, { event: day.event.slug, registration: other.people.anna.registration.id, state: "here", version: 0 })).rejects.toThrow(NotFound);
  await expect(note("here", 0, await createStaff("moderator", other.programme.id))).rejects.toThrow(NotFound);
  expect(await db.attendance.count({ where: { registration: { eventId: { in: [day.event.id, other.event.id] } } } })).toBe(0);
});

test("the database keeps nobody here who has not come", async () => {
  const row = db.attendance.create({ data: { registrationId: day.people.anna.registration.id, state: "here" } });
  await expect(row).rejects.toThrow("Attendance_has_come");
});
