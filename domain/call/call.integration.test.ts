import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createAnswer, createCall } from "@/prisma/factories/call";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createParticipant, createRegistration } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptAnswer, declineAnswer } from "./commands/accept-answer";
import { answerCall, withdrawAnswerContact } from "./commands/answer-call";
import { closeCall, postCall } from "./commands/post-call";
import { hideCall, reportCall } from "./commands/report-call";
import { getCall } from "./queries/get-call";
import { listCalls, listReported } from "./queries/list-calls";

// The first call reads the whole lexicon, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

async function prepare() {
  const programme = await createProgramme();
  const member = async (country: "PL" | "DE", offers: string[] = []) => {
    const organisation = await createOrganisation({ programmeId: programme.id, country, region: country === "PL" ? "PL42" : "DE80" });
    for (const text of offers) await db.statement.create({ data: { organisationId: organisation.id, direction: "offer", locale: "en", text } });
    return { organisation, actor: await createMember(organisation.id) };
  };
  return { programme, member, author: await member("PL"), other: await member("DE"), third: await member("DE") };
}

type Stage = Awaited<ReturnType<typeof prepare>>;
type Side = Stage["author"];
let stage: Stage;
beforeEach(async () => {
  stage = await prepare();
});

const dayIn = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
const post = ({ actor }: Side, more: object = {}) =>
  postCall(actor, stage.programme, { key: randomUUID(), text: "We look for software for small warehouses.", locale: "en", fields: [], until: dayIn(20), ...more });
const contact = { name: "Ada Nowak", email: "ada@mail.example", consent: true, locale: "en" } as const;
const answer = ({ actor }: Side, call: string, text = "We have built three of them.") => answerCall(actor, stage.programme.id, { call, text, textLocale: "en", ...contact });
const look = ({ actor }: Side, call: string) => getCall(actor, stage.programme.id, call, "en");
const mailsOf = async (kind: string) => (await db.mail.findMany({ where: { kind, programmeId: stage.programme.id }, select: { to: true } })).map(({ to }) => to);

describe("a call", () => {
  test("is read by all admitted organisations, and those whose offers fit are told, once a day", async () => {
    const { author, other, member, programme } = stage;
    const fitting = await member("DE", ["Warehouse management software"]);
    const posted = await post(author);
    if (!posted.ok) throw new Error(posted.reason);
    expect(await mailsOf("call_posted")).toEqual([fitting.actor.email]);
    expect((await listCalls(other.actor, programme.id)).others.map(({ id }) => id)).toEqual([posted.value.id]);
    expect((await listCalls(author.actor, programme.id)).own.map(({ id }) => id)).toEqual([posted.value.id]);
    await post(author);
    expect(await mailsOf("call_posted")).toHaveLength(1);
    const waiting = await createMember((await createOrganisation({ programmeId: programme.id, state: "pending" })).id);
    await expect(listCalls(waiting, programme.id)).rejects.toThrow(NotFound);
    await expect(listCalls(visitor, programme.id)).rejects.toThrow(SignedOut);
  });

  test("is one for each form, at most three at a time, and ends within ninety days", async () => {
    const key = randomUUID();
    expect(await post(stage.author, { key })).toEqual({ ok: true, value: { id: key } });
    expect(await post(stage.author, { key })).toEqual({ ok: true, value: { id: key } });
    expect(await post(stage.author, { until: dayIn(-2) })).toEqual({ ok: false, reason: "in_past" });
    expect(await post(stage.author, { until: dayIn(93) })).toEqual({ ok: false, reason: "too_far" });
    await Promise.all(Array.from({ length: 5 }, () => post(stage.author)));
    expect(await db.call.count({ where: { organisationId: stage.author.organisation.id } })).toBe(3);
    expect(await post(stage.author)).toEqual({ ok: false, reason: "too_many_calls" });
    await closeCall(stage.author.actor, { call: key });
    expect((await post(stage.author)).ok).toBe(true);
  });

  test("is not there for those who have blocked its author or were blocked, and is hidden by staff", async () => {
    const { author, other, third, programme } = stage;
    const { id } = await createCall(programme.id, author);
    await db.block.create({ data: { blockerId: other.organisation.id, blockedId: author.organisation.id } });
    await expect(look(other, id)).rejects.toThrow(NotFound);
    await expect(answer(other, id)).rejects.toThrow(NotFound);
    await reportCall(third.actor, programme.id, { call: id, text: "An advertisement." });
    await reportCall(third.actor, programme.id, { call: id, text: "An advertisement." });
    const moderator = await createStaff("moderator", programme.id);
    expect(await listReported(moderator, programme.id)).toMatchObject([{ id, isHidden: false, reports: [{ reporter: third.organisation.name, text: "An advertisement." }] }]);
    await expect(hideCall(author.actor, { call: id, hidden: "yes" })).rejects.toThrow(NotFound);
    await expect(listReported(await createStaff("moderator", (await createProgramme()).id), programme.id)).rejects.toThrow(NotFound);
    await hideCall(moderator, { call: id, hidden: "yes" });
    await expect(look(third, id)).rejects.toThrow(NotFound);
    expect((await look(author, id)).call.state).toBe("hidden");
  });
});

describe("an answer", () => {
  test("is its author's and the call's author's alone, once for each organisation", async () => {
    const { author, other, third, programme } = stage;
    const { id } = await createCall(programme.id, author);
    const first = await answer(other, id);
    expect(await answer(other, id)).toEqual(first);
    expect(await answer(other, id, "Something else altogether.")).toEqual({ ok: false, reason: "already_answered" });
    await answer(third, id);
    expect((await look(author, id)).answers.map(({ organisation, contact: shown }) => [organisation.name, shown])).toEqual([[other.organisation.name, null], [third.organisation.name, null]]);
    expect((await look(other, id)).answers.map(({ organisation }) => organisation.name)).toEqual([other.organisation.name]);
    expect((await look(third, id)).call).toMatchObject({ answers: 0, open: 0, ownAnswer: "open" });
    expect(await mailsOf("call_answered")).toEqual([author.actor.email, author.actor.email]);
    await expect(answer(author, id)).rejects.toThrow(NotFound);
    await expect(db.callAnswer.create({ data: { callId: id, organisationId: author.organisation.id, userId: author.actor.userId, text: "It is my own.", locale: "en" } })).rejects.toThrow("CallAnswer_other_check");
  });

  test("comes too late when the call is closed", async () => {
    const { id } = await createCall(stage.programme.id, stage.author);
    await closeCall(stage.author.actor, { call: id });
    expect(await answer(stage.other, id)).toEqual({ ok: false, reason: "call_closed" });
  });

  test("that is declined loses its contact details, and cannot be accepted any more", async () => {
    const { author, other, third, programme } = stage;
    const { id } = await createAnswer((await createCall(programme.id, author)).id, other);
    await expect(declineAnswer(third.actor, { answer: id })).rejects.toThrow(NotFound);
    await declineAnswer(author.actor, { answer: id });
    await declineAnswer(author.actor, { answer: id });
    expect([await db.answerContact.count({ where: { answerId: id } }), await mailsOf("call_declined")]).toEqual([0, [other.actor.email]]);
    expect(await acceptAnswer(author.actor, { answer: id, ...contact })).toEqual({ ok: false, reason: "already_decided" });
  });
});

describe("accepting", () => {
  test("without a common event shows both how to reach each other, until one takes it back", async () => {
    const { author, other, programme } = stage;
    const call = await createCall(programme.id, author);
    const { id } = await createAnswer(call.id, other);
    expect(await acceptAnswer(author.actor, { answer: id })).toEqual({ ok: false, reason: "contact_needed" });
    expect((await look(author, call.id)).answers[0]).toMatchObject({ state: "open", contact: null, next: null });
    await expect(acceptAnswer(other.actor, { answer: id, ...contact })).rejects.toThrow(NotFound);
    expect(await acceptAnswer(author.actor, { answer: id, ...contact })).toEqual({ ok: true, value: { hasMeeting: false } });
    expect(await acceptAnswer(author.actor, { answer: id, ...contact })).toEqual({ ok: true, value: { hasMeeting: false } });
    expect((await look(author, call.id)).answers[0]?.contact).toEqual({ name: "Ben Hansen", email: "ben@mail.example", phone: null });
    expect((await look(other, call.id)).answers[0]?.contact).toEqual({ name: "Ada Nowak", email: "ada@mail.example", phone: null });
    expect(await mailsOf("call_accepted")).toEqual([other.actor.email]);
    await withdrawAnswerContact(other.actor, { answer: id });
    expect((await look(author, call.id)).answers[0]?.contact).toBeNull();
    expect(JSON.stringify(await db.mail.findMany({ where: { programmeId: programme.id } }))).not.toMatch(/Hansen|Nowak|ben@|ada@/);
  });

  test("makes a meeting of the next event that both are registered for, once, and keeps no contact details", async () => {
    const { author, other, programme } = stage;
    const later = await createEvent({ programmeId: programme.id, startsAt: new Date("2098-03-18T12:00:00Z"), endsAt: new Date("2098-03-18T14:15:00Z") });
    const event = await createEvent({ programmeId: programme.id });
    for (const [each, side] of [[later, author], [later, other], [event, author], [event, other]] as const) {
      await createRegistration({ eventId: each.id, organisationId: side.organisation.id, userId: side.actor.userId });
    }
    const call = await createCall(programme.id, author);
    const { id } = await createAnswer(call.id, other);
    expect((await look(author, call.id)).answers[0]?.next?.slug).toBe(event.slug);
    const colleague = await createMember(author.organisation.id);
    const answers = await Promise.all([author.actor, colleague, author.actor, colleague].map((actor) => acceptAnswer(actor, { answer: id })));
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: { hasMeeting: true } })));
    const meetings = await db.meeting.findMany({ where: { event: { programmeId: programme.id } }, select: { eventId: true, origin: true, subject: true, sides: { select: { organisationId: true } } } });
    expect(meetings).toEqual([{ eventId: event.id, origin: "call", subject: call.text, sides: expect.arrayContaining([{ organisationId: author.organisation.id }, { organisationId: other.organisation.id }]) as unknown }]);
    expect([await db.answerContact.count({ where: { answerId: id } }), await mailsOf("call_accepted")]).toEqual([0, [other.actor.email]]);
    expect((await look(other, call.id)).answers[0]?.event?.slug).toBe(event.slug);
  });

  test("names the meeting that the two have agreed already", async () => {
    const { programme } = stage;
    const event = await createEvent({ programmeId: programme.id });
    const [author, other] = [await createParticipant(event, "PL"), await createParticipant(event, "DE")];
    const [low = "", high = ""] = [author.organisation.id, other.organisation.id].toSorted();
    const meeting = await db.meeting.create({ data: { eventId: event.id, origin: "pairing", subject: "Before", subjectLocale: "en", lowId: low, highId: high } });
    const { id } = await createAnswer((await createCall(programme.id, author)).id, other);
    expect((await acceptAnswer(author.actor, { answer: id })).ok).toBe(true);
    expect(await db.callAnswer.findUniqueOrThrow({ where: { id }, select: { meetingId: true } })).toEqual({ meetingId: meeting.id });
  });
});

test.each([
  ["Call_text_check", { text: "Too short." }],
  ["Call_closes_check", { closesAt: new Date("2020-01-01T00:00:00Z") }],
])("the database refuses a call by %s", async (name, data) => {
  await expect(createCall(stage.programme.id, stage.author, data)).rejects.toThrow(name);
});
