import { chooseText } from "@/domain/event/rules";
import { aboutEvent } from "@/domain/mail/rules";
import type { ChangeLine, MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";
import type { Draft, DraftMeeting, DraftPerson, Entry, EntryChange } from "../schema";

type Places = Pick<Draft, "slots" | "rooms">;

function toPlace(entry: Entry | null, { slots, rooms }: Places): ChangeLine["after"] {
  const slot = slots.find(({ id }) => id === entry?.slotId);
  return entry && slot ? { startsAt: slot.startsAt.toISOString(), room: rooms.find(({ id }) => id === entry.roomId)?.name ?? "" } : null;
}

/** What one change is to one side of the meeting. */
function toLine(change: EntryChange, { id, sides }: DraftMeeting, own: DraftPerson, places: Places): ChangeLine {
  return {
    meetingId: id,
    partner: sides.find((side) => side.organisation.id !== own.organisation.id)?.organisation.name ?? "",
    after: toPlace("after" in change ? change.after : null, places),
    before: toPlace("before" in change ? change.before : null, places),
  };
}

/** What a release changes, person by person (registrations); nobody else is in it. */
export function groupChanges(changes: readonly EntryChange[], draft: Pick<Draft, "slots" | "rooms" | "meetings">): Map<string, ChangeLine[]> {
  const meetings = new Map(draft.meetings.map((meeting) => [meeting.id, meeting]));
  const lines = changes.flatMap((change) => {
    const meeting = meetings.get(change.meetingId);
    return (meeting?.sides ?? []).flatMap((own) => (meeting ? [{ reader: own.id, line: toLine(change, meeting, own, draft) }] : []));
  });
  const grouped = Map.groupBy(lines, ({ reader }) => reader);
  return new Map([...grouped].map(([reader, own]) => [reader, own.map(({ line }) => line)]));
}

type Release = { eventId: string; version: { id: string; number: number }; changes: Map<string, ChangeLine[]> };

/** One mail for each person for whom a release changes something: what changes, and nothing of what stays. */
export async function lettersOfRelease(tx: Tx, { eventId, version, changes }: Release): Promise<MailDraft[]> {
  const event = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { id: true, programmeId: true, slug: true, timeZone: true, texts: { select: { locale: true, title: true } } },
  });
  const readers = await tx.registration.findMany({
    where: { id: { in: [...changes.keys()] } },
    orderBy: { id: "asc" },
    select: { id: true, userId: true, email: true, locale: true },
  });
  return readers.map((reader): MailDraft => ({
    kind: version.number > 1 ? "schedule_changed" : "schedule_released",
    key: `schedule_released/${version.id}/${reader.id}`,
    to: reader.email,
    userId: reader.userId,
    locale: reader.locale,
    about: aboutEvent(event),
    params: {
      event: chooseText(event.texts, reader.locale)?.title ?? "",
      timeZone: event.timeZone,
      path: `/events/${event.slug}/agenda`,
      version: version.number,
      changes: changes.get(reader.id) ?? [],
    },
  }));
}
