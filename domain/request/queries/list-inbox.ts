import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { listMeetings, partnerSelect, toPartner } from "@/domain/meeting/queries";
import type { MeetingSummary } from "@/domain/meeting/schema";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requestsOf } from "../access";
import { groupOf } from "../rules";
import { type DeclineCode, declineCodes, type Inbox, type InboxGroup, type RequestSummary } from "../schema";

export const summarySelect = {
  id: true,
  state: true,
  requesterId: true,
  subject: true,
  subjectLocale: true,
  message: true,
  messageLocale: true,
  declineCode: true,
  declineText: true,
  createdAt: true,
  expiresAt: true,
  answeredAt: true,
  requester: { select: partnerSelect },
  recipient: { select: partnerSelect },
  meeting: { select: { state: true } },
} as const satisfies Prisma.MeetingRequestSelect;

type Row = Prisma.MeetingRequestGetPayload<{ select: typeof summarySelect }>;

function toCode(code: string | null): DeclineCode | null {
  return declineCodes.find((known) => known === code) ?? null;
}

/** A request, seen from one of its two sides. */
export function toSummary({ requesterId, requester, recipient, meeting, declineCode, ...row }: Row, ownId: string): RequestSummary {
  const side = requesterId === ownId ? "requester" : "recipient";
  return {
    ...row,
    side,
    partner: toPartner(side === "requester" ? recipient : requester),
    declineCode: toCode(declineCode),
    isCancelled: meeting?.state === "cancelled",
  };
}

/** Past requests that the inbox shows, the latest first. */
const mostPast = 100;

async function readRequests(participant: Participant): Promise<RequestSummary[]> {
  const own = requestsOf(participant);
  const [open, past] = await Promise.all([
    db.meetingRequest.findMany({ where: { ...own, state: "pending" }, orderBy: { expiresAt: "asc" }, relationLoadStrategy: "join", select: summarySelect }),
    db.meetingRequest.findMany({
      where: { ...own, state: { not: "pending" } },
      orderBy: { answeredAt: "desc" },
      take: mostPast,
      relationLoadStrategy: "join",
      select: summarySelect,
    }),
  ]);
  return [...open, ...past].map((row) => toSummary(row, participant.organisationId));
}

/** The requests of one group; agreed ones are shown by their meetings. */
function inGroup(requests: readonly RequestSummary[], group: InboxGroup, now: Date): RequestSummary[] {
  return requests.filter((request) => groupOf({ ...request, isMeetingAgreed: !request.isCancelled }, now) === group);
}

function isOwn(meeting: MeetingSummary, registrationId: string): boolean {
  return meeting.state === "agreed" && meeting.speaker.id === registrationId;
}

/**
 * Everything that the actor's organisation asked, was asked, and agreed to in an event.
 * @param locale language of the event's title
 * Throws NotFound, SignedOut.
 */
export async function listInbox(actor: Actor, eventSlug: string, locale: Locale): Promise<Inbox> {
  const participant = await requireParticipant(actor, eventSlug, locale);
  const { event, registration } = participant;
  const [requests, meetings, freeSlots] = await Promise.all([
    readRequests(participant),
    listMeetings(participant),
    db.availability.count({ where: { registrationId: registration.id } }),
  ]);
  const now = new Date();
  const used = requests.filter((request) => request.side === "requester" && request.state === "pending").length;
  return {
    event,
    answer: inGroup(requests, "answer", now),
    waiting: inGroup(requests, "waiting", now),
    agreed: meetings.filter((meeting) => meeting.state === "agreed"),
    past: inGroup(requests, "past", now),
    cancelledPairings: meetings.filter((meeting) => meeting.state === "cancelled" && meeting.origin === "pairing"),
    quota: { used, limit: event.requestQuota },
    load: { freeSlots, meetings: meetings.filter((meeting) => isOwn(meeting, registration.id)).length },
  };
}
