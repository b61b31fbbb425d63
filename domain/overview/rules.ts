import type { OverviewCounts } from "./schema";

/** The share of requests whose time is over that were answered, 0 to 1; null while there are none. */
export function answerRate({ accepted, declined, expired }: Pick<OverviewCounts["requests"], "accepted" | "declined" | "expired">): number | null {
  const answered = accepted + declined;
  return answered + expired === 0 ? null : answered / (answered + expired);
}

/**
 * Meetings that the schedule will have to place: what is agreed, and of the open requests as many as were accepted of
 * those that have ended.
 */
export function expectMeetings({ requests, meetings }: OverviewCounts): number {
  const { accepted, declined, expired, pending } = requests;
  const ended = accepted + declined + expired;
  return meetings.agreed + (ended === 0 ? 0 : Math.round((pending * accepted) / ended));
}

/** Participants are reminded of what they lack as long as it helps: until the event is over. */
export function canNudge({ endsAt }: { endsAt: Date }, now: Date): boolean {
  return endsAt > now;
}
