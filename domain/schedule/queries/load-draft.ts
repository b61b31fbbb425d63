import { createHash } from "node:crypto";
import { missedSlots } from "@/domain/attendance/rules";
import { isOverlapping } from "@/domain/time";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Draft, DraftMeeting, DraftPerson, DraftPlacement } from "../schema";

const personSelect = {
  id: true,
  userId: true,
  personName: true,
  languages: true,
  interpreterNeeded: true,
  state: true,
  availability: { select: { slotId: true } },
  attendance: { select: { state: true, since: true } },
} satisfies Prisma.RegistrationSelect;

const meetingSelect = {
  id: true,
  origin: true,
  state: true,
  subject: true,
  subjectLocale: true,
  placement: { select: { slotId: true, roomId: true, locked: true, version: true } },
  interpreterChoice: { select: { interpreterId: true } },
  seats: { where: { resourceKind: "interpreter" }, select: { resourceId: true } },
  sides: {
    select: {
      registrationId: true,
      organisation: { select: { id: true, name: true, slug: true, country: true } },
    },
  },
} satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: typeof meetingSelect }>;
type Person = Prisma.RegistrationGetPayload<{ select: typeof personSelect }>;
type Slots = Draft["slots"];

/** Slots of this event in which a released meeting of another one has these people, by user. */
export async function loadElsewhere(tx: Tx, eventId: string, userIds: string[], slots: Slots): Promise<Map<string, string[]>> {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return new Map();
  const seats = await tx.seat.findMany({
    where: {
      resourceKind: "person",
      resourceId: { in: userIds },
      meeting: { eventId: { not: eventId } },
      startsAt: { lt: last.endsAt },
      endsAt: { gt: first.startsAt },
    },
    select: { resourceId: true, startsAt: true, endsAt: true },
  });
  const taken = Map.groupBy(seats, (seat) => seat.resourceId);
  return new Map([...taken].map(([userId, own]) => {
    const overlapping = slots.filter((slot) => own.some((seat) => isOverlapping(seat, slot)));
    return [userId, overlapping.map((slot) => slot.id)];
  }));
}

function toPerson({ state, availability, attendance, ...person }: Person, slots: Slots, elsewhere: Map<string, string[]>): Omit<DraftPerson, "organisation"> {
  const missedSlotIds = missedSlots(attendance, slots);
  return {
    ...person,
    takesPart: state === "approved",
    slotIds: availability.map(({ slotId }) => slotId).filter((id) => !missedSlotIds.includes(id)),
    elsewhereSlotIds: elsewhere.get(person.userId) ?? [],
    missedSlotIds,
  };
}

function toMeeting({ id, origin, state, subject, subjectLocale, sides, interpreterChoice, seats }: Row, persons: ReadonlyMap<string, Omit<DraftPerson, "organisation">>): DraftMeeting {
  const ordered = sides.toSorted((a, b) => (a.organisation.name < b.organisation.name ? -1 : 1));
  const found = ordered.flatMap(({ registrationId, organisation }) => {
    const person = persons.get(registrationId);
    return person ? [{ ...person, organisation }] : [];
  });
  return {
    id, origin, isCancelled: state === "cancelled", subject, subjectLocale, sides: found,
    chosenInterpreterId: interpreterChoice?.interpreterId ?? null,
    interpreterId: seats[0]?.resourceId ?? null,
  };
}

function toPlacements(rows: readonly Row[]): DraftPlacement[] {
  return rows.flatMap(({ id, placement }) => {
    if (!placement) return [];
    const { locked, ...place } = placement;
    return [{ meetingId: id, ...place, isLocked: locked }];
  });
}

/** A name for exactly these lines, in whatever order, so that who acts on something can say what was seen. */
export function nameLines(lines: readonly string[]): string {
  return createHash("sha256").update(lines.toSorted().join("\n")).digest("base64url").slice(0, 22);
}

/** A name for exactly these placements and interpreters, so that who acts on a draft can say which one was seen. */
function revisionOf({ interpreters }: Pick<Draft, "interpreters">, meetings: readonly DraftMeeting[], placements: readonly DraftPlacement[]): string {
  return nameLines([
    ...placements.map((placement) => `${placement.meetingId} ${placement.version}`),
    ...interpreters.map(({ id, version }) => `${id} ${version}`),
    ...meetings.flatMap(({ id, chosenInterpreterId }) => (chosenInterpreterId ? [`${id} ${chosenInterpreterId}`] : [])),
  ]);
}

export type LoadedDraft = Draft & { revision: string };

export type Places = Pick<Draft, "event" | "slots" | "rooms" | "interpreters">;

/** Slots and rooms of an event in the order of their numbers, its interpreters, and what its rules need to know of it. */
export async function loadPlaces(tx: Tx, eventId: string): Promise<Places> {
  const { slots, rooms, interpreters, ...event } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    relationLoadStrategy: "join",
    select: {
      startsAt: true,
      endsAt: true,
      languages: true,
      interpretedInto: true,
      slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
      rooms: { orderBy: { number: "asc" }, select: { id: true, number: true, name: true, kind: true, isClosed: true } },
      interpreters: {
        orderBy: [{ name: "asc" }, { id: "asc" }],
        select: { id: true, name: true, languages: true, awayFrom: true, version: true, slots: { select: { slotId: true } } },
      },
    },
  });
  return { event, slots, rooms, interpreters: interpreters.map(({ slots: there, ...person }) => ({ ...person, slotIds: there.map(({ slotId }) => slotId) })) };
}

/** These registrations with what the rules read of each, by id: read once, in however many meetings they speak. */
export async function loadPersons(tx: Tx, eventId: string, ids: string[], slots: Slots): Promise<Map<string, Omit<DraftPerson, "organisation">>> {
  const rows = await tx.registration.findMany({ where: { id: { in: ids } }, relationLoadStrategy: "join", select: personSelect });
  const elsewhere = await loadElsewhere(tx, eventId, rows.map(({ userId }) => userId), slots);
  return new Map(rows.map((row) => [row.id, toPerson(row, slots, elsewhere)]));
}

/** The draft of an event with all that its rules read: agreed meetings, and cancelled ones that still have a place. */
export async function loadDraft(tx: Tx, eventId: string): Promise<LoadedDraft> {
  const places = await loadPlaces(tx, eventId);
  const rows = await tx.meeting.findMany({
    where: { eventId, OR: [{ state: "agreed" }, { placement: { isNot: null } }] },
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
    select: meetingSelect,
  });
  const ids = new Set(rows.flatMap((row) => row.sides.map(({ registrationId }) => registrationId)));
  const persons = await loadPersons(tx, eventId, [...ids], places.slots);
  const placements = toPlacements(rows);
  const meetings = rows.map((row) => toMeeting(row, persons));
  return { ...places, meetings, placements, revision: revisionOf(places, meetings, placements) };
}
