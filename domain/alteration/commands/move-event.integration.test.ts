import { beforeEach, describe, expect, test } from "vitest";
import { atOnce, tally } from "@/cli/test/crowd";
import type { Person } from "@/domain/actor";
import { claimMail } from "@/domain/mail/commands";
import { mailsOfReminder, letterSelect } from "@/domain/request/commands/write-letters";
import { sendLinks } from "@/domain/registration/commands/send-links";
import { sendReminders } from "@/domain/schedule/commands/send-reminders";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { refreshMail } from "@/domain/schedule/queries/refresh-mail";
import { addDays, addMinutes, localTime } from "@/domain/time";
import { db } from "@/prisma/client";
import { createMeeting, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent } from "@/prisma/factories/programme";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { previewMove } from "../queries/preview-move";
import type { MoveInput } from "../schema";
import { moveEvent } from "./move-event";

let pool: Awaited<ReturnType<typeof createPool>>;
let organiser: Person;

// Four people; meetings 0 and 1 are released, in the first slot and the last one.
beforeEach(async () => {
  await db.mail.deleteMany();
  await db.scheduleEntry.deleteMany();
  await db.seat.deleteMany();
  await db.event.deleteMany();
  pool = await createPool(4);
  organiser = await createStaff("organiser", pool.programme.id);
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  await createPlacement(pool.event, pool.meetings[2]?.id ?? "", [6, 0]);
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toMatchObject({ ok: true });
  await db.mail.deleteMany();
});

function person(index: number) {
  const participant = pool.participants[index];
  if (!participant) throw new Error("no such participant");
  return participant;
}
/** From 18 March to 1 April, when clocks in Berlin have gone forward. */
const april = (data: Partial<MoveInput> = {}): MoveInput => ({ event: pool.event.slug, version: 1, startsAt: "2027-04-01T13:00", endsAt: "2027-04-01T15:15", ...data });
const stored = () => db.event.findUniqueOrThrow({ where: { id: pool.event.id }, include: { slots: { orderBy: { number: "asc" } } } });
const kindsTo = async (registrationId: string) => {
  const mails = await db.mail.findMany({ where: { OR: [{ key: { contains: registrationId } }, { entry: { registrationId } }] }, orderBy: { kind: "asc" }, select: { kind: true } });
  return mails.map(({ kind }) => kind);
};

describe("a move", () => {
  test("takes slots, seats and the closing of the form along, and is told once", async () => {
    await db.event.update({ where: { id: pool.event.id }, data: { registrationClosesAt: new Date("2027-03-16T22:59:00Z") } });
    expect(await moveEvent(organiser, april())).toEqual({ ok: true, value: { id: pool.event.id } });
    const event = await stored();
    expect([event.startsAt, event.endsAt, event.registrationClosesAt, event.version].map(String)).toEqual(
      [new Date("2027-04-01T11:00:00Z"), new Date("2027-04-01T13:15:00Z"), new Date("2027-03-30T21:59:00Z"), 2].map(String));
    expect(event.slots.map(({ id, startsAt }) => [id, startsAt.toISOString()])).toEqual(
      pool.event.slots.map(({ id, startsAt }) => [id, new Date(startsAt.getTime() + 335 * 3_600_000).toISOString()]));
    const seats = await db.seat.findMany({ where: { meetingId: pool.meetings[0]?.id ?? "" }, select: { startsAt: true } });
    expect(seats.map(({ startsAt }) => startsAt.toISOString())).toEqual(Array.from({ length: 3 }, () => "2027-04-01T11:15:00.000Z"));
    expect(await db.auditEntry.findMany({ where: { action: "event.move", eventId: pool.event.id }, select: { actorId: true, details: true } })).toEqual([{
      actorId: organiser.userId,
      details: {
        from: { startsAt: "2027-03-18T12:00:00.000Z", endsAt: "2027-03-18T14:15:00.000Z" }, to: { startsAt: "2027-04-01T11:00:00.000Z", endsAt: "2027-04-01T13:15:00.000Z" }, told: 4,
      },
    }]);
    expect(await moveEvent(organiser, april())).toEqual({ ok: true, value: { id: pool.event.id } });
    expect(await kindsTo(person(0).registration.id)).toEqual(["calendar_meeting", "event_moved"]);
  });

  test("tells everybody who is registered, with notices; who has left or was refused hears nothing", async () => {
    await db.registration.update({ where: { id: person(1).registration.id }, data: { state: "waiting" } });
    await db.registration.update({ where: { id: person(2).registration.id }, data: { state: "refused" } });
    const { preview } = await previewMove(organiser, pool.event.slug, april(), "en");
    expect(preview).toMatchObject({ ok: true, value: { effects: { approved: 2, pending: 0, waiting: 1, meetings: 2, elsewhere: 0, shortened: 0, linked: 0 } } });
    await moveEvent(organiser, april());
    const mails = await db.mail.findMany({ where: { kind: "event_moved" }, include: { notice: true, entry: true } });
    expect(mails.map(({ notice }) => notice?.userId ?? "").toSorted()).toEqual([0, 1, 3].map((index) => person(index).actor.userId).toSorted());
    const own = mails.find(({ notice }) => notice?.userId === person(0).actor.userId);
    expect(own?.params).toMatchObject({
      startsAt: "2027-04-01T11:00:00.000Z", endsAt: "2027-04-01T13:15:00.000Z", before: "2027-03-18T12:00:00.000Z", beforeEnds: "2027-03-18T14:15:00.000Z",
      meetings: [{ startsAt: "2027-04-01T11:15:00.000Z", room: "Room 1" }],
    });
    expect(mails.filter(({ entry }) => entry !== null)).toHaveLength(2);
  });

  test("by a quarter of an hour moves each slot over the next one's old time", async () => {
    expect(await moveEvent(organiser, april({ startsAt: "2027-03-18T13:16", endsAt: "2027-03-18T15:31" }))).toMatchObject({ ok: true });
    expect((await stored()).slots[0]?.startsAt).toEqual(pool.event.slots[1]?.startsAt);
    expect(await moveEvent(organiser, april({ version: 2, startsAt: "2027-03-18T13:00", endsAt: "2027-03-18T15:31" }))).toMatchObject({ ok: true });
    expect((await stored()).slots.map(({ startsAt }) => startsAt)).toEqual(pool.event.slots.map(({ startsAt }) => startsAt));
  });

  test("ends open requests with the event, and gives them their days back", async () => {
    const [capped, early] = [await createRequest(person(0), person(2), { expiresAt: pool.event.endsAt, createdAt: new Date("2027-03-17T10:00:00Z") }), await createRequest(person(1), person(3), { expiresAt: new Date("2027-03-15T10:00:00Z") })];
    const ends = async () => (await db.meetingRequest.findMany({ where: { id: { in: [capped.id, early.id] } }, orderBy: { expiresAt: "asc" } })).map(({ expiresAt }) => expiresAt.toISOString());
    await moveEvent(organiser, april());
    expect(await ends()).toEqual(["2027-03-15T10:00:00.000Z", "2027-03-24T10:00:00.000Z"]);
    await moveEvent(organiser, april({ version: 2, startsAt: "2027-03-10T13:00", endsAt: "2027-03-10T15:15" }));
    expect(await ends()).toEqual(["2027-03-10T14:15:00.000Z", "2027-03-10T14:15:00.000Z"]);
    const letter = await db.meetingRequest.findUniqueOrThrow({ where: { id: early.id }, select: letterSelect });
    expect(mailsOfReminder(letter).map(({ key }) => key)).toEqual([`request_expiring/${early.id}/2027-03-10T14:15:00.000Z/${person(3).registration.id}`]);
  });
});

describe("is refused", () => {
  test.each([
    [{ startsAt: "2020-04-01T13:00" }, "starts_in_past"],
    [{ endsAt: "2027-04-01T13:00" }, "ends_before_start"],
    [{ endsAt: "2027-04-01T15:00" }, "slots_outside_event"],
    [{ startsAt: "2027-03-18T13:00", endsAt: "2027-03-18T15:15" }, "nothing_changed"],
    [{ version: 2 }, "changed_meanwhile"],
  ])("%o: %s", async (data, reason) => {
    expect(await moveEvent(organiser, april(data))).toEqual({ ok: false, reason });
    expect(await db.mail.count()).toBe(0);
    expect((await stored()).slots[0]?.startsAt).toEqual(pool.event.slots[0]?.startsAt);
  });

  test("once it has begun", async () => {
    await db.event.update({ where: { id: pool.event.id }, data: { startsAt: addMinutes(new Date(), -1) } });
    expect(await moveEvent(organiser, april())).toEqual({ ok: false, reason: "event_begun" });
  });

  test("where somebody has a meeting of another event then, and leaves nothing behind", async () => {
    const other = await createEvent({ programmeId: pool.programme.id });
    await db.$executeRaw`UPDATE "Slot" SET "startsAt" = "startsAt" + interval '335 hours', "endsAt" = "endsAt" + interval '335 hours' WHERE "eventId" = ${other.id}::uuid`;
    const register = async ({ organisation, actor }: ReturnType<typeof person>) => (
      { organisation, actor, registration: await createRegistration({ eventId: other.id, organisationId: organisation.id, userId: actor.userId }) });
    const meeting = await createMeeting(await register(person(0)), await register(person(1)));
    await createPlacement(other, meeting.id, [0, 0]);
    await releaseSchedule(await createStaff("moderator", pool.programme.id), { event: other.slug, revision: (await loadDraft(db, other.id)).revision, after: 0 });
    await db.mail.deleteMany();
    expect(await moveEvent(organiser, april())).toEqual({ ok: false, reason: "overlaps_elsewhere" });
    expect(await stored()).toMatchObject({ version: 1, startsAt: pool.event.startsAt });
    expect(await db.mail.count()).toBe(0);
  });
});

test("of eight organisers at once one is first, and everybody is told one time", async () => {
  const wanted = ["13:00", "14:00", "15:00", "16:00"].map((time) => april({ startsAt: `2027-04-01T${time}`, endsAt: "2027-04-01T19:00" }));
  const { ok, refused, thrown } = await tally(atOnce(8, (index) => moveEvent(organiser, wanted[index % 4] ?? april())));
  // Of the same form sent twice, the second is answered like the first.
  expect([ok, refused, thrown]).toEqual([2, { changed_meanwhile: 6 }, []]);
  expect(await db.mail.count({ where: { kind: "event_moved" } })).toBe(4);
  expect((await stored()).version).toBe(2);
});

test("twin: who compares the version first and writes then moves the event twice and tells two times", async () => {
  const { promise: bothLooked, resolve } = Promise.withResolvers<void>();
  let looked = 0;
  const unguarded = async (startsAt: string) => {
    const { version } = await db.event.findUniqueOrThrow({ where: { id: pool.event.id } });
    looked += 1;
    if (looked === 2) resolve();
    await bothLooked;
    return version === 1 ? db.event.update({ where: { id: pool.event.id }, data: { startsAt, version: 2 } }) : null;
  };
  const moves = await Promise.all([unguarded("2027-03-18T09:00:00Z"), unguarded("2027-03-18T10:00:00Z")]);
  expect(moves.filter((one) => one !== null)).toHaveLength(2);
});

describe("what was sent for the old date", () => {
  const moveTo = async (startsAt: Date) => {
    const event = await stored();
    const local = (instant: Date) => localTime(instant, event.timeZone);
    expect(await moveEvent(organiser, april({ version: event.version, startsAt: local(startsAt), endsAt: local(addMinutes(startsAt, 135)) }))).toMatchObject({ ok: true });
  };
  const sent = async () => (await db.mail.findMany({ where: { kind: { in: ["event_link", "reminder_day", "reminder_hour"] } }, orderBy: { kind: "asc" } })).map(({ kind }) => kind);
  const everybody = (...kinds: string[]) => kinds.flatMap((kind) => Array.from({ length: 4 }, () => kind));

  test("goes out anew for the new one, and never twice for one", async () => {
    await db.registration.updateMany({ data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
    await db.calendarEntry.updateMany({ data: { confirmedAt: new Date("2026-01-01T00:00:00Z") } });
    const tell = async () => [await sendLinks(), await sendReminders()];
    const day = addMinutes(addDays(new Date(), 1), -10);
    await moveTo(day);
    await db.calendarEntry.updateMany({ data: { confirmedAt: new Date("2026-01-01T00:00:00Z") } });
    expect([await tell(), await tell()]).toEqual([[4, 4], [0, 0]]);
    expect(await sent()).toEqual(everybody("event_link", "reminder_day"));
    await moveTo(addDays(day, 2));
    expect(await tell()).toEqual([4, 0]);
    await moveTo(day);
    expect(await tell()).toEqual([0, 0]);
  });

  test("is not sent any more where it still waits: link, reminder, the move itself", async () => {
    await moveTo(addMinutes(addDays(new Date(), 1), -10));
    await db.calendarEntry.updateMany({ data: { confirmedAt: new Date("2026-01-01T00:00:00Z") } });
    await db.registration.updateMany({ data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
    await sendLinks();
    await sendReminders();
    const waiting = await db.mail.findMany({ where: { kind: { in: ["event_moved", "event_link", "reminder_day"] } }, orderBy: { kind: "asc" } });
    expect(waiting).toHaveLength(12);
    await moveTo(addDays(new Date(), 9));
    const claimed = (await Promise.all(waiting.map(({ id }) => claimMail(id)))).flatMap((mail) => mail ?? []);
    expect(new Set(await Promise.all(claimed.map(refreshMail)))).toEqual(new Set(["outdated"]));
  });
});
