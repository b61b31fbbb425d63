import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import { told } from "@/domain/calendar/rules";
import { chooseText } from "@/domain/event/rules";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

type TakenBack = { eventId: string; version: { id: string }; meetingIds: string[] };

/** One mail to each person of meetings that have no time any more, once per version. */
export async function lettersOfTakingBack(tx: Tx, { eventId, version, meetingIds }: TakenBack): Promise<MailDraft[]> {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { id: true, programmeId: true, slug: true, texts: { select: { locale: true, title: true } } },
  });
  const readers = await tx.registration.findMany({
    where: { meetingSides: { some: { meetingId: { in: meetingIds } } } },
    orderBy: { id: "asc" },
    select: { id: true, userId: true, email: true, locale: true },
  });
  return readers.map((reader): MailDraft => ({
    kind: "schedule_taken_back",
    key: `schedule_taken_back/${version.id}/${reader.id}`,
    to: reader.email,
    userId: reader.userId,
    locale: reader.locale,
    about: aboutEvent(event),
    params: { event: chooseText(event.texts, reader.locale)?.title ?? "", path: `/events/${event.slug}/agenda` },
  }));
}

const lateSelect = {
  event: { select: { id: true, programmeId: true, slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
  sides: {
    select: {
      organisation: { select: { id: true, name: true } },
      registration: { select: { id: true, userId: true, email: true, locale: true } },
    },
  },
} satisfies Prisma.MeetingSelect;

/** `version`: of the placement, one cause of mails. `before`: the time that it had; null where it had none. */
type Late = { meetingId: string; version: number; startsAt: Date; room: string; before: Date | null };

/**
 * To both, but for whoever did it: when and where a meeting that was agreed late takes place. The calendars of both are
 * told.
 */
export async function lettersOfLate(tx: Tx, { meetingId, version, startsAt, room, before }: Late, doerId?: string): Promise<MailDraft[]> {
  const { event, sides } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, relationLoadStrategy: "join", select: lateSelect });
  const changes = await noteChanges(tx, { meetingIds: [meetingId] });
  const readers = sides.filter(({ registration }) => registration.userId !== doerId);
  const letters = readers.map(({ organisation, registration: reader }): MailDraft => {
    const envelope = { to: reader.email, userId: reader.userId, locale: reader.locale, about: aboutEvent(event), ...told(changes, reader.id, meetingId) };
    const params = {
      event: chooseText(event.texts, reader.locale)?.title ?? "",
      timeZone: event.timeZone,
      partner: sides.find((side) => side.organisation.id !== organisation.id)?.organisation.name ?? "",
      path: `/events/${event.slug}/agenda`,
      startsAt: startsAt.toISOString(),
      room,
    };
    const cause = `${meetingId}/${version}/${reader.id}`;
    return before
      ? { kind: "meeting_moved", key: `meeting_moved/${cause}`, ...envelope, params: { ...params, before: before.toISOString() } }
      : { kind: "meeting_placed", key: `meeting_placed/${cause}`, ...envelope, params };
  });
  const readerIds = new Set(readers.map(({ registration }) => registration.id));
  return [...letters, ...(await lettersOfChanges(tx, changes.filter(({ registrationId }) => !readerIds.has(registrationId))))];
}
