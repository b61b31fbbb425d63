import type { Actor } from "@/domain/actor";
import { attendanceSelect } from "@/domain/attendance/queries";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { type Locale, pageOf } from "@/domain/input";
import { participantsOf } from "@/domain/registration/access";
import { loadPlaces } from "@/domain/schedule/queries/load-draft";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { isShownRoom, nextChange, phaseOf, shownSlots } from "../rules";
import { type AttendanceCounts, type Board, type BoardMeeting, type BoardPerson, type BoardView, type PersonShow, personsPerPage, roomsPerPage } from "../schema";
import { listChanges } from "./list-changes";

const personSelect = {
  id: true,
  personName: true,
  organisation: { select: { id: true, slug: true, name: true, country: true } },
  attendance: { select: attendanceSelect },
} as const satisfies Prisma.RegistrationSelect;

function toPerson({ id, ...person }: Prisma.RegistrationGetPayload<{ select: typeof personSelect }>): BoardPerson {
  return { registrationId: id, ...person };
}

/** The meetings of these slots by slot and room. */
async function loadMeetings(slotIds: string[]): Promise<Map<string, BoardMeeting>> {
  const seats = await db.seat.findMany({
    where: { resourceKind: "room", slotId: { in: slotIds } },
    relationLoadStrategy: "join",
    select: { slotId: true, resourceId: true, meeting: { select: { id: true, sides: { select: { registration: { select: personSelect } } } } } },
  });
  return new Map(seats.map(({ slotId, resourceId, meeting: { id, sides } }) => {
    const persons = sides.map(({ registration }) => toPerson(registration)).toSorted((a, b) => (a.organisation.name < b.organisation.name ? -1 : 1));
    return [`${slotId} ${resourceId}`, { id, sides: persons }];
  }));
}

/** The participants of `participantsOf`, in one query. */
async function countAttendance({ id, programmeId }: InsideEvent): Promise<AttendanceCounts> {
  const rows = await db.$queryRaw<{ state: keyof AttendanceCounts; count: number }[]>`
    SELECT coalesce(t."state"::text, 'expected') AS state, count(*)::int AS count
    FROM "Registration" r
    JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved'
    LEFT JOIN "Attendance" t ON t."registrationId" = r."id"
    WHERE r."eventId" = ${id}::uuid AND r."state" = 'approved' GROUP BY 1`;
  return { here: 0, left: 0, absent: 0, expected: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

function wherePersons(event: InsideEvent, people: PersonShow, q: string): Prisma.RegistrationWhereInput {
  const contains = { contains: q, mode: "insensitive" } as const;
  const named = q === "" ? {} : { OR: [{ personName: contains }, { organisation: { name: contains } }] };
  // Whoever is looked for by name is shown wherever they are.
  const state = people === "expected" ? { attendance: null } : { attendance: { state: people } };
  return { AND: [participantsOf(event), named, q === "" ? state : {}] };
}

/** A page beyond the last one is the last one. */
async function loadPersons(event: InsideEvent, { people, q, list: wanted }: BoardView, counts: AttendanceCounts) {
  const where = wherePersons(event, people, q);
  const personCount = q === "" ? counts[people] : await db.registration.count({ where });
  const listCount = Math.max(1, Math.ceil(personCount / personsPerPage));
  const list = Math.min(wanted, listCount);
  const rows = await db.registration.findMany({
    where,
    orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
    skip: (list - 1) * personsPerPage,
    take: personsPerPage,
    relationLoadStrategy: "join",
    select: personSelect,
  });
  return { persons: rows.map(toPerson), personCount, list, listCount };
}

/** Some meeting of the event has a time: a schedule is out. */
async function isSeated({ id: eventId }: InsideEvent): Promise<boolean> {
  return (await db.seat.findFirst({ where: { slot: { eventId } }, select: { meetingId: true } })) !== null;
}

/**
 * The day of an event as it is now, for its moderators: the slot that runs and the next one, room by room, who is here
 * and who is not. Before the event it shows the first slot, after it the last one. Throws NotFound, SignedOut.
 */
export async function getBoard(actor: Actor, eventSlug: string, locale: Locale, view: BoardView): Promise<Board> {
  const event = await requireModerator(actor, eventSlug, locale);
  const now = new Date();
  const places = await loadPlaces(db, event.id);
  const slots = shownSlots(places.slots, now);
  const [meetings, counts, changes] = await Promise.all([loadMeetings(slots.map(({ id }) => id)), countAttendance(event), listChanges(event.id)]);
  const [persons, isReleased] = await Promise.all([loadPersons(event, view, counts), meetings.size > 0 || isSeated(event)]);
  const all = places.rooms.map((room) => ({ ...room, meetings: slots.map(({ id }) => meetings.get(`${id} ${room.id}`) ?? null) }));
  const { shown: rooms, page, pageCount } = pageOf(all.filter((room) => isShownRoom(room, view)), roomsPerPage, view.page);
  return {
    event, now, phase: phaseOf(event, now), nextChangeAt: nextChange(event, places.slots, now), isReleased, slots, counts,
    rooms, roomCount: all.length, page, pageCount, ...persons, changes,
  };
}
