import { loadCloseness } from "@/domain/embedding/queries";
import { type Absence, explainAbsence, type Standing } from "@/domain/matching/absence";
import { evenFrequency, measureBy } from "@/domain/matching/frequency";
import { explainPair } from "@/domain/matching/suggest";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Viewpoint } from "../access";
import type { SuggestionReason } from "../schema";
import { matchSelect, mostReasons, toMatch, withSentences } from "./list-suggestions";

/**
 * Besides what is compared, what the viewpoint's organisation has to do with the one that is read. Being in touch counts
 * inside an event alone, as it does among suggestions.
 */
const standingSelect = ({ own, programmeId, eventId }: Viewpoint) => {
  const inEvent = { eventId: { in: eventId === undefined ? [] : [eventId] } };
  const open = { ...inEvent, state: { in: ["pending" as const, "accepted" as const] } };
  return {
    ...matchSelect,
    dismissedBy: { where: { organisationId: own.id, programmeId }, select: { dismissedId: true } },
    blockedBy: { where: { blockerId: own.id }, select: { blockedId: true } },
    sentRequests: { where: { ...open, recipientId: own.id }, take: 1, select: { id: true } },
    receivedRequests: { where: { ...open, requesterId: own.id }, take: 1, select: { id: true } },
    meetingSides: { where: { meeting: { ...inEvent, state: "agreed", sides: { some: { organisationId: own.id } } } }, take: 1, select: { meetingId: true } },
  } as const satisfies Prisma.OrganisationSelect;
};

type Row = Prisma.OrganisationGetPayload<{ select: ReturnType<typeof standingSelect> }>;

function standingOf({ dismissedBy, blockedBy, sentRequests, receivedRequests, meetingSides }: Row): Standing {
  const beforeMeeting = sentRequests.length + receivedRequests.length > 0 ? "asked" : "none";
  return {
    isDismissedByYou: dismissedBy.length > 0,
    isBlockedByYou: blockedBy.length > 0,
    contact: meetingSides.length > 0 ? "agreed" : beforeMeeting,
  };
}

/** Why an organisation fits the reader's, and why it is not suggested. */
export type Explained = { reasons: SuggestionReason[]; absences: Absence[] };

/**
 * Why another organisation fits the viewpoint's own one, and what keeps it from being suggested, told to the own side.
 * What only the other side has done is not told. Id of an organisation the caller may see.
 */
export async function explainPartner(place: Viewpoint, otherId: string): Promise<Explained> {
  const ids = [place.own.id, otherId];
  const [rows, closeness] = await Promise.all([
    db.organisation.findMany({ where: { id: { in: ids } }, select: standingSelect(place), relationLoadStrategy: "join" }),
    loadCloseness(ids),
  ]);
  const otherRow = rows.find(({ id }) => id === otherId);
  if (otherId === place.own.id || !otherRow) return { reasons: [], absences: [] };
  const [own, other] = [toMatch(found(rows.find(({ id }) => id === place.own.id))), toMatch(otherRow)];
  return {
    reasons: withSentences(explainPair(own, other, mostReasons, { ...measureBy(evenFrequency), closeness }), [...own.statements, ...other.statements]),
    absences: explainAbsence(own, other, standingOf(otherRow)),
  };
}
