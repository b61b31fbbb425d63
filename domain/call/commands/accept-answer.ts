import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { agreeMeeting, lockEvent } from "@/domain/meeting/commands";
import { ok, Refusal, refuse, requirePerson, type Result, settle } from "@/domain/result";
import { placeLate } from "@/domain/schedule/commands/place-late";
import { db, type Tx } from "@/prisma/client";
import { requireReceived } from "../access";
import { type CommonEvent, findCommonEvents } from "../queries/find-event";
import { type AcceptInput, type AnswerKey, contactConsent } from "../schema";
import { lettersOfAnswer } from "./write-letters";

export type AcceptRefusal = "contact_needed" | "person_gone" | "already_decided";
type Received = Awaited<ReturnType<typeof requireReceived>>;

/** The first words of a call, as the subject of a meeting. */
function subjectOf(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/** The meeting that the answer becomes; the one that the two have agreed already, where they have. */
async function meet(tx: Tx, actor: Actor, { call }: Received, { eventId, sides }: CommonEvent): Promise<string | null> {
  await lockEvent(tx, eventId);
  const agreement = { eventId, requestId: null, origin: "call" as const, subject: subjectOf(call.text), subjectLocale: call.locale, sides };
  const agreed = await agreeMeeting(tx, actor, agreement);
  if (agreed.ok) {
    await placeLate(tx, actor, { eventId, meetingId: agreed.value.id });
    return agreed.value.id;
  }
  if (agreed.reason === "person_gone") throw new Refusal<AcceptRefusal>("person_gone");
  const [lowId = "", highId = ""] = sides.map(({ organisationId }) => organisationId).toSorted();
  const before = await tx.meeting.findFirst({ where: { eventId, lowId, highId, state: "agreed", callAnswer: null }, select: { id: true } });
  return before?.id ?? null;
}

/** The author's own contact details, where the answer's are shown in return. */
async function exchange(tx: Tx, userId: string, answerId: string, { name, email, phone, consent, locale }: AcceptInput): Promise<void> {
  if (!name || !email || !consent || !locale) throw new Refusal<AcceptRefusal>("contact_needed");
  const given = await tx.consent.create({ data: { ...contactConsent, userId, locale }, select: { id: true } });
  await tx.answerContact.create({ data: { answerId, isOfAnswer: false, userId, name, email, phone: phone ?? null, consentId: given.id } });
}

async function accept(tx: Tx, actor: Actor, received: Received, input: AcceptInput): Promise<Result<{ hasMeeting: boolean }, AcceptRefusal>> {
  const { id, call, organisationId } = received;
  const { userId } = requirePerson(actor);
  // Whoever changes the row has decided: all others come too late.
  const { count } = await tx.callAnswer.updateMany({ where: { id, state: "open" }, data: { state: "accepted", decidedAt: new Date() } });
  if (count === 0) {
    const now = await tx.callAnswer.findUniqueOrThrow({ where: { id }, select: { state: true, meetingId: true } });
    return now.state === "accepted" ? ok({ hasMeeting: now.meetingId !== null }) : refuse("already_decided");
  }
  const event = (await findCommonEvents(call.programmeId, { organisationId: call.organisationId, userId }, [received], tx)).get(organisationId);
  if (event) {
    await tx.callAnswer.update({ where: { id }, data: { meetingId: await meet(tx, actor, received, event) } });
    // They meet: nobody's details are shown, so none are kept.
    await tx.consent.updateMany({ where: { withdrawnAt: null, answerContact: { answerId: id } }, data: { withdrawnAt: new Date() } });
  } else await exchange(tx, userId, id, input);
  await recordAudit(tx, actor, { action: "call.accept", objectType: "call_answer", objectId: id, programmeId: call.programmeId, organisationId: call.organisationId, details: { partner: organisationId } });
  await enqueueMail(tx, ...(await lettersOfAnswer(tx, id, "call_accepted")));
  return ok({ hasMeeting: event !== undefined });
}

/**
 * Accepts an answer to an own call: it becomes a meeting of the next event that both are registered for, or where there is
 * none both sides see how to reach each other. Twice is the same as once.
 * Refusals: see AcceptRefusal. Throws NotFound, SignedOut.
 */
export async function acceptAnswer(actor: Actor, input: AcceptInput): Promise<Result<{ hasMeeting: boolean }, AcceptRefusal>> {
  const received = await requireReceived(actor, input.answer);
  return settle(db.$transaction((tx) => accept(tx, actor, received, input)));
}

/** Declines an answer to an own call; its author is told, and its contact details are deleted. Refusals: "already_decided". Throws NotFound, SignedOut. */
export async function declineAnswer(actor: Actor, input: AnswerKey): Promise<Result<{ id: string }, "already_decided">> {
  const { id, call } = await requireReceived(actor, input.answer);
  return db.$transaction(async (tx) => {
    const { count } = await tx.callAnswer.updateMany({ where: { id, state: "open" }, data: { state: "declined", decidedAt: new Date() } });
    if (count === 0) return (await tx.callAnswer.count({ where: { id, state: "declined" } })) > 0 ? ok({ id }) : refuse("already_decided");
    await tx.consent.updateMany({ where: { withdrawnAt: null, answerContact: { answerId: id } }, data: { withdrawnAt: new Date() } });
    await recordAudit(tx, actor, { action: "call.decline", objectType: "call_answer", objectId: id, programmeId: call.programmeId, organisationId: call.organisationId });
    await enqueueMail(tx, ...(await lettersOfAnswer(tx, id, "call_declined")));
    return ok({ id });
  });
}
