import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { findMeetingWith } from "@/domain/meeting/queries";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { requestsOf } from "../access";
import { groupOf } from "../rules";
import { type HistoryEntry, historyActions, type RequestDetail, type RequestKey } from "../schema";
import { summarySelect, toSummary } from "./list-inbox";
import { listSpeakers } from "./list-speakers";

const person = { select: { id: true, personName: true } } as const;
const detailSelect = {
  ...summarySelect,
  version: true,
  statementId: true,
  requesterPerson: person,
  recipientPerson: person,
  meeting: { select: { id: true, state: true } },
} as const;

/** What happened to a request and its meeting, from the audit log, the latest first. */
async function readHistory({ organisationId }: Participant, objectIds: string[], partnerId: string): Promise<HistoryEntry[]> {
  const entries = await db.auditEntry.findMany({
    where: { objectType: { in: ["meeting_request", "meeting"] }, objectId: { in: objectIds } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
    select: { at: true, action: true, organisationId: true },
  });
  return entries.flatMap((entry) => {
    const action = historyActions.find((known) => known === entry.action);
    if (!action) return [];
    const by = entry.organisationId === organisationId ? "own" : entry.organisationId === partnerId ? "partner" : "staff";
    return [{ at: entry.at, action, by }];
  });
}

/**
 * One request of the actor's organisation with its history, its meeting and who could speak.
 * @param locale language of the event's title
 * Throws NotFound, SignedOut.
 */
export async function getRequest(actor: Actor, key: RequestKey, locale: Locale): Promise<RequestDetail> {
  const participant = await requireParticipant(actor, key.event, locale);
  const row = found(await db.meetingRequest.findFirst({
    where: { id: key.id, ...requestsOf(participant) },
    relationLoadStrategy: "join",
    select: detailSelect,
  }));
  const { version, statementId, requesterPerson, recipientPerson, meeting: made, ...rest } = row;
  const summary = toSummary({ ...rest, meeting: made }, participant.organisationId);
  const theirPerson = summary.side === "recipient" ? requesterPerson : recipientPerson;
  const [history, speakers, meeting, blocks] = await Promise.all([
    readHistory(participant, [key.id, ...(made ? [made.id] : [])], summary.partner.id),
    listSpeakers(participant, theirPerson?.id ?? null),
    made?.state === "agreed" ? findMeetingWith(participant, summary.partner.id) : null,
    db.block.count({ where: { blockerId: participant.organisationId, blockedId: summary.partner.id } }),
  ]);
  return {
    ...summary,
    event: participant.event,
    version,
    statementId,
    requesterPerson,
    recipientPerson,
    meeting,
    group: groupOf({ ...summary, isMeetingAgreed: !summary.isCancelled }, new Date()),
    ownId: participant.organisationId,
    ownPersonId: participant.registration.id,
    isBlockedByUs: blocks > 0,
    speakers,
    history,
  };
}
