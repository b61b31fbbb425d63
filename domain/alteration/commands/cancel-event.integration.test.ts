import { beforeEach, describe, expect, test } from "vitest";
import { visitor, type Person } from "@/domain/actor";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { loadFeed } from "@/domain/calendar/queries/load-feed";
import { addRoom } from "@/domain/event/commands/change-rooms";
import { changeSettings } from "@/domain/event/commands/change-settings";
import { makeSlots } from "@/domain/event/commands/make-slots";
import { askInterest } from "@/domain/event/commands/ask-interest";
import { getPublicEvent } from "@/domain/event/queries";
import { claimMail } from "@/domain/mail/commands";
import { nudgeParticipant } from "@/domain/overview/commands/nudge-participant";
import { startPairing } from "@/domain/pairing/commands/start-pairing";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { changeRegistration } from "@/domain/registration/commands/change-registration";
import { decideRegistration } from "@/domain/registration/commands/decide-registration";
import { registerParticipant } from "@/domain/registration/commands/register-participant";
import { sendLinks } from "@/domain/registration/commands/send-links";
import { changeSchema } from "@/domain/registration/schema";
import { acceptRequest } from "@/domain/request/commands/answer-request";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { expireRequests } from "@/domain/request/commands/expire-requests";
import { sendRequest } from "@/domain/request/commands/send-request";
import { placeMeeting } from "@/domain/schedule/commands/edit-draft";
import { pairOrganisations } from "@/domain/schedule/commands/pair-organisations";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { sendReminders } from "@/domain/schedule/commands/send-reminders";
import { startRun } from "@/domain/schedule/commands/start-run";
import { takeBackSchedule } from "@/domain/schedule/commands/take-back-schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { refreshMail } from "@/domain/schedule/queries/refresh-mail";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import type { CancelEventInput } from "../schema";
import { cancelEvent } from "./cancel-event";
import { moveEvent } from "./move-event";

let pool: Awaited<ReturnType<typeof createPool>>;
let organiser: Person;
let revision: string;

// Four people whose calendars know the event; meeting 0 is released and told, too.
beforeEach(async () => {
  await db.mail.deleteMany();
  pool = await createPool(4);
  organiser = await createStaff("organiser", pool.programme.id);
  await db.$transaction((tx) => noteChanges(tx, { registrationIds: pool.participants.map(({ registration }) => registration.id) }));
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  ({ revision } = await loadDraft(db, pool.event.id));
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toMatchObject({ ok: true });
  await db.mail.deleteMany();
});

function person(index: number) {
  const participant = pool.participants[index];
  if (!participant) throw new Error("no such participant");
  return participant;
}
const input = (data: Partial<CancelEventInput> = {}): CancelEventInput => ({ event: pool.event.slug, version: 1, reason_de: "Zu wenige Anmeldungen.", ...data });
const refused = { ok: false, reason: "event_cancelled" };
const details = (email: string) => changeSchema.parse({
  event: pool.event.slug, locale: "en", personName: "Alex Example", email, languages: ["en"], slots: [pool.event.slots[0]?.id], participation: true,
});
const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk?", messageLocale: "en" } as const;
const ask = (from: number, to: number) => sendRequest(person(from).actor, { event: pool.event.slug, organisation: person(to).organisation.slug, ...words });

async function newcomer() {
  const one = await createParticipant(pool.event);
  await db.registration.delete({ where: { id: one.registration.id } });
  return one;
}

describe("a cancellation", () => {
  test("ends requests, meetings and seats, tells everybody once with a reason, and calendars of each entry", async () => {
    const request = await createRequest(person(0), person(2));
    await db.registration.update({ where: { id: person(3).registration.id }, data: { locale: "pl" } });
    expect(await cancelEvent(organiser, input({ reason_pl: "Za mało zgłoszeń." }))).toEqual({ ok: true, value: { id: pool.event.id } });
    expect(await db.meetingRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({ state: "expired" });
    expect(await db.meeting.count({ where: { eventId: pool.event.id, state: "agreed" } })).toBe(0);
    expect([await db.seat.count({ where: { meeting: { eventId: pool.event.id } } }), await db.placement.count({ where: { eventId: pool.event.id } })]).toEqual([0, 0]);
    const mails = await db.mail.findMany({ where: { eventId: pool.event.id }, orderBy: [{ kind: "asc" }, { locale: "asc" }], include: { entry: true, notice: true } });
    expect(mails.map(({ kind, locale, sequence, entry }) => [kind, locale, sequence, entry?.state])).toEqual([
      ["calendar_meeting_off", "en", 1, "cancelled"], ["calendar_meeting_off", "en", 1, "cancelled"],
      ["event_cancelled", "en", 1, "cancelled"], ["event_cancelled", "en", 1, "cancelled"], ["event_cancelled", "en", 1, "cancelled"], ["event_cancelled", "pl", 1, "cancelled"],
    ]);
    const reasons = mails.filter(({ kind }) => kind === "event_cancelled").map(({ params }) => params as { reason: string; reasonLocale: string });
    expect(reasons.map(({ reason, reasonLocale }) => `${reasonLocale} ${reason}`)).toEqual([...Array.from({ length: 3 }, () => "de Zu wenige Anmeldungen."), "pl Za mało zgłoszeń."]);
    expect(mails.filter(({ notice }) => notice !== null)).toHaveLength(4);
    expect(await db.auditEntry.findMany({ where: { action: "event.cancel", eventId: pool.event.id }, select: { actorId: true, details: true } })).toEqual([
      { actorId: organiser.userId, details: { told: 4, requests: 1, meetings: 4 } },
    ]);
  });

  test("twice changes nothing", async () => {
    await cancelEvent(organiser, input());
    const mails = await db.mail.count();
    expect(await cancelEvent(organiser, input({ version: 2, reason_de: "Anders." }))).toEqual({ ok: true, value: { id: pool.event.id } });
    expect(await db.mail.count()).toBe(mails);
    expect(await db.cancelReason.findMany({ where: { eventId: pool.event.id }, select: { text: true } })).toEqual([{ text: "Zu wenige Anmeldungen." }]);
    expect((await db.event.findUniqueOrThrow({ where: { id: pool.event.id } })).version).toBe(2);
  });

  test("is refused to who saw another event, and for one that is over", async () => {
    expect(await cancelEvent(organiser, input({ version: 9 }))).toEqual({ ok: false, reason: "changed_meanwhile" });
    await db.event.update({ where: { id: pool.event.id }, data: { startsAt: new Date("2026-01-01T10:00:00Z"), endsAt: new Date("2026-01-01T12:00:00Z") } });
    expect(await cancelEvent(organiser, input())).toEqual({ ok: false, reason: "event_over" });
  });

  test("stands on the public page, in the reader's language or another one, and in the person's calendar feed", async () => {
    await db.calendarAddress.create({ data: { id: person(0).registration.id, userId: person(0).actor.userId, tokenHash: hashSecret(pool.event.slug) } });
    expect((await loadFeed(pool.event.slug)).items.map(({ uid, state }) => [uid.split("-")[0], state])).toEqual([["registration", "confirmed"], ["meeting", "confirmed"]]);
    await cancelEvent(organiser, input());
    expect(await getPublicEvent(pool.event.slug, "pl")).toMatchObject({ form: "cancelled", cancelReason: { locale: "de", text: "Zu wenige Anmeldungen." } });
    expect((await loadFeed(pool.event.slug)).items.map(({ uid, state, sequence }) => [uid.split("-")[0], state, sequence])).toEqual([["registration", "cancelled", 1]]);
  });
});

test("nothing begins or goes on in it", async () => {
  const { event, moderator, meetings } = pool;
  const request = await createRequest(person(0), person(2));
  const { actor, organisation } = await newcomer();
  const pending = await createParticipant(event);
  await db.registration.update({ where: { id: pending.registration.id }, data: { state: "pending" } });
  await cancelEvent(organiser, input());
  // As if somebody had held the request while the event was cancelled.
  await db.meetingRequest.update({ where: { id: request.id }, data: { state: "pending", answeredAt: null } });
  const key = { event: event.slug };
  const attempts = {
    register: registerParticipant(actor, { ...details(actor.email), organisation: organisation.id }),
    change: changeRegistration(person(0).actor, { ...details(person(0).actor.email), personName: "Other" }),
    decide: decideRegistration(moderator, { ...key, id: pending.registration.id, seen: "pending", decision: "approve" }, endConversations),
    ask: ask(1, 3),
    accept: acceptRequest(person(2).actor, { ...key, id: request.id }),
    pair: pairOrganisations(moderator, { ...key, left: person(0).organisation.slug, right: person(2).organisation.slug, subject: "Harbours", subjectLocale: "en" }),
    startPairing: startPairing(moderator, { ...key, least: 1, most: 3, reach: "across" }),
    place: placeMeeting(moderator, { ...key, meeting: meetings[1]?.id ?? "", slot: event.slots[0]?.id ?? "", room: event.rooms[0]?.id ?? "" }),
    release: releaseSchedule(moderator, { ...key, revision, after: 1 }),
    takeBack: takeBackSchedule(moderator, { ...key, number: 1 }),
    run: startRun(moderator, { ...key, seconds: 5, fairness: null, kept: "placed" }),
    nudge: nudgeParticipant(moderator, { ...key, registration: person(1).registration.id, cause: "meeting" }),
    interest: askInterest({ ...key, email: "anna@mail.example", locale: "en" }, "client"),
    settings: changeSettings(organiser, { ...key, version: 2, needsApproval: true, requestQuota: 5, requestExpiryDays: 7, linkDaysBefore: 3 }, () => Promise.resolve()),
    slots: makeSlots(organiser, { ...key, first: "13:15", minutes: 14, pause: 2, count: 7 }),
    room: addRoom(organiser, { ...key, name: "Quay", kind: "table" }),
    move: moveEvent(organiser, { ...key, version: 2, startsAt: "2027-04-01T13:00", endsAt: "2027-04-01T15:15" }),
  };
  const answers = await Promise.all(Object.entries(attempts).map(async ([name, attempt]) => [name, await attempt] as const));
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, refused])));
  const mails = await db.mail.count();
  expect(await expireRequests()).toBe(1);
  expect(await db.mail.count()).toBe(mails);
});

test("who leaves afterwards can, and nobody moves up", async () => {
  await db.event.update({ where: { id: pool.event.id }, data: { capacity: 4 } });
  const { registration } = await createParticipant(pool.event).catch(() => ({ registration: null }));
  expect(registration).toBeNull();
  const waiting = await newcomer().catch(() => null);
  expect(waiting).toBeNull();
  await db.registration.update({ where: { id: person(3).registration.id }, data: { state: "waiting" } });
  await cancelEvent(organiser, input());
  expect(await cancelRegistration(person(0).actor, { event: pool.event.slug }, endConversations)).toMatchObject({ ok: true });
  expect((await db.registration.findUniqueOrThrow({ where: { id: person(3).registration.id } })).state).toBe("waiting");
});

describe("the database", () => {
  beforeEach(() => cancelEvent(organiser, input()));

  test("keeps it cancelled, when and where it was", async () => {
    const { id } = pool.event;
    await expect(db.event.update({ where: { id }, data: { cancelledAt: null } })).rejects.toThrow("Event_cancelled_check");
    await expect(db.event.update({ where: { id }, data: { startsAt: new Date("2027-03-01T10:00:00Z") } })).rejects.toThrow("Event_cancelled_check");
  });

  test("lets nobody in, ask, agree or release", async () => {
    await expect(createParticipant(pool.event)).rejects.toThrow("Event_open_check");
    await expect(createRequest(person(1), person(3))).rejects.toThrow("Event_open_check");
    await expect(db.scheduleVersion.create({ data: { eventId: pool.event.id, number: 2 } })).rejects.toThrow("Event_open_check");
    const meeting = { eventId: pool.event.id, origin: "pairing", subject: "Harbours", subjectLocale: "en", lowId: person(0).organisation.id, highId: person(2).organisation.id } as const;
    await expect(db.meeting.create({ data: meeting })).rejects.toThrow("Event_open_check");
    await db.registration.update({ where: { id: person(0).registration.id }, data: { state: "refused" } });
    await expect(db.registration.update({ where: { id: person(0).registration.id }, data: { state: "approved" } })).rejects.toThrow("Event_open_check");
  });
});

describe("mails", () => {
  test("that wait and are not true any more are not sent; those that end something are", async () => {
    await ask(1, 3);
    await pairOrganisations(pool.moderator, { event: pool.event.slug, left: person(0).organisation.slug, right: person(2).organisation.slug, subject: "Harbours", subjectLocale: "en" });
    await cancelEvent(organiser, input());
    const ids = (await db.mail.findMany({ where: { state: "queued" }, select: { id: true } })).map(({ id }) => id);
    const claimed = (await Promise.all(ids.map(claimMail))).flatMap((mail) => mail ?? []);
    const refreshed = await Promise.all(claimed.map(async (mail) => [mail.kind, await refreshMail(mail)] as const));
    const kinds = (isSent: boolean) => [...new Set(refreshed.filter(([, mail]) => (mail !== "outdated") === isSent).map(([kind]) => kind))].toSorted((a, b) => a.localeCompare(b));
    expect(kinds(true)).toEqual(["calendar_meeting_off", "event_cancelled"]);
    expect(kinds(false)).toEqual(["meeting_placed", "pairing_made", "request_received"]);
  });

  test("of the link and reminders are not written", async () => {
    const soon = new Date(Date.now() + 50 * 60_000);
    await db.registration.updateMany({ data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
    await db.calendarEntry.updateMany({ data: { confirmedAt: new Date("2026-01-01T00:00:00Z") } });
    await db.event.update({ where: { id: pool.event.id }, data: { startsAt: soon, endsAt: new Date(soon.getTime() + 8_000_000) } });
    await cancelEvent(organiser, input());
    await Promise.all([sendLinks(), sendReminders()]);
    expect(await db.mail.count({ where: { eventId: pool.event.id, kind: { in: ["event_link", "reminder_hour", "reminder_day"] } } })).toBe(0);
  });
});

test("a visitor or a moderator does not cancel", async () => {
  await expect(cancelEvent(visitor, input())).rejects.toThrow("nobody is signed in");
  await expect(cancelEvent(pool.moderator, input())).rejects.toThrow("no such object");
});

