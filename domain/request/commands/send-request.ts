import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { settleOpen } from "@/domain/event/access";
import { isCancelled } from "@/domain/event/rules";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { ok, Refusal, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireAskable } from "../access";
import { expiryOf, isQuotaReached } from "../rules";
import type { SendRequestInput } from "../schema";
import { chooseSpeaker, chooseSubject, type Words } from "./choose-words";
import { letterSelect, mailsOfArrival } from "./write-letters";

export type SendRefusal =
  | "too_many_attempts"
  | "event_over"
  | "event_cancelled"
  | "subject_gone"
  | "person_gone"
  | "already_open"
  | "already_agreed"
  | "blocked_by_you"
  | "not_available"
  | "quota_reached";

type Sent = { id: string };
type Draft = Words & { requesterPersonId: string; recipientId: string; message: string; messageLocale: Words["subjectLocale"] };

/** The request between the two that waits for an answer, whichever of them began. */
function findOpenPair(tx: Tx, eventId: string, one: string, other: string) {
  return tx.meetingRequest.findFirst({
    where: {
      eventId,
      state: "pending",
      OR: [{ requesterId: one, recipientId: other }, { requesterId: other, recipientId: one }],
    },
    select: { id: true, requesterId: true, subject: true, message: true },
  });
}

/** What stands in the way of one more request. The lock on the own organisation makes it true until the commit. */
async function findObstacle(tx: Tx, { event, organisationId }: Participant, recipientId: string): Promise<SendRefusal | null> {
  const blocks = await tx.block.findMany({
    where: { OR: [{ blockerId: organisationId, blockedId: recipientId }, { blockerId: recipientId, blockedId: organisationId }] },
    select: { blockerId: true },
  });
  if (blocks.some(({ blockerId }) => blockerId === organisationId)) return "blocked_by_you";
  if (blocks.length > 0) return "not_available";
  const used = await tx.meetingRequest.count({ where: { eventId: event.id, requesterId: organisationId, state: "pending" } });
  return isQuotaReached({ used, limit: event.requestQuota }) ? "quota_reached" : null;
}

function isAgreed(tx: Tx, eventId: string, one: string, other: string) {
  const [lowId = "", highId = ""] = [one, other].toSorted();
  return tx.meeting.findFirst({ where: { eventId, lowId, highId, state: "agreed" }, select: { id: true } });
}

/** Nothing is written where the answer is null: the other side asked at the same moment. */
async function insert(tx: Tx, { event, organisationId }: Participant, draft: Draft, now: Date): Promise<string | null> {
  const rows = await tx.meetingRequest.createManyAndReturn({
    data: [{ ...draft, eventId: event.id, requesterId: organisationId, createdAt: now, expiresAt: expiryOf(now, event) }],
    skipDuplicates: true,
    select: { id: true },
  });
  return rows[0]?.id ?? null;
}

async function tell(tx: Tx, actor: Actor, participant: Participant, id: string): Promise<void> {
  const letter = await tx.meetingRequest.findUniqueOrThrow({ where: { id }, relationLoadStrategy: "join", select: letterSelect });
  await recordAudit(tx, actor, {
    action: "request.send",
    objectType: "meeting_request",
    objectId: id,
    eventId: participant.event.id,
    organisationId: participant.organisationId,
  });
  await enqueueMail(tx, ...mailsOfArrival(letter));
}

async function send(tx: Tx, actor: Actor, participant: Participant, draft: Draft): Promise<Result<Sent, SendRefusal>> {
  const { event, organisationId } = participant;
  // Sends and blocks of one organisation pass here one after the other: the quota and the blocks hold until the commit.
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`;
  const open = await findOpenPair(tx, event.id, organisationId, draft.recipientId);
  if (open) {
    const isRepeated = open.requesterId === organisationId && open.subject === draft.subject && open.message === draft.message;
    return isRepeated ? ok({ id: open.id }) : refuse("already_open");
  }
  const obstacle = await findObstacle(tx, participant, draft.recipientId);
  if (obstacle) return refuse(obstacle);
  const id = await insert(tx, participant, draft, new Date());
  if (id === null) return refuse("already_open");
  // Only now: the insert has waited for an acceptance under way between the two.
  if (await isAgreed(tx, event.id, organisationId, draft.recipientId)) throw new Refusal<SendRefusal>("already_agreed");
  await tell(tx, actor, participant, id);
  return ok({ id });
}

/**
 * Asks another organisation of the event for a meeting. The same words sent twice are one request and one answer.
 * Refusals: see SendRefusal. Throws NotFound (no participant, no such organisation for the actor), SignedOut.
 */
export async function sendRequest(actor: Actor, input: SendRequestInput): Promise<Result<Sent, SendRefusal>> {
  const participant = await requireParticipant(actor, input.event);
  const recipient = await requireAskable(actor, participant, input.organisation);
  if (isCancelled(participant.event)) return refuse("event_cancelled");
  if (participant.event.endsAt <= new Date()) return refuse("event_over");
  if (!(await takePoint("request", participant.registration.userId))) return refuse("too_many_attempts");
  const words = await chooseSubject([participant.organisationId, recipient.id], input);
  if (!words) return refuse("subject_gone");
  const requesterPersonId = await chooseSpeaker(participant, input.person);
  if (!requesterPersonId) return refuse("person_gone");
  const draft = { ...words, requesterPersonId, recipientId: recipient.id, message: input.message, messageLocale: input.messageLocale };
  return settleOpen(db.$transaction((tx) => send(tx, actor, participant, draft)));
}
