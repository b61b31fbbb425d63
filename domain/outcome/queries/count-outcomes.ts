import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { Locale } from "@/domain/input";
import { db } from "@/prisma/client";
import { isCountable } from "../rules";
import { type OutcomeCounts, outcomes } from "../schema";

/**
 * How the meetings of an event went, in counts: no role reads what one side said of one meeting, so none are given
 * where few have answered. Throws NotFound, SignedOut.
 */
export async function countOutcomes(actor: Actor, eventSlug: string, locale?: Locale): Promise<OutcomeCounts> {
  const event = await requireModerator(actor, eventSlug, locale);
  const of = { meeting: { eventId: event.id } };
  const [sides, ratings, organisations, secondMeetings, shares, cooperations] = await Promise.all([
    db.meetingSide.count({ where: { meeting: { eventId: event.id, state: "agreed", seats: { some: { resourceKind: "room", startsAt: { lte: new Date() } } } } } }),
    db.rating.groupBy({ by: ["outcome"], where: { side: of }, _count: true }),
    db.rating.groupBy({ by: ["organisationId"], where: { side: of } }),
    db.secondMeeting.count({ where: of }),
    db.contactShare.groupBy({ by: ["meetingId"], where: { side: of }, having: { meetingId: { _count: { gte: 2 } } } }),
    db.cooperation.count({ where: of }),
  ]);
  const rated = ratings.reduce((sum, { _count }) => sum + _count, 0);
  const counts = Object.fromEntries(outcomes.map((one) => [one, ratings.find(({ outcome }) => outcome === one)?._count ?? 0])) as Record<(typeof outcomes)[number], number>;
  return { event, sides, rated, outcomes: isCountable({ rated, organisations: organisations.length }) ? counts : null, secondMeetings, exchanges: shares.length, cooperations };
}
