import type { Actor } from "@/domain/actor";
import { attendanceSelect } from "@/domain/attendance/queries";
import type { Attendance } from "@/domain/attendance/schema";
import { listReasonsWith } from "@/domain/directory/queries/list-suggestions";
import { isLinkOut, linkOutAt } from "@/domain/event/rules";
import type { RoomKind, SlotTimes } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { partnerSelect, toPartner } from "@/domain/meeting/queries";
import { readOutcomes } from "@/domain/outcome/queries/list-held";
import { isHeld } from "@/domain/outcome/rules";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { compareVersions, layOutDay, sharedLanguages } from "../rules";
import type { Agenda, AgendaMeeting, AgendaScope, Entry, EntryChange, GoneMeeting } from "../schema";
import { makeLink } from "./make-link";
import { loadOtherTimes } from "./load-options";
import { isInForce, loadLatest, type Release } from "./load-release";

const meetingSelect = {
  id: true,
  origin: true,
  state: true,
  subject: true,
  subjectLocale: true,
  sides: {
    select: {
      organisation: { select: partnerSelect },
      registration: { select: { id: true, personName: true, languages: true } },
    },
  },
  seats: { where: { resourceKind: { in: ["room", "interpreter"] } }, orderBy: { resourceKind: "asc" }, select: { slotId: true, resourceId: true } },
  calendarEntries: { select: { registrationId: true, sequence: true } },
} satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof meetingSelect }>;
type Places = {
  slug: string;
  meetingUrl: string | null;
  videoAddress: string | null;
  videoKey: string;
  slots: SlotTimes[];
  rooms: { id: string; number: number; name: string; kind: RoomKind; url: string | null }[];
  interpreters: { id: string; name: string }[];
};

/** Slots and rooms with their links: nothing of it leaves this file before links are out. */
function loadPlaces(eventId: string): Promise<Places> {
  return db.event.findUniqueOrThrow({
    where: { id: eventId },
    relationLoadStrategy: "join",
    select: {
      slug: true,
      meetingUrl: true,
      videoAddress: true,
      videoKey: true,
      slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
      rooms: { select: { id: true, number: true, name: true, kind: true, url: true } },
      interpreters: { select: { id: true, name: true } },
    },
  });
}

/** The person's meetings, or the whole organisation's; cancelled ones, too, which the last version may still hold. */
function loadMeetings({ event, organisationId, registration }: Participant, scope: AgendaScope): Promise<Row[]> {
  const side = scope === "mine" ? { registrationId: registration.id } : { organisationId };
  return db.meeting.findMany({
    where: { eventId: event.id, sides: { some: side } },
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
    select: meetingSelect,
  });
}

/** What the reader knew before: the version before the one that holds, or this one where it is the first. */
function loadKnown(eventId: string, latest: Release, meetingIds: string[]): Promise<Entry[]> {
  const number = Math.max(1, latest.number - 1);
  return db.scheduleEntry.findMany({
    where: { version: { eventId, number }, meetingId: { in: meetingIds } },
    select: { meetingId: true, slotId: true, roomId: true },
  });
}

function toEntries(rows: readonly Row[]): Entry[] {
  return rows.flatMap(({ id, seats: [seat] }) => (seat ? [{ meetingId: id, slotId: seat.slotId, roomId: seat.resourceId }] : []));
}

type Surroundings = {
  participant: Participant;
  places: Places;
  isOut: boolean;
  changes: Map<string, EntryChange>;
  reasons: Awaited<ReturnType<typeof listReasonsWith>>;
  options: Awaited<ReturnType<typeof loadOtherTimes>>;
  outcomes: Awaited<ReturnType<typeof readOutcomes>>;
};

function toMeeting({ id, origin, subject, subjectLocale, sides, seats: [seat, interpreter], calendarEntries }: Row, around: Surroundings): AgendaMeeting[] {
  const { participant, places, isOut, changes, reasons, options, outcomes } = around;
  const own = sides.find((side) => side.organisation.id === participant.organisationId);
  const other = sides.find((side) => side.organisation.id !== participant.organisationId);
  if (!own || !other) return [];
  const room = places.rooms.find((one) => one.id === seat?.resourceId);
  const slotOf = (slotId: string | undefined) => places.slots.find((slot) => slot.id === slotId) ?? null;
  const slot = slotOf(seat?.slotId);
  const isOwn = own.registration.id === participant.registration.id;
  const change = changes.get(id);
  const before = change && "before" in change ? change.before : null;
  return [{
    id,
    origin,
    subject,
    subjectLocale,
    partner: toPartner(other.organisation),
    partnerPerson: other.registration.personName,
    person: { registrationId: own.registration.id, personName: own.registration.personName },
    languages: sharedLanguages([own.registration, other.registration]),
    interpreter: places.interpreters.find((one) => one.id === interpreter?.resourceId)?.name ?? null,
    slot,
    // A room's own link is for the two who meet there, not for their colleagues.
    room: room ? { name: room.name, kind: room.kind, url: isOut && isOwn && slot ? makeLink({ event: places, slot, room }) : null } : null,
    change: change && change.kind !== "gone" ? change.kind : null,
    before: before && {
      slot: slotOf(before.slotId),
      room: places.rooms.find((one) => one.id === before.roomId)?.name ?? null,
    },
    reasons: reasons.get(other.organisation.id) ?? [],
    options: options.get(id) ?? null,
    look: isOwn && slot && isHeld(slot, new Date()) ? { outcome: outcomes.get(id) ?? null } : null,
    sequence: calendarEntries.find((entry) => entry.registrationId === own.registration.id)?.sequence ?? 0,
  }];
}

function toGone(row: Row, change: EntryChange | undefined, { participant, places }: Surroundings): GoneMeeting[] {
  if (change?.kind !== "gone") return [];
  const partner = row.sides.find((side) => side.organisation.id !== participant.organisationId)?.organisation.name ?? "";
  const slot = places.slots.find(({ id }) => id === change.before.slotId) ?? null;
  return [{ id: row.id, partner, slot, isCancelled: row.state === "cancelled" }];
}

/** When the reader said to be free, and where they are by what is known on the day. */
async function loadPresence({ registration }: Participant): Promise<{ present: Set<string>; attendance: Attendance | null }> {
  const { availability, attendance } = await db.registration.findUniqueOrThrow({
    where: { id: registration.id },
    relationLoadStrategy: "join",
    select: { availability: { select: { slotId: true } }, attendance: { select: attendanceSelect } },
  });
  return { present: new Set(availability.map(({ slotId }) => slotId)), attendance };
}

/**
 * The day of a participant, or of the participant's organisation. Before a release and after one was taken back no
 * meeting has a time. Throws NotFound (no participant of this event), SignedOut.
 */
export async function getAgenda(actor: Actor, eventSlug: string, scope: AgendaScope, locale?: Locale): Promise<Agenda> {
  const participant = await requireParticipant(actor, eventSlug, locale);
  const { event, organisationId } = participant;
  const now = new Date();
  const [places, rows, latest, { present, attendance }] = await Promise.all([
    loadPlaces(event.id),
    loadMeetings(participant, scope),
    loadLatest(db, event.id),
    loadPresence(participant),
  ]);
  const isReleased = isInForce(latest);
  const agreed = rows.filter(({ state }) => state === "agreed");
  const known = isReleased ? await loadKnown(event.id, latest, rows.map(({ id }) => id)) : [];
  const changes = new Map(isReleased ? compareVersions(known, toEntries(agreed)).map((change) => [change.meetingId, change]) : []);
  const partnerIds = agreed.flatMap(({ sides }) => sides.map((side) => side.organisation.id)).filter((id) => id !== organisationId);
  const reasons = await listReasonsWith(organisationId, partnerIds);
  const isOut = isLinkOut(event, now);
  const ids = agreed.map(({ id }) => id);
  const [options, outcomes] = await Promise.all([loadOtherTimes(db, event.id, latest, ids), readOutcomes(participant, ids)]);
  const around: Surroundings = { participant, places, isOut, changes, reasons, options, outcomes };
  const meetings = agreed.flatMap((row) => toMeeting(row, around));
  const taken = new Set(meetings.flatMap(({ slot }) => slot?.id ?? []));
  const uses = layOutDay(places.slots, taken, present);
  return {
    event,
    scope,
    person: participant.registration.personName,
    now,
    attendance,
    version: isReleased ? { number: latest.number, releasedAt: latest.releasedAt } : null,
    isTakenBack: latest !== null && !isReleased,
    link: isOut ? places.meetingUrl : null,
    linkOutAt: linkOutAt(event),
    rows: places.slots.map((slot) => ({
      slot,
      use: uses.get(slot.id) ?? "free",
      meetings: meetings.filter((meeting) => meeting.slot?.id === slot.id),
    })),
    waiting: meetings.filter((meeting) => meeting.slot === null),
    gone: rows.flatMap((row) => toGone(row, changes.get(row.id), around)).toSorted((a, b) => (a.slot?.number ?? 0) - (b.slot?.number ?? 0)),
  };
}
