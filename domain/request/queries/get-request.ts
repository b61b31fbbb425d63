import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { findMeetingWith } from "@/domain/meeting/queries";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { found } from "@/domain/result";
import { loadOtherTimes } from "@/domain/schedule/queries/load-options";
import { loadLatest } from "@/domain/schedule/queries/load-release";
import { db } from "@/prisma/client";
import { requestsOf } from "../access";
import { groupOf } from "../rules";
import type { HistoryAction, HistoryEntry, RequestDetail, RequestKey, RequestSummary } from "../schema";
import { summarySelect, toSummary } from "./list-inbox";
import { listSpeakers } from "./list-speakers";

const person = { select: { id: true, personName: true } } as const;
const detailSelect = {
  ...summarySelect,
  version: true,
  statementId: true,
  requesterPerson: person,
  recipientPerson: person,
  meeting: { select: { id: true, state: true, cancelReason: true } },
} as const;

const endings = { accepted: "request.accept", declined: "request.decline", withdrawn: "request.withdraw", expired: "request.expire" } as const;

/** The beginning and the end of a request, which it tells itself, whether or not the log still does. */
function ownSteps({ side, state, createdAt, answeredAt }: RequestSummary): HistoryEntry[] {
  const asker = side === "requester" ? "own" : "partner";
  const asked = side === "requester" ? "partner" : "own";
  const begin: HistoryEntry = { at: createdAt, action: "request.send", by: asker };
  if (state === "pending" || !answeredAt) return [begin];
  const by = { accepted: asked, declined: asked, withdrawn: asker, expired: "staff" } as const;
  return [{ at: answeredAt, action: endings[state], by: by[state] }, begin];
}

const loggedActions = ["request.edit", "request.propose_colleague", "meeting.cancel"] as const satisfies readonly HistoryAction[];

/** Who did something: the reader's organisation, the other one, or staff. */
function whoDid(organisationId: string | null, own: string, partner: string): HistoryEntry["by"] {
  if (organisationId === own) return "own";
  return organisationId === partner ? "partner" : "staff";
}

/** What happened to a request and its meeting, the latest first; changes in between come from the audit log. */
async function readHistory({ organisationId }: Participant, objectIds: string[], summary: RequestSummary): Promise<HistoryEntry[]> {
  const entries = await db.auditEntry.findMany({
    where: { objectType: { in: ["meeting_request", "meeting"] }, objectId: { in: objectIds }, action: { in: [...loggedActions] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
    select: { at: true, action: true, organisationId: true },
  });
  const logged = entries.flatMap((entry): HistoryEntry[] => {
    const action = loggedActions.find((known) => known === entry.action);
    if (!action) return [];
    return [{ at: entry.at, action, by: whoDid(entry.organisationId, organisationId, summary.partner.id) }];
  });
  return [...logged, ...ownSteps(summary)].toSorted((a, b) => b.at.getTime() - a.at.getTime());
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
  const [history, speakers, meeting, options, blocks] = await Promise.all([
    readHistory(participant, [key.id, ...(made ? [made.id] : [])], summary),
    listSpeakers(participant, theirPerson?.id ?? null),
    made?.state === "agreed" ? findMeetingWith(participant, summary.partner.id) : null,
    made?.state === "agreed" ? loadLatest(db, participant.event.id).then((latest) => loadOtherTimes(db, participant.event.id, latest, [made.id])) : null,
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
    options: (made && options?.get(made.id)) ?? null,
    cancelReason: made?.cancelReason ?? null,
    group: groupOf({ ...summary, isMeetingAgreed: !summary.isCancelled }, new Date()),
    ownId: participant.organisationId,
    ownPersonId: participant.registration.id,
    isBlockedByUs: blocks > 0,
    speakers,
    history,
  };
}
