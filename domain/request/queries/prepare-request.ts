import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { comparePair } from "@/domain/matching/suggest";
import { findMeetingWith } from "@/domain/meeting/queries";
import { cardSelect, toCard } from "@/domain/organisation/queries";
import type { OrganisationCard } from "@/domain/organisation/schema";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { found, NotFound } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireAskable } from "../access";
import type { AskView, EditView, Quota, RequestKey, Side } from "../schema";
import { getRequest } from "./get-request";
import { listSpeakers } from "./list-speakers";

/** Open requests that the participant's organisation has sent, and how many it may have. */
async function requestQuota({ event, organisationId }: Participant): Promise<Quota> {
  const used = await db.meetingRequest.count({ where: { eventId: event.id, requesterId: organisationId, state: "pending" } });
  return { used, limit: event.requestQuota };
}

/** The request between two organisations that waits for an answer; `side` is that of the participant's own. */
async function openRequestBetween({ event, organisationId }: Participant, otherId: string): Promise<{ id: string; side: Side } | null> {
  const open = await db.meetingRequest.findFirst({
    where: {
      eventId: event.id,
      state: "pending",
      OR: [{ requesterId: organisationId, recipientId: otherId }, { requesterId: otherId, recipientId: organisationId }],
    },
    select: { id: true, requesterId: true },
  });
  return open && { id: open.id, side: open.requesterId === organisationId ? "requester" : "recipient" };
}

type Pair = { own: OrganisationCard; partner: OrganisationCard; matched: string[] };

/** Two organisations with their needs and offers, and which of these meet. */
async function readPair(ownId: string, otherId: string): Promise<Pair> {
  const rows = await db.organisation.findMany({ where: { id: { in: [ownId, otherId] } }, relationLoadStrategy: "join", select: cardSelect });
  const card = (id: string) => toCard(found(rows.find((row) => row.id === id)));
  const [own, partner] = [card(ownId), card(otherId)];
  return { own, partner, matched: comparePair(own, partner).reasons.flatMap(({ needId, offerId }) => [needId, offerId]) };
}

/** The actor's own request, ready to be changed; one that is answered is there as well. Throws NotFound, SignedOut. */
export async function prepareEdit(actor: Actor, key: RequestKey, locale: Locale): Promise<EditView> {
  const request = await getRequest(actor, key, locale);
  if (request.side !== "requester") throw new NotFound("only who asks changes the words");
  return { request, ...(await readPair(request.ownId, request.partner.id)) };
}

/**
 * Everything that somebody who wants to ask another organisation sees first.
 * @param locale language of the event's title
 * Throws NotFound, SignedOut.
 */
export async function prepareRequest(actor: Actor, key: { event: string; organisation: string }, locale: Locale): Promise<AskView> {
  const participant = await requireParticipant(actor, key.event, locale);
  const { event, organisationId, registration } = participant;
  const { id } = await requireAskable(actor, participant, key.organisation);
  const [pair, quota, open, meeting, speakers, blocks] = await Promise.all([
    readPair(organisationId, id),
    requestQuota(participant),
    openRequestBetween(participant, id),
    findMeetingWith(participant, id),
    listSpeakers(participant, null),
    db.block.count({ where: { blockerId: organisationId, blockedId: id } }),
  ]);
  const isBlockedByUs = blocks > 0;
  return { event, ...pair, quota, open, isAgreed: meeting !== null, isBlockedByUs, ownPersonId: registration.id, speakers };
}
