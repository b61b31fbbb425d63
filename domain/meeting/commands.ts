import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { told } from "@/domain/calendar/rules";
import type { EntryChange } from "@/domain/calendar/schema";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { enqueueMail } from "@/domain/mail/commands";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireMeeting } from "./access";
import type { CancelMeetingInput, MeetingOrigin } from "./schema";

type Party = { organisationId: string; registrationId: string };

export type Agreement = {
  eventId: string;
  /** The accepted request; null where a moderator paired the two. */
  requestId: string | null;
  subject: string;
  subjectLocale: Locale;
  /** Where it came from neither of the two: an accepted answer to a call. */
  origin?: "call";
  sides: readonly [Party, Party];
};

/**
 * Holds the event until the transaction ends. Whatever gives or frees seats takes this lock first, before rows of
 * requests' persons, meetings and seats, so that a release and a cancellation never pass each other.
 */
export async function lockEvent(tx: Tx, eventId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${eventId}::uuid FOR NO KEY UPDATE`;
}

/** Those of the persons who still take part; they cannot leave before the transaction ends. */
async function holdPersons(tx: Tx, registrationIds: readonly string[]): Promise<Set<string>> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Registration" WHERE "id" = ANY(${[...registrationIds]}::uuid[]) AND "state" = 'approved'
    ORDER BY "id" FOR SHARE`;
  return new Set(held.map(({ id }) => id));
}

const pairOf = ({ sides }: Agreement) => {
  const [lowId = "", highId = ""] = sides.map((side) => side.organisationId).toSorted();
  return { lowId, highId };
};

/** What became of an agreement: the meeting's id, or why there is none. */
type Agreed = Result<{ id: string }, "already_agreed" | "person_gone">;

/**
 * Makes the one meeting that two organisations may have in an event, for each of the agreements of one event, in the
 * caller's transaction, which has called lockEvent. They have no slot yet. As many queries for a hundred as for one.
 * Refusals, one by one: "already_agreed", "person_gone" (one of the two does not take part any more).
 */
export async function agreeMeetings(tx: Tx, actor: Actor, agreements: readonly Agreement[]): Promise<Agreed[]> {
  const present = await holdPersons(tx, agreements.flatMap(({ sides }) => sides.map((side) => side.registrationId)));
  const isHeld = ({ sides }: Agreement) => sides.every((side) => present.has(side.registrationId));
  const originOf = ({ requestId, origin }: Agreement): MeetingOrigin => origin ?? (requestId === null ? "pairing" : "request");
  const made = await tx.meeting.createManyAndReturn({
    data: agreements.filter(isHeld).map((agreement) => {
      const { sides: _, ...about } = agreement;
      return { ...about, origin: originOf(agreement), ...pairOf(agreement) };
    }),
    skipDuplicates: true,
    select: { id: true, lowId: true, highId: true },
  });
  const ids = new Map(made.map(({ id, lowId, highId }) => [`${lowId} ${highId}`, id]));
  const answers = agreements.map((agreement): { agreement: Agreement; answer: Agreed } => {
    const { lowId, highId } = pairOf(agreement);
    const id = ids.get(`${lowId} ${highId}`);
    ids.delete(`${lowId} ${highId}`);
    if (id === undefined) return { agreement, answer: refuse(isHeld(agreement) ? "already_agreed" : "person_gone") };
    return { agreement, answer: ok({ id }) };
  });
  const agreed = answers.flatMap(({ agreement, answer }) => (answer.ok ? [{ agreement, id: answer.value.id }] : []));
  await tx.meetingSide.createMany({ data: agreed.flatMap(({ agreement, id }) => agreement.sides.map((side) => ({ ...side, meetingId: id }))) });
  await recordAudit(tx, actor, ...agreed.map(({ agreement, id }) => ({
    action: "meeting.agree",
    objectType: "meeting",
    objectId: id,
    eventId: agreement.eventId,
    details: { origin: originOf(agreement) },
  })));
  return answers.map(({ answer }) => answer);
}

/** The same for one agreement. */
export async function agreeMeeting(tx: Tx, actor: Actor, agreement: Agreement): Promise<Agreed> {
  const [answer = refuse("person_gone")] = await agreeMeetings(tx, actor, [agreement]);
  return answer;
}

const cancelledSelect = {
  id: true,
  eventId: true,
  cancelReason: true,
  event: { select: { id: true, programmeId: true, slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
  sides: {
    select: {
      organisationId: true,
      organisation: { select: { name: true } },
      registration: { select: { id: true, userId: true, email: true, locale: true } },
    },
  },
} satisfies Prisma.MeetingSelect;

type Cancelled = Prisma.MeetingGetPayload<{ select: typeof cancelledSelect }>;

/** One mail to the person of each side, who reads the other side's name. */
function mailsOfCancelled({ id, event, sides, cancelReason }: Cancelled, changes: readonly EntryChange[]): MailDraft[] {
  return sides.map(({ organisationId, registration: reader }) => ({
    kind: "meeting_cancelled",
    key: `meeting_cancelled/${id}/${reader.id}`,
    to: reader.email,
    userId: reader.userId,
    locale: reader.locale,
    params: {
      event: chooseText(event.texts, reader.locale)?.title ?? "",
      timeZone: event.timeZone,
      partner: sides.find((side) => side.organisationId !== organisationId)?.organisation.name ?? "",
      path: `/events/${event.slug}/agenda`,
      reasonText: cancelReason,
    },
    about: aboutEvent(event),
    ...told(changes, reader.id, id),
  }));
}

/** `by`: the acting organisation, null for staff and the portal. `isQuiet`: the caller tells, calendars too. */
type Cancellation = { by: string | null; reason: string | null; isQuiet?: boolean };

/**
 * The one door through which meetings end, in the caller's transaction, which has called lockEvent: frees their
 * seats and their places in the draft for both sides and tells both. What is cancelled already stays as it is.
 * @returns the ids of the meetings that ended now
 */
export async function endMeetings(tx: Tx, actor: Actor, ids: readonly string[], { by, reason, isQuiet = false }: Cancellation): Promise<string[]> {
  const ended = await tx.meeting.updateManyAndReturn({
    where: { id: { in: [...ids] }, state: "agreed" },
    data: { state: "cancelled", cancelledById: actor.kind === "person" ? actor.userId : null, cancelReason: reason },
    select: { id: true },
  });
  if (ended.length === 0) return [];
  const endedIds = ended.map(({ id }) => id);
  await tx.seat.deleteMany({ where: { meetingId: { in: endedIds } } });
  await tx.placement.deleteMany({ where: { meetingId: { in: endedIds } } });
  const meetings = await tx.meeting.findMany({ where: { id: { in: endedIds } }, relationLoadStrategy: "join", select: cancelledSelect });
  const records = meetings.map(({ id, eventId }) => ({ action: "meeting.cancel", objectType: "meeting", objectId: id, eventId, organisationId: by }));
  await recordAudit(tx, actor, ...records);
  if (isQuiet) return endedIds;
  const changes = await noteChanges(tx, { meetingIds: endedIds });
  await enqueueMail(tx, ...meetings.flatMap((meeting) => mailsOfCancelled(meeting, changes)));
  return endedIds;
}

/**
 * Cancels an agreed meeting, for either side or a moderator of the event. Twice is the same as once.
 * Throws NotFound, SignedOut.
 */
export async function cancelMeeting(actor: Actor, input: CancelMeetingInput): Promise<Result<{ id: string }, never>> {
  const meeting = await requireMeeting(actor, input);
  const reason = input.reason || null;
  return db.$transaction(async (tx) => {
    await lockEvent(tx, meeting.eventId);
    await endMeetings(tx, actor, [meeting.id], { by: meeting.ownSideId, reason });
    return ok({ id: meeting.id });
  });
}
