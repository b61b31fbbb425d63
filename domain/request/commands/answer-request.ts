import type { Actor } from "@/domain/actor";
import { holdOpenEvent } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import { agreeMeeting } from "@/domain/meeting/commands";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { ok, Refusal, refuse, type Result, settle } from "@/domain/result";
import { type LatePlacement, placeLate } from "@/domain/schedule/commands/place-late";
import { db, type Tx } from "@/prisma/client";
import { requireRequest, type StoredRequest } from "../access";
import { isOverdue } from "../rules";
import type { AcceptRequestInput, DeclineRequestInput, RequestKey, RequestState, Side } from "../schema";
import { type Change, changeState } from "./change-state";
import { chooseSpeaker } from "./choose-words";
import { type Letter, mailToColleague } from "./write-letters";

/** Why an answer comes too late. */
export type TooLate = "already_accepted" | "already_declined" | "already_withdrawn" | "already_expired";
export type AcceptRefusal = TooLate | "event_cancelled" | "person_gone" | "already_agreed";
/** `placement`: whether the meeting has a time already. */
type Accepted = { id: string; meetingId: string; placement: LatePlacement };

const tooLate: Record<Exclude<RequestState, "pending">, TooLate> = {
  accepted: "already_accepted",
  declined: "already_declined",
  withdrawn: "already_withdrawn",
  expired: "already_expired",
};

/** What became of a request that cannot be answered any more. Its state never returns to pending. */
export function whyTooLate(request: { state: RequestState }): TooLate {
  return tooLate[request.state === "pending" ? "expired" : request.state];
}

/** The request as somebody else has just left it. */
export async function refuseTooLate(tx: Tx, id: string) {
  return refuse(whyTooLate(await tx.meetingRequest.findUniqueOrThrow({ where: { id }, select: { state: true } })));
}

/** Not open any more by what was read a moment ago: no need to queue for the row. */
export function isClosed(request: StoredRequest): boolean {
  return request.state !== "pending" || isOverdue(request, new Date());
}

/** A guard for the one row: still open, and the side that acts is right. */
export function openGuard({ event, organisationId }: Participant, id: string, side: Side) {
  const own = side === "requester" ? { requesterId: organisationId } : { recipientId: organisationId };
  return { id, eventId: event.id, expiresAt: { gt: new Date() }, ...own };
}

/** The meeting of a request that was accepted just now, placed at once where a schedule is out. */
async function makeMeeting(tx: Tx, actor: Actor, request: Letter, recipientPersonId: string): Promise<Omit<Accepted, "id">> {
  await holdOpenEvent(tx, request.eventId);
  const meeting = await agreeMeeting(tx, actor, {
    eventId: request.eventId,
    requestId: request.id,
    subject: request.subject,
    subjectLocale: request.subjectLocale,
    sides: [
      { organisationId: request.requesterId, registrationId: request.requesterPerson.id },
      { organisationId: request.recipientId, registrationId: recipientPersonId },
    ],
  });
  if (!meeting.ok) throw new Refusal<AcceptRefusal>(meeting.reason);
  const meetingId = meeting.value.id;
  return { meetingId, placement: await placeLate(tx, actor, { eventId: request.eventId, meetingId }) };
}

/** A colleague who did not answer himself is told that he will speak. */
async function tellColleague(tx: Tx, actor: Actor, letter: Letter): Promise<void> {
  const speaker = letter.recipientPerson;
  if (!speaker || (actor.kind === "person" && actor.userId === speaker.userId)) return;
  await enqueueMail(tx, mailToColleague(letter, speaker));
}

/** Who will speak: the colleague named now, the one put forward before, or the actor. */
async function chooseAnswerer(participant: Participant, request: StoredRequest, person: string | undefined): Promise<string | null> {
  if (person !== undefined) return chooseSpeaker(participant, person);
  const proposed = request.recipientPersonId ? await chooseSpeaker(participant, request.recipientPersonId) : null;
  return proposed ?? participant.registration.id;
}

/**
 * Agrees to a meeting; any colleague who takes part may be named as the one who comes. Where a schedule is released
 * already, the meeting gets a slot and a room that are free for both: those that leave the two the fewest breaks.
 * Refusals: what became of the request meanwhile; "event_cancelled"; "person_gone" (one of the two does not take part any more);
 * "already_agreed" (the moderators have paired the two). Throws NotFound, SignedOut.
 */
export async function acceptRequest(actor: Actor, input: AcceptRequestInput): Promise<Result<Accepted, AcceptRefusal>> {
  const participant = await requireParticipant(actor, input.event);
  const request = await requireRequest(participant, input.id, "recipient");
  if (isClosed(request)) return refuse(whyTooLate(request));
  const recipientPersonId = await chooseAnswerer(participant, request, input.person);
  if (!recipientPersonId) return refuse("person_gone");
  const change = { to: "accepted", by: participant.organisationId, recipientPersonId } as const;
  return settle(db.$transaction(async (tx): Promise<Result<Accepted, AcceptRefusal>> => {
    const [letter] = await changeState(tx, actor, openGuard(participant, request.id, "recipient"), change);
    if (!letter) return refuseTooLate(tx, request.id);
    const made = await makeMeeting(tx, actor, letter, recipientPersonId);
    await tellColleague(tx, actor, letter);
    return ok({ id: request.id, ...made });
  }));
}

/**
 * Declines with a ready-made reason, own words, or both. Refusals: what became of the request meanwhile.
 * Throws NotFound, SignedOut.
 */
export async function declineRequest(actor: Actor, input: DeclineRequestInput): Promise<Result<{ id: string }, TooLate>> {
  const reason = { code: input.code ?? null, text: input.text || null };
  return close(actor, input, "recipient", (by) => ({ to: "declined", by, ...reason }));
}

/** Takes an own request back. Refusals: what became of it meanwhile. Throws NotFound, SignedOut. */
export async function withdrawRequest(actor: Actor, input: RequestKey): Promise<Result<{ id: string }, TooLate>> {
  return close(actor, input, "requester", (by) => ({ to: "withdrawn", by }));
}

/** Ends an open request without a meeting. */
async function close(actor: Actor, input: RequestKey, side: Side, change: (by: string) => Change): Promise<Result<{ id: string }, TooLate>> {
  const participant = await requireParticipant(actor, input.event);
  const request = await requireRequest(participant, input.id, side);
  if (isClosed(request)) return refuse(whyTooLate(request));
  return db.$transaction(async (tx) => {
    const closed = await changeState(tx, actor, openGuard(participant, request.id, side), change(participant.organisationId));
    return closed.length > 0 ? ok({ id: request.id }) : refuseTooLate(tx, request.id);
  });
}
