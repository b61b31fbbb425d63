import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { getProgress } from "@/domain/event/queries";
import { limits } from "@/domain/limit/rules";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { exportRegistrations } from "./commands/export-registrations";
import { listRegistrations } from "./queries/list-registrations";

let event: Awaited<ReturnType<typeof createEvent>>;
let people: Awaited<ReturnType<typeof createParticipant>>[];

beforeAll(async () => {
  const programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id, capacity: 9 });
  people = [await createParticipant(event), await createParticipant(event, "DE"), await createParticipant(event)];
  await db.registration.update({ where: { id: people[1]?.registration.id ?? "" }, data: { state: "pending" } });
  await createParticipant(await createEvent({ programmeId: programme.id }));
});

test("staff of the event see who registered for it, and nobody else of the programme", async () => {
  const staff = await createStaff("moderator", event.programmeId, event.id);
  const rows = await listRegistrations(staff, event.slug);
  expect(rows.map(({ id, state, organisation, slotIds }) => [id, state, organisation.country, organisation.isAdmitted, slotIds.length])).toEqual([
    [people[0]?.registration.id, "approved", "PL", true, 7],
    [people[1]?.registration.id, "pending", "DE", true, 7],
    [people[2]?.registration.id, "approved", "PL", true, 7],
  ]);
});

test("an export is written down and limited", async () => {
  const staff = await createStaff("organiser", event.programmeId);
  const result = await exportRegistrations(staff, event.slug);
  expect(result.ok && [result.value.rows.length, result.value.slots.length]).toEqual([3, 7]);
  const entries = await db.auditEntry.findMany({ where: { action: "registration.export" } });
  expect(entries.map(({ actorId, eventId, details }) => ({ actorId, eventId, details }))).toEqual([
    { actorId: staff.userId, eventId: event.id, details: { rows: 3 } },
  ]);
  for (let count = 1; count < limits.export.points; count += 1) await exportRegistrations(staff, event.slug);
  expect(await exportRegistrations(staff, event.slug)).toEqual({ ok: false, reason: "too_many_attempts" });
});

test("the event's progress in numbers", async () => {
  const [one, , other] = people;
  if (!one || !other) throw new Error("unreachable");
  const staff = await createStaff("moderator", event.programmeId);
  const meeting = await createMeeting(one, other);
  const before = await getProgress(staff, event.slug);
  expect(before).toEqual({
    kind: "matchmaking",
    form: "open",
    hasOpening: true,
    hasLink: true,
    toDecide: 1,
    meetings: 1,
    placed: 0,
    released: null,
    places: { capacity: 9, held: 3, waiting: 0 },
  });
  expect(JSON.stringify(before)).not.toContain("zoom.example");
  await db.placement.create({ data: { meetingId: meeting.id, eventId: event.id, slotId: event.slots[0]?.id ?? "", roomId: event.rooms[0]?.id ?? "" } });
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1, takenBackAt: new Date() } });
  expect(await getProgress(staff, event.slug)).toMatchObject({ placed: 1, released: null });
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 2 } });
  expect(await getProgress(staff, event.slug)).toMatchObject({ released: 2 });
});

test("none of it for others", async () => {
  const foreign = await createStaff("organiser", (await createProgramme()).id);
  for (const read of [listRegistrations, exportRegistrations, getProgress]) {
    await expect(read(foreign, event.slug)).rejects.toThrow(NotFound);
    await expect(read(people[0]?.actor ?? visitor, event.slug)).rejects.toThrow(NotFound);
    await expect(read(visitor, event.slug)).rejects.toThrow(SignedOut);
  }
});
