import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { ok, refuse, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireRequest } from "../access";
import type { EditRequestInput, ProposeColleagueInput, Side } from "../schema";
import { isClosed, openGuard, refuseTooLate, type TooLate, whyTooLate } from "./answer-request";
import { chooseSpeaker, chooseSubject } from "./choose-words";
import { letterSelect, mailsOfColleague } from "./write-letters";

type Change = { id: string; version: number; side: Side; action: string; data: Prisma.MeetingRequestUncheckedUpdateManyInput };

/** Changes an open request that nobody else has changed since `version`. */
async function change(tx: Tx, actor: Actor, participant: Participant, { id, version, side, action, data }: Change) {
  const { count } = await tx.meetingRequest.updateMany({
    where: { ...openGuard(participant, id, side), state: "pending", version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) {
    const now = await tx.meetingRequest.findUniqueOrThrow({ where: { id }, select: { state: true, version: true } });
    return now.state === "pending" && now.version !== version ? refuse("changed_meanwhile") : refuseTooLate(tx, id);
  }
  const { event, organisationId } = participant;
  await holdOpenEvent(tx, event.id, "share");
  await recordAudit(tx, actor, { action, objectType: "meeting_request", objectId: id, eventId: event.id, organisationId });
  return ok({ id });
}

type EditRefusal = TooLate | "event_cancelled" | "changed_meanwhile" | "subject_gone" | "person_gone";

/**
 * Changes what an own open request says, is about, and who speaks. Nobody is told again: the other side reads it
 * as it stands when they answer.
 * Refusals: what became of it meanwhile; "event_cancelled"; "changed_meanwhile"; "subject_gone"; "person_gone". Throws NotFound, SignedOut.
 */
export async function editRequest(actor: Actor, input: EditRequestInput): Promise<Result<{ id: string }, EditRefusal>> {
  const participant = await requireParticipant(actor, input.event);
  const request = await requireRequest(participant, input.id, "requester");
  if (isClosed(request)) return refuse(whyTooLate(request));
  const words = await chooseSubject([request.requesterId, request.recipientId], input);
  if (!words) return refuse("subject_gone");
  const requesterPersonId = await chooseSpeaker(participant, input.person ?? request.requesterPersonId);
  if (!requesterPersonId) return refuse("person_gone");
  const data = { ...words, requesterPersonId, message: input.message, messageLocale: input.messageLocale };
  return settle<{ id: string }, EditRefusal>(db.$transaction((tx) =>
    change(tx, actor, participant, { id: request.id, version: input.version, side: "requester", action: "request.edit", data }),
  ));
}

/**
 * Puts a colleague forward who would come instead; the request stays open, and any of them may still answer it.
 * The colleague and the person who asked are told.
 * Refusals: what became of it meanwhile; "event_cancelled"; "changed_meanwhile"; "person_gone". Throws NotFound, SignedOut.
 */
export async function proposeColleague(
  actor: Actor,
  input: ProposeColleagueInput,
): Promise<Result<{ id: string }, TooLate | "event_cancelled" | "changed_meanwhile" | "person_gone">> {
  const participant = await requireParticipant(actor, input.event);
  const request = await requireRequest(participant, input.id, "recipient");
  if (isClosed(request)) return refuse(whyTooLate(request));
  const recipientPersonId = await chooseSpeaker(participant, input.person);
  if (!recipientPersonId) return refuse("person_gone");
  if (recipientPersonId === request.recipientPersonId) return ok({ id: request.id });
  return settle(db.$transaction(async (tx) => {
    const data = { recipientPersonId };
    const changed = await change(tx, actor, participant, {
      id: request.id, version: input.version, side: "recipient", action: "request.propose_colleague", data,
    });
    if (!changed.ok) return changed;
    const letter = await tx.meetingRequest.findUniqueOrThrow({
      where: { id: request.id },
      relationLoadStrategy: "join",
      select: letterSelect,
    });
    if (letter.recipientPerson) await enqueueMail(tx, ...mailsOfColleague(letter, letter.recipientPerson));
    return changed;
  }));
}
