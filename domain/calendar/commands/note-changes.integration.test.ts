import { beforeEach, describe, expect, test } from "vitest";
import { findInvitation } from "@/domain/calendar/queries/find-invitation";
import { claimMail, markFailed, markSent } from "@/domain/mail/commands";
import type { ClaimedMail } from "@/domain/mail/schema";
import { cancelMeeting } from "@/domain/meeting/commands";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { decideRegistration } from "@/domain/registration/commands/decide-registration";
import { registerParticipant } from "@/domain/registration/commands/register-participant";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { takeBackSchedule } from "@/domain/schedule/commands/take-back-schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { correctEntries } from "./correct-entries";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;
beforeEach(async () => {
  await db.mail.deleteMany();
  pool = await createPool(3);
  await createPlacement(pool.event, idOf(0), [0, 0]);
});

const idOf = (index: number) => pool.meetings[index]?.id ?? "";
const slotOf = (index: number) => pool.event.slots[index]?.startsAt.toISOString();
const person = (index: number) => pool.participants[index] ?? pool.participants[0];

async function release(after: number) {
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after })).toMatchObject({ ok: true });
}

const moveTo = (index: number, slot: number) => db.placement.update({ where: { meetingId: idOf(index) }, data: { slotId: pool.event.slots[slot]?.id ?? "" } });

/** What the first person's calendar should know of a meeting: number, state, time. */
async function entryOf(meetingId: string | null, registrationId = person(0)?.registration.id ?? "") {
  const entry = await db.calendarEntry.findFirst({ where: { meetingId, registrationId } });
  return entry && [entry.sequence, entry.state, entry.startsAt.toISOString()];
}

/** Mails that tell of the first person's meeting, in their order. */
async function mailsOf(meetingId: string | null, registrationId = person(0)?.registration.id ?? "") {
  const mails = await db.mail.findMany({ where: { entry: { meetingId, registrationId } }, orderBy: { sequence: "asc" }, select: { kind: true, sequence: true, state: true } });
  return mails.map(({ kind, sequence, state }) => `${sequence} ${kind} ${state}`);
}

describe("a meeting", () => {
  test("released, moved, dropped, taken back and cancelled is one entry that counts up, each step with one mail", async () => {
    await release(0);
    expect(await entryOf(idOf(0))).toEqual([0, "confirmed", slotOf(0)]);
    await moveTo(0, 2);
    await release(1);
    expect(await entryOf(idOf(0))).toEqual([1, "confirmed", slotOf(2)]);
    await db.placement.delete({ where: { meetingId: idOf(0) } });
    await createPlacement(pool.event, idOf(1), [1, 0]);
    await release(2);
    expect(await entryOf(idOf(0))).toEqual([2, "cancelled", slotOf(2)]);
    await createPlacement(pool.event, idOf(0), [3, 0]);
    await release(3);
    expect(await entryOf(idOf(0))).toEqual([3, "confirmed", slotOf(3)]);
    await takeBackSchedule(pool.moderator, { event: pool.event.slug, number: 4 });
    expect(await entryOf(idOf(0))).toEqual([4, "cancelled", slotOf(3)]);
    await release(4);
    await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(0) });
    expect(await entryOf(idOf(0))).toEqual([6, "cancelled", slotOf(3)]);
    expect(await mailsOf(idOf(0))).toEqual([
      "0 calendar_meeting queued", "1 calendar_meeting queued", "2 calendar_meeting_off queued", "3 calendar_meeting queued",
      "4 calendar_meeting_off queued", "5 calendar_meeting queued", "6 meeting_cancelled queued",
    ]);
    expect(await mailsOf(idOf(0), person(1)?.registration.id)).toEqual(await mailsOf(idOf(0)));
  });

  test("that stays where it is in a new version is told nothing", async () => {
    await release(0);
    await createPlacement(pool.event, idOf(1), [1, 0]);
    await release(1);
    expect(await mailsOf(idOf(0))).toEqual(["0 calendar_meeting queued"]);
    expect(await mailsOf(idOf(1), person(1)?.registration.id)).toEqual(["0 calendar_meeting queued"]);
  });
});

describe("the event", () => {
  const decide = (id: string, decision: "approve" | "refuse", seen: "pending" | "approved") =>
    decideRegistration(pool.moderator, { event: pool.event.slug, id, seen, decision, reason: "Because." }, endConversations);

  test("comes into the calendar with the approval and leaves it with a refusal", async () => {
    const { id } = person(0)?.registration ?? { id: "" };
    await db.registration.update({ where: { id }, data: { state: "pending" } });
    await decide(id, "approve", "pending");
    expect(await entryOf(null)).toEqual([0, "confirmed", pool.event.startsAt.toISOString()]);
    await decide(id, "refuse", "approved");
    expect(await entryOf(null)).toEqual([1, "cancelled", pool.event.startsAt.toISOString()]);
    expect(await mailsOf(null)).toEqual(["0 registration_approved queued", "1 registration_refused queued"]);
  });

  test("comes with a registration that needs nobody's approval, leaves with its cancellation and comes again under the same name", async () => {
    await db.event.update({ where: { id: pool.event.id }, data: { needsApproval: false } });
    const one = await createParticipant(pool.event);
    await db.registration.delete({ where: { id: one.registration.id } });
    const register = () => registerParticipant(one.actor, {
      event: pool.event.slug, organisation: one.organisation.id, personName: "Ada Nowak", email: one.actor.email, locale: "en", languages: ["en"],
      interpreterNeeded: false, slots: [pool.event.slots[0]?.id ?? ""], participation: true, contact: false, evidence: false,
    });
    const registered = await register();
    if (!registered.ok) throw new Error(registered.reason);
    await cancelRegistration(one.actor, { event: pool.event.slug }, endConversations);
    await register();
    expect(await entryOf(null, registered.value.id)).toEqual([2, "confirmed", pool.event.startsAt.toISOString()]);
    expect(await mailsOf(null, registered.value.id)).toEqual(["0 registration_approved queued", "1 registration_cancelled queued", "2 registration_approved queued"]);
  });

  test("moves in the calendars that know it, told once, with the time before", async () => {
    const { id } = person(0)?.registration ?? { id: "" };
    await db.registration.update({ where: { id }, data: { state: "pending" } });
    await decide(id, "approve", "pending");
    expect(await correctEntries()).toBe(0);
    const startsAt = new Date("2027-03-18T11:00:00Z");
    await db.event.update({ where: { id: pool.event.id }, data: { startsAt } });
    expect(await Promise.all([correctEntries(), correctEntries(), correctEntries()])).toEqual(expect.arrayContaining([1, 0, 0]));
    expect(await entryOf(null)).toEqual([1, "confirmed", startsAt.toISOString()]);
    expect(await db.mail.findFirst({ where: { kind: "calendar_event_moved" }, select: { params: true } })).toMatchObject({
      params: { startsAt: startsAt.toISOString(), before: pool.event.startsAt.toISOString() },
    });
  });

  test("leaves the calendar of somebody whose membership has ended", async () => {
    const { id, userId, organisationId } = person(0)?.registration ?? { id: "", userId: "", organisationId: "" };
    await db.registration.update({ where: { id }, data: { state: "pending" } });
    await decide(id, "approve", "pending");
    await createMember(organisationId);
    await db.membership.deleteMany({ where: { userId } });
    expect(await correctEntries()).toBe(1);
    expect(await mailsOf(null)).toEqual(["0 registration_approved queued", "1 calendar_event_off queued"]);
  });
});

describe("the worker", () => {
  const claimAll = async (of: { kind?: string } = {}) => {
    const waiting = await db.mail.findMany({ where: { ...of, state: "queued", entryId: { not: null } }, orderBy: { id: "asc" }, select: { id: true } });
    return (await Promise.all(waiting.map(({ id }) => claimMail(id)))).flatMap((mail) => mail ?? []);
  };
  const stepOf = ({ entryId, sequence }: { entryId: string | null; sequence: number | null }) => ({ entryId: entryId ?? "", sequence: sequence ?? -1 });

  test("tells only what is still true: the first time is outdated as soon as there is a second", async () => {
    await release(0);
    await moveTo(0, 2);
    await release(1);
    const claimed = (await claimAll()).filter(({ sequence }) => sequence === 0);
    expect(claimed).toHaveLength(2);
    expect(await Promise.all(claimed.map((mail) => findInvitation(stepOf(mail))))).toEqual(["outdated", "outdated"]);
  });

  test.each([["was sent", markSent], ["failed", (mail: ClaimedMail) => markFailed(mail, { text: "DATA: 421", isFinal: false, isUnknown: false })], ["is lost with its worker", () => Promise.resolve()]])("a calendar whose request %s is told of the end", async (_how, end) => {
    await release(0);
    const requests = await claimAll();
    expect(requests.map(({ sequence }) => sequence)).toEqual([0, 0]);
    await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(0) });
    for (const mail of requests) await end(mail);
    const cancels = await claimAll();
    expect(cancels.map(({ kind, sequence }) => [kind, sequence])).toEqual([["meeting_cancelled", 1], ["meeting_cancelled", 1]]);
    // What failed, or was lost, may have arrived all the same.
    expect(await Promise.all(cancels.map((mail) => findInvitation(stepOf(mail))))).toEqual([
      expect.objectContaining({ state: "cancelled", sequence: 1 }), expect.objectContaining({ state: "cancelled", sequence: 1 }),
    ]);
  });

  test("a calendar that never heard of a meeting is not told of its end", async () => {
    await release(0);
    await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(0) });
    const [one, other] = await claimAll({ kind: "meeting_cancelled" });
    if (!one || !other) throw new Error("two mails");
    expect([await findInvitation(stepOf(one)), await findInvitation(stepOf(other))]).toEqual([null, null]);
  });
});

describe("the database refuses", () => {
  test("an entry that changes without counting up, or counts down", async () => {
    await release(0);
    const entry = await db.calendarEntry.findFirstOrThrow({ where: { meetingId: idOf(0) } });
    await expect(db.calendarEntry.update({ where: { id: entry.id }, data: { state: "cancelled" } })).rejects.toThrow("higher sequence");
    await db.calendarEntry.update({ where: { id: entry.id }, data: { sequence: 5 } });
    await expect(db.calendarEntry.update({ where: { id: entry.id }, data: { sequence: 4 } })).rejects.toThrow("higher sequence");
  });

  test("two mails of one step, an entry that ends before it begins, and a step without a number", async () => {
    await release(0);
    const mail = await db.mail.findFirstOrThrow({ where: { entryId: { not: null } } });
    const { entryId, sequence, kind, to, locale } = mail;
    await expect(db.mail.create({ data: { key: "again", kind, to, locale, params: {}, entryId, sequence } })).rejects.toMatchObject({ code: "P2002" });
    await expect(db.mail.create({ data: { key: "again", kind, to, locale, params: {}, entryId } })).rejects.toThrow("Mail_entry_check");
    await expect(db.calendarEntry.updateMany({ data: { endsAt: new Date(0), sequence: 9 } })).rejects.toThrow("CalendarEntry_time_check");
  });
});
