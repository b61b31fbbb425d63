import { chooseText } from "@/domain/event/rules";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { EntryChange } from "../schema";

const readerSelect = {
  id: true,
  userId: true,
  personName: true,
  email: true,
  locale: true,
  organisationId: true,
  event: { select: { id: true, programmeId: true, slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
} satisfies Prisma.RegistrationSelect;

type Envelope = Pick<MailDraft<"calendar_meeting">, "key" | "to" | "userId" | "locale" | "about" | "entry">;
type Reader = Prisma.RegistrationGetPayload<{ select: typeof readerSelect }>;

function ofEvent({ state, startsAt, before, ...change }: EntryChange, reader: Reader, envelope: Envelope): MailDraft {
  const params = {
    event: chooseText(reader.event.texts, reader.locale)?.title ?? "",
    startsAt: startsAt.toISOString(),
    timeZone: reader.event.timeZone,
    person: reader.personName,
    path: `/events/${reader.event.slug}/register`,
  };
  if (state === "cancelled") return { kind: "calendar_event_off", ...envelope, params };
  return before
    ? { kind: "calendar_event_moved", ...envelope, params: { ...params, before: before.toISOString() } }
    : { kind: "registration_approved", ...envelope, key: `registration_approved/${change.registrationId}/${change.sequence}`, params };
}

function ofMeeting({ state, startsAt, before, place }: EntryChange, partner: string, reader: Reader, envelope: Envelope): MailDraft {
  const params = {
    event: chooseText(reader.event.texts, reader.locale)?.title ?? "",
    startsAt: startsAt.toISOString(),
    timeZone: reader.event.timeZone,
    partner,
    path: `/events/${reader.event.slug}/agenda`,
  };
  if (state === "cancelled") return { kind: "calendar_meeting_off", ...envelope, params };
  return { kind: "calendar_meeting", ...envelope, params: { ...params, room: place ?? "", before: before && before.getTime() !== startsAt.getTime() ? before.toISOString() : null } };
}

/** The name of the other side of each meeting, by meeting and own organisation. */
async function loadPartners(tx: Tx, changes: readonly EntryChange[]): Promise<(meetingId: string, organisationId: string) => string> {
  const meetingIds = changes.flatMap(({ meetingId }) => meetingId ?? []);
  const sides = await tx.meetingSide.findMany({
    where: { meetingId: { in: meetingIds } },
    relationLoadStrategy: "join",
    select: { meetingId: true, organisationId: true, organisation: { select: { name: true } } },
  });
  const byMeeting = Map.groupBy(sides, ({ meetingId }) => meetingId);
  return (meetingId, organisationId) => byMeeting.get(meetingId)?.find((side) => side.organisationId !== organisationId)?.organisation.name ?? "";
}

/** One mail for each change, for those that no other mail tells of. */
export async function lettersOfChanges(tx: Tx, changes: readonly EntryChange[]): Promise<MailDraft[]> {
  if (changes.length === 0) return [];
  const readers = await tx.registration.findMany({
    where: { id: { in: changes.map(({ registrationId }) => registrationId) } },
    relationLoadStrategy: "join",
    select: readerSelect,
  });
  const partnerOf = await loadPartners(tx, changes);
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  return changes.flatMap((change): MailDraft[] => {
    const { entryId, sequence, registrationId, meetingId } = change;
    const reader = byId.get(registrationId);
    if (!reader) return [];
    const envelope = { key: `calendar/${entryId}/${sequence}`, to: reader.email, userId: reader.userId, locale: reader.locale, about: aboutEvent(reader.event), entry: { entryId, sequence } };
    return [meetingId === null ? ofEvent(change, reader, envelope) : ofMeeting(change, partnerOf(meetingId, reader.organisationId), reader, envelope)];
  });
}
