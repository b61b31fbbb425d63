import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember } from "@/prisma/factories/organisation";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createHeldMeeting, createHeldPair, createRating } from "@/prisma/factories/outcome";
import { createStaff } from "@/prisma/factories/people";
import { confirmTime, proposeTime } from "./commands/arrange-second";
import { askRatings } from "./commands/ask-ratings";
import { rateMeeting, saveNote } from "./commands/rate-meeting";
import { shareContact, withdrawContact } from "./commands/share-contact";
import { wishSecond } from "./commands/wish-second";
import { countOutcomes } from "./queries/count-outcomes";
import { listHeld } from "./queries/list-held";

type Stage = Awaited<ReturnType<typeof createHeldPair>>;
type Side = Stage["one"];
let stage: Stage;
beforeEach(async () => {
  stage = await createHeldPair();
});

const keyOf = () => ({ event: stage.event.slug, meeting: stage.meeting.id });
const look = async ({ actor }: Side) => (await listHeld(actor, stage.event.slug)).meetings[0];
const rate = ({ actor }: Side, outcome: "informative" | "cooperation" = "informative") => rateMeeting(actor, { ...keyOf(), outcome });
const wish = ({ actor }: Side, answer: "yes" | "no" = "yes") => wishSecond(actor, { ...keyOf(), wish: answer });
const mailsOf = async (kind: string) => (await db.mail.findMany({ where: { kind, eventId: stage.event.id }, select: { to: true, params: true } }));

describe("a rating", () => {
  test("is the own side's alone, and can be changed", async () => {
    const { one, other } = stage;
    expect(await rate(one)).toEqual({ ok: true, value: { id: stage.meeting.id } });
    expect(await rate(one, "cooperation")).toEqual({ ok: true, value: { id: stage.meeting.id } });
    expect((await look(one))?.rating).toEqual({ outcome: "cooperation", wishesAgain: false });
    expect((await look(other))?.rating).toBeNull();
    expect(JSON.stringify(await look(other))).not.toContain("\"cooperation\"");
    expect(await db.rating.count({ where: { meetingId: stage.meeting.id } })).toBe(1);
    const log = await db.auditEntry.findMany({ where: { objectId: stage.meeting.id } });
    expect(log.map(({ action }) => action)).toEqual(["outcome.rate", "outcome.rate"]);
    expect(JSON.stringify(log)).not.toContain("cooperation");
  });

  test("is for nobody but the two who spoke", async () => {
    const { one, programme, event } = stage;
    const colleague = await createMember(one.organisation.id);
    const third = await createParticipant(event, "DE");
    const staff = [await createStaff("moderator", programme.id, event.id), await createStaff("organiser", programme.id)];
    for (const actor of [colleague, third.actor, ...staff]) {
      await expect(rateMeeting(actor, { ...keyOf(), outcome: "informative" })).rejects.toThrow(NotFound);
    }
    await expect(rateMeeting(visitor, { ...keyOf(), outcome: "informative" })).rejects.toThrow(SignedOut);
  });

  test("waits until the meeting begins", async () => {
    stage = await createHeldPair({ endedAgo: -60 });
    expect(await rate(stage.one)).toEqual({ ok: false, reason: "not_begun" });
    expect(await look(stage.one)).toBeUndefined();
  });

  test("is not for a meeting without a time, or a cancelled one", async () => {
    await db.seat.deleteMany({ where: { meetingId: stage.meeting.id } });
    await expect(rate(stage.one)).rejects.toThrow(NotFound);
    await db.meeting.update({ where: { id: stage.meeting.id }, data: { state: "cancelled" } });
    await expect(rate(stage.one)).rejects.toThrow(NotFound);
  });
});

describe("a note", () => {
  test("is read by nobody but its author", async () => {
    const { one, other } = stage;
    await saveNote(one.actor, { ...keyOf(), text: "Sehr leise.", locale: "de" });
    await saveNote(one.actor, { ...keyOf(), text: "Bardzo cicho.", locale: "pl" });
    expect((await look(one))?.note).toEqual({ text: "Bardzo cicho.", locale: "pl" });
    expect((await look(other))?.note).toBeNull();
    // Nor by a colleague who speaks there from now on.
    const colleague = await createMember(one.organisation.id);
    await db.registration.update({ where: { id: one.registration.id }, data: { userId: colleague.userId } });
    expect((await listHeld(colleague, stage.event.slug)).meetings[0]?.note).toBeNull();
    expect(JSON.stringify(await db.auditEntry.findMany({ where: { objectId: stage.meeting.id } }))).not.toContain("cicho");
  });

  test("is removed when it is empty", async () => {
    await saveNote(stage.one.actor, { ...keyOf(), text: "Once.", locale: "en" });
    await saveNote(stage.one.actor, { ...keyOf(), locale: "en" });
    expect(await db.meetingNote.count({ where: { meetingId: stage.meeting.id } })).toBe(0);
  });

  test("of a stranger the database refuses", async () => {
    const stranger = await createParticipant(stage.event, "DE");
    await expect(db.meetingNote.create({ data: { meetingId: stage.meeting.id, userId: stranger.actor.userId, text: "x", locale: "en" } })).rejects.toThrow("MeetingNote_speaker_check");
    await expect(db.meetingNote.create({ data: { meetingId: stage.meeting.id, userId: stage.one.actor.userId, text: "", locale: "en" } })).rejects.toThrow("MeetingNote_text_check");
  });
});

describe("a second meeting", () => {
  const startsAt = "2099-04-01T10:00";
  const agree = async () => {
    for (const side of [stage.one, stage.other]) {
      await rate(side);
      await wish(side);
    }
  };

  test("is agreed when both wish it, and nobody learns of a wish before", async () => {
    const { one, other } = stage;
    expect(await wish(one)).toEqual({ ok: false, reason: "not_rated" });
    await rate(one);
    expect(await wish(one)).toEqual({ ok: true, value: { isAgreed: false } });
    expect([(await look(other))?.second, await mailsOf("second_agreed")]).toEqual([null, []]);
    await rate(other);
    expect(await wish(other)).toEqual({ ok: true, value: { isAgreed: true } });
    expect(await wish(other)).toEqual({ ok: true, value: { isAgreed: true } });
    expect([(await look(one))?.second, (await look(other))?.second]).toEqual([{ time: null }, { time: null }]);
    expect((await mailsOf("second_agreed")).map(({ params }) => params)).toEqual(expect.arrayContaining([one, other].map(({ organisation }) => ({
      event: "Event (en)", timeZone: "Europe/Berlin", partner: organisation.name, path: `/events/${stage.event.slug}/outcomes`, startsAt: null,
    }))));
    expect(await mailsOf("second_agreed")).toHaveLength(2);
  });

  test("ends when one does not wish it any more, and the other one is told", async () => {
    await agree();
    expect(await wish(stage.one, "no")).toEqual({ ok: true, value: { isAgreed: false } });
    expect((await look(stage.other))?.second).toBeNull();
    expect((await mailsOf("second_off")).map(({ params }) => params)).toMatchObject([{ partner: stage.one.organisation.name }]);
  });

  test("gets a time that one proposes and the other one confirms", async () => {
    const { one, other } = stage;
    await expect(proposeTime(one.actor, { ...keyOf(), startsAt })).rejects.toThrow(NotFound);
    await agree();
    expect(await proposeTime(one.actor, { ...keyOf(), startsAt: "2025-04-01T10:00" })).toEqual({ ok: false, reason: "in_past" });
    const instant = new Date("2099-04-01T08:00:00Z");
    expect(await proposeTime(one.actor, { ...keyOf(), startsAt })).toEqual({ ok: true, value: { startsAt: instant } });
    expect(await confirmTime(one.actor, { ...keyOf(), seen: instant.toISOString() })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await confirmTime(other.actor, { ...keyOf(), seen: "2099-04-01T09:00:00Z" })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await look(other))?.second).toEqual({ time: { startsAt: instant, isOwn: false, isConfirmed: false } });
    expect(await confirmTime(other.actor, { ...keyOf(), seen: instant.toISOString() })).toEqual({ ok: true, value: { startsAt: instant } });
    expect((await look(one))?.second).toEqual({ time: { startsAt: instant, isOwn: true, isConfirmed: true } });
    expect([(await mailsOf("second_proposed")).length, (await mailsOf("second_confirmed")).length]).toEqual([1, 1]);
    // Another time has to be confirmed anew.
    await proposeTime(other.actor, { ...keyOf(), startsAt: "2099-04-02T10:00" });
    expect((await look(one))?.second?.time).toMatchObject({ isOwn: false, isConfirmed: false });
  });

  test("without two wishes, and a confirmed time without a time, the database refuses", async () => {
    await createRating(stage.meeting.id, stage.one, { wishesAgain: true });
    await expect(db.secondMeeting.create({ data: { meetingId: stage.meeting.id } })).rejects.toThrow("SecondMeeting_both_check");
    await createRating(stage.meeting.id, stage.other, { wishesAgain: true });
    await expect(db.secondMeeting.create({ data: { meetingId: stage.meeting.id, confirmedAt: new Date() } })).rejects.toThrow("SecondMeeting_time_check");
  });
});

describe("contact details", () => {
  const share = ({ actor }: Side, name: string) => shareContact(actor, { ...keyOf(), name, email: "me@mail.example", phone: "+48 91 000 000", consent: true, locale: "en" });
  const details = (name: string) => ({ name, email: "me@mail.example", phone: "+48 91 000 000" });

  test("are shown when both have shared theirs, and to nobody when one takes them back", async () => {
    const { one, other } = stage;
    expect(await share(one, "Ada")).toEqual({ ok: true, value: { isExchanged: false } });
    expect((await look(other))?.contact).toEqual({ own: null, isOffered: true, partner: null });
    expect((await look(one))?.contact).toEqual({ own: details("Ada"), isOffered: false, partner: null });
    expect(await share(other, "Ben")).toEqual({ ok: true, value: { isExchanged: true } });
    expect((await look(one))?.contact).toEqual({ own: details("Ada"), isOffered: true, partner: details("Ben") });
    expect((await look(other))?.contact.partner).toEqual(details("Ada"));
    await withdrawContact(one.actor, keyOf());
    await withdrawContact(one.actor, keyOf());
    expect((await look(other))?.contact).toEqual({ own: details("Ben"), isOffered: false, partner: null });
    expect((await look(one))?.contact).toEqual({ own: null, isOffered: true, partner: null });
    const consents = await db.consent.findMany({ where: { userId: one.actor.userId }, select: { purpose: true, textVersion: true, withdrawnAt: true } });
    expect(consents.map(({ withdrawnAt, ...consent }) => ({ ...consent, isWithdrawn: withdrawnAt !== null }))).toEqual([{ purpose: "contact_exchange", textVersion: "2026-11", isWithdrawn: true }]);
    const log = await db.auditEntry.findMany({ where: { objectId: stage.meeting.id }, orderBy: { at: "asc" } });
    expect(log.map(({ action }) => action)).toEqual(["contact.share", "contact.share", "contact.withdraw"]);
  });

  test("stand in no mail", async () => {
    await share(stage.one, "Ada Secret");
    await share(stage.one, "Ada Changed");
    await share(stage.other, "Ben Secret");
    const mails = await db.mail.findMany({ where: { eventId: stage.event.id, kind: { startsWith: "contact_" } } });
    expect(mails.map(({ kind }) => kind).toSorted()).toEqual(["contact_exchanged", "contact_exchanged", "contact_offered"]);
    expect(JSON.stringify(mails)).not.toMatch(/Secret|Changed|me@mail|\+48/);
  });

  test("go with the registration", async () => {
    await share(stage.one, "Ada");
    await db.consent.updateMany({ where: { registrationId: stage.one.registration.id }, data: { withdrawnAt: new Date() } });
    expect(await db.contactShare.count({ where: { meetingId: stage.meeting.id } })).toBe(0);
  });
});

describe("how was it", () => {
  const asked = async () => (await db.mail.findMany({ where: { kind: "rating_asked", eventId: stage.event.id }, select: { key: true, params: true } }));

  test("is asked once of everybody who has something left to rate", async () => {
    const { one, other, event } = stage;
    const third = await createParticipant(event, "DE");
    await createParticipant(event, "PL");
    await createMeeting(other, third);
    await createHeldMeeting(event, one, third, 1);
    await rate(other);
    await askRatings();
    await askRatings();
    const mails = await asked();
    expect(mails.map(({ key }) => key).toSorted()).toEqual([one, third].map(({ registration }) => `rating_asked/${registration.id}`).toSorted());
    expect(mails.find(({ key }) => key.endsWith(one.registration.id))?.params).toMatchObject({
      partners: [other.organisation.name, third.organisation.name], path: `/events/${event.slug}/outcomes`, person: "Alex Example",
    });
  });

  test.each([["before the last slot is over", -60], ["more than a week later", 8 * 24 * 60]])("nobody is asked %s", async (_when, endedAgo) => {
    stage = await createHeldPair({ endedAgo });
    await askRatings();
    expect(await asked()).toEqual([]);
  });
});

describe("counts", () => {
  test("are given to staff where nobody can be told from them", async () => {
    const { programme, event, one, other, meeting } = stage;
    const moderator = await createStaff("moderator", programme.id, event.id);
    await createRating(meeting.id, one, { outcome: "cooperation" });
    await createRating(meeting.id, other, { outcome: "not_held" });
    expect(await countOutcomes(moderator, event.slug)).toMatchObject({ sides: 2, rated: 2, outcomes: null, secondMeetings: 0, exchanges: 0 });
    const [third, fourth] = [await createParticipant(event, "DE"), await createParticipant(event, "PL")];
    for (const [a, b] of [[one, third], [third, fourth]] as const) {
      const { id } = await createMeeting(a, b);
      await createRating(id, a);
      await createRating(id, b);
    }
    expect((await countOutcomes(moderator, event.slug)).outcomes).toEqual({ not_held: 1, not_interesting: 0, informative: 4, cooperation: 1 });
    await expect(countOutcomes(one.actor, event.slug)).rejects.toThrow(NotFound);
    const elsewhere = await createHeldPair();
    await expect(countOutcomes(await createStaff("moderator", elsewhere.programme.id), event.slug)).rejects.toThrow(NotFound);
  });
});
