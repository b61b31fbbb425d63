import { beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createRegistration } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { removePlacement } from "./edit-draft";
import { releaseSchedule } from "./release-schedule";
import { takeBackSchedule } from "./take-back-schedule";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;
const first = { ok: true, value: { number: 1 } };

// A circle of four: 1 and 3 share nobody, nor do 2 and 4.
beforeEach(async () => {
  pool = await createPool(4);
  await placeCircle(pool);
});

async function placeCircle({ event, meetings }: Pool) {
  const places = [[0, 0], [1, 0], [0, 1], [1, 1]] as const;
  for (const [index, meeting] of meetings.entries()) await createPlacement(event, meeting.id, places[index] ?? [0, 0]);
}

async function release(actor: Actor = pool.moderator, after = 0, { event } = pool) {
  const { revision } = await loadDraft(db, event.id);
  return releaseSchedule(actor, { event: event.slug, revision, after });
}

async function countRows({ event } = pool) {
  const ofEvent = { meeting: { eventId: event.id } };
  const [seats, versions, entries] = await Promise.all([
    db.seat.count({ where: ofEvent }),
    db.scheduleVersion.count({ where: { eventId: event.id } }),
    db.scheduleEntry.count({ where: ofEvent }),
  ]);
  return { seats, versions, entries };
}

const idOf = (index: number) => pool.meetings[index]?.id ?? "";
const mails = async (kind: string) => {
  const sent = await db.mail.findMany({ where: { kind, params: { path: ["path"], equals: `/events/${pool.event.slug}/agenda` } }, select: { key: true, params: true } });
  return sent.map(({ key, params }) => ({ registration: key.split("/").at(-1) ?? "", version: (params as { version?: number }).version }));
};

describe("a release", () => {
  test("is a frozen, numbered version with a seat for everybody and every room, told to each once", async () => {
    expect(await release()).toEqual({ ok: true, value: { number: 1 } });
    expect(await countRows()).toEqual({ seats: 12, versions: 1, entries: 4 });
    const seats = await db.seat.findMany({ where: { meetingId: idOf(0) }, select: { resourceKind: true, resourceId: true, slotId: true } });
    const persons = [pool.participants[0], pool.participants[1]].map((one) => one?.actor.userId ?? "");
    expect(seats.map(({ resourceId }) => resourceId).toSorted()).toEqual([...persons, pool.event.rooms[0]?.id ?? ""].toSorted());
    expect(new Set(seats.map(({ slotId }) => slotId))).toEqual(new Set([pool.event.slots[0]?.id]));
    const told = await mails("schedule_released");
    expect(told.toSorted((a, b) => a.registration.localeCompare(b.registration))).toEqual(
      pool.participants.map(({ registration }) => ({ registration: registration.id, version: 1 })).toSorted((a, b) => a.registration.localeCompare(b.registration)),
    );
    const version = await db.scheduleVersion.findFirstOrThrow({ where: { eventId: pool.event.id } });
    expect(version).toMatchObject({ number: 1, releasedById: pool.moderator.userId, takenBackAt: null });
    const audit = await db.auditEntry.findMany({ where: { objectId: version.id }, select: { action: true, actorId: true, details: true } });
    expect(audit).toEqual([{ action: "schedule.release", actorId: pool.moderator.userId, details: { number: 1, entries: 4, changes: 4 } }]);
  });

  test("the next one replaces all seats and tells those for whom something changes", async () => {
    await release();
    const placement = await db.placement.findUniqueOrThrow({ where: { meetingId: idOf(0) } });
    await removePlacement(pool.moderator, { event: pool.event.slug, meeting: idOf(0), version: placement.version });
    await db.placement.update({ where: { meetingId: idOf(1) }, data: { slotId: pool.event.slots[2]?.id ?? "" } });
    expect(await release(pool.moderator, 1)).toEqual({ ok: true, value: { number: 2 } });
    expect(await countRows()).toEqual({ seats: 9, versions: 2, entries: 7 });
    const second = (await mails("schedule_changed")).filter(({ version }) => version === 2).map(({ registration }) => registration);
    expect(second.toSorted()).toEqual(pool.participants.slice(0, 3).map(({ registration }) => registration.id).toSorted());
  });

  test("sent twice is one version and one answer", async () => {
    const { revision } = await loadDraft(db, pool.event.id);
    const input = { event: pool.event.slug, revision, after: 0 };
    expect([await releaseSchedule(pool.moderator, input), await releaseSchedule(pool.moderator, input)]).toEqual(
      [first, first],
    );
    expect(await countRows()).toEqual({ seats: 12, versions: 1, entries: 4 });
  });

  test("is refused to a moderator who saw another draft, or another version", async () => {
    const { revision } = await loadDraft(db, pool.event.id);
    await db.placement.update({ where: { meetingId: idOf(0) }, data: { roomId: pool.event.rooms[2]?.id ?? "" } });
    const refused = { ok: false, reason: "changed_meanwhile" };
    expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toEqual(refused);
    await release();
    const other = await createStaff("moderator", pool.programme.id);
    expect(await release(other, 0)).toEqual(refused);
    expect(await countRows()).toEqual({ seats: 12, versions: 1, entries: 4 });
  });

  test("with nothing placed is refused", async () => {
    await db.placement.deleteMany({ where: { eventId: pool.event.id } });
    expect(await release()).toEqual({ ok: false, reason: "nothing_placed" });
  });
});

describe("what is impossible blocks a release and is named, and nothing is left behind", () => {
  const slot = (index: number) => pool.event.slots[index]?.id ?? "";
  const room = (index: number) => pool.event.rooms[index]?.id ?? "";

  async function expectBlocked(kind: string) {
    expect(await release()).toMatchObject({ ok: false, reason: "impossible", warnings: [{ kind }] });
    expect(await countRows()).toEqual({ seats: 0, versions: 0, entries: 0 });
    expect(await mails("schedule_released")).toEqual([]);
  }

  test("a person twice", async () => {
    await db.placement.update({ where: { meetingId: idOf(1) }, data: { slotId: slot(0), roomId: room(3) } });
    await db.placement.delete({ where: { meetingId: idOf(2) } });
    await expectBlocked("person_twice");
  });

  test("a room twice", async () => {
    await db.placement.update({ where: { meetingId: idOf(2) }, data: { roomId: room(0) } });
    await expectBlocked("room_twice");
  });

  test("a person who has left", async () => {
    await db.placement.deleteMany({ where: { meetingId: { not: idOf(0) } } });
    await db.registration.update({ where: { id: pool.participants[0]?.registration.id ?? "" }, data: { state: "cancelled" } });
    await expectBlocked("person_cancelled");
  });

  test("a meeting that was cancelled behind the portal's back", async () => {
    await db.meeting.update({ where: { id: idOf(0) }, data: { state: "cancelled" } });
    await expectBlocked("meeting_cancelled");
  });

  test("a person whom another event has at that time", async () => {
    const { programme, participants } = pool;
    const event = await createEvent({ programmeId: programme.id });
    const [one, other] = await Promise.all(participants.slice(0, 2).map(async ({ organisation, actor }) => ({
      organisation,
      actor,
      registration: await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: actor.userId }),
    })));
    if (!one || !other) throw new Error("two participants");
    const meeting = await createMeeting(one, other);
    await createPlacement(event, meeting.id, [0, 0]);
    const staff = await createStaff("moderator", programme.id);
    expect(await release(staff, 0, { ...pool, event })).toEqual({ ok: true, value: { number: 1 } });
    await db.placement.deleteMany({ where: { eventId: pool.event.id, meetingId: { not: idOf(0) } } });
    await expectBlocked("person_elsewhere");
  });
});

test("what may be overridden does not block a release", async () => {
  await db.availability.deleteMany({ where: { registrationId: pool.participants[0]?.registration.id ?? "" } });
  await db.registration.update({ where: { id: pool.participants[1]?.registration.id ?? "" }, data: { languages: ["da"] } });
  expect(await release()).toEqual({ ok: true, value: { number: 1 } });
});

test("a meeting that is cancelled after the release frees its seats and leaves the version as it was", async () => {
  await release();
  await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(0) });
  expect(await countRows()).toEqual({ seats: 9, versions: 1, entries: 4 });
});

describe("taking back", () => {
  test("frees all seats, keeps the draft and the version, tells everybody who had a time, twice like once", async () => {
    await release();
    const input = { event: pool.event.slug, number: 1 };
    expect([await takeBackSchedule(pool.moderator, input), await takeBackSchedule(pool.moderator, input)]).toEqual(
      [first, first],
    );
    expect(await countRows()).toEqual({ seats: 0, versions: 1, entries: 4 });
    expect(await db.placement.count({ where: { eventId: pool.event.id } })).toBe(4);
    expect((await mails("schedule_taken_back")).map(({ registration }) => registration).toSorted()).toEqual(
      pool.participants.map(({ registration }) => registration.id).toSorted(),
    );
    expect(await db.auditEntry.count({ where: { action: "schedule.take_back", eventId: pool.event.id } })).toBe(1);
    expect(await release(pool.moderator, 1)).toEqual({ ok: true, value: { number: 2 } });
    expect((await countRows()).seats).toBe(12);
  });

  test("is refused for any version but the latest", async () => {
    await release();
    await db.placement.delete({ where: { meetingId: idOf(0) } });
    await release(pool.moderator, 1);
    expect(await takeBackSchedule(pool.moderator, { event: pool.event.slug, number: 1 })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await takeBackSchedule(pool.moderator, { event: pool.event.slug, number: 9 })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await countRows()).seats).toBe(9);
  });
});

test("who may release and take back: staff of the event or of its programme, nobody else", async () => {
  const elsewhere = await createProgramme();
  const strangers: Actor[] = [
    pool.participants[0]?.actor ?? visitor,
    await createStaff("organiser", elsewhere.id),
    await createStaff("moderator", pool.programme.id, (await createEvent({ programmeId: pool.programme.id })).id),
  ];
  for (const stranger of strangers) {
    await expect(release(stranger)).rejects.toThrow(NotFound);
    await expect(takeBackSchedule(stranger, { event: pool.event.slug, number: 1 })).rejects.toThrow(NotFound);
  }
  await expect(release(visitor)).rejects.toThrow(SignedOut);
  await expect(takeBackSchedule(visitor, { event: pool.event.slug, number: 1 })).rejects.toThrow(SignedOut);
  expect(await countRows()).toEqual({ seats: 0, versions: 0, entries: 0 });
  expect(await release(await createStaff("organiser", pool.programme.id))).toEqual({ ok: true, value: { number: 1 } });
});
