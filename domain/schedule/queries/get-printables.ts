import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent, RoomKind, SlotTimes } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { db } from "@/prisma/client";
import { sharedLanguages } from "../rules";
import { isInForce, loadLatest } from "./load-release";

/** A person of a meeting, as printed lists name it. */
export type PrintSide = { registrationId: string; personName: string; organisation: string; country: string };
/** A released meeting. Sides stand in the order of the organisations' names; `interpreter` is a name. */
export type PrintMeeting = { id: string; slotId: string; roomId: string; sides: PrintSide[]; languages: string[]; interpreter: string | null };

export type Printables = {
  event: InsideEvent;
  /** The version in force; null where none is. Meetings stand as they are released at this moment. */
  version: { number: number; releasedAt: Date } | null;
  slots: SlotTimes[];
  rooms: { id: string; name: string; kind: RoomKind }[];
  meetings: PrintMeeting[];
};

async function loadMeetings(eventId: string, names: ReadonlyMap<string, string>): Promise<PrintMeeting[]> {
  const rows = await db.meeting.findMany({
    where: { eventId, seats: { some: {} } },
    orderBy: { id: "asc" },
    relationLoadStrategy: "join",
    select: {
      id: true,
      seats: { where: { resourceKind: { in: ["room", "interpreter"] } }, orderBy: { resourceKind: "asc" }, select: { slotId: true, resourceId: true } },
      sides: {
        orderBy: { organisation: { name: "asc" } },
        select: { organisation: { select: { name: true, country: true } }, registration: { select: { id: true, personName: true, languages: true } } },
      },
    },
  });
  return rows.flatMap(({ id, seats: [room, interpreter], sides }): PrintMeeting[] => (room ? [{
    id,
    slotId: room.slotId,
    roomId: room.resourceId,
    sides: sides.map(({ organisation, registration }) => ({
      registrationId: registration.id, personName: registration.personName, organisation: organisation.name, country: organisation.country,
    })),
    languages: sharedLanguages(sides.map(({ registration }) => registration)),
    interpreter: names.get(interpreter?.resourceId ?? "") ?? null,
  }] : []));
}

/** What is printed for the day: who meets when in which room, for the event's moderators. Throws NotFound, SignedOut. */
export async function getPrintables(actor: Actor, eventSlug: string, locale: Locale): Promise<Printables> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [places, latest] = await Promise.all([
    db.event.findUniqueOrThrow({
      where: { id: event.id },
      relationLoadStrategy: "join",
      select: {
        slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
        rooms: { orderBy: { number: "asc" }, select: { id: true, name: true, kind: true } },
        interpreters: { select: { id: true, name: true } },
      },
    }),
    loadLatest(db, event.id),
  ]);
  const { slots, rooms, interpreters } = places;
  const version = isInForce(latest) ? { number: latest.number, releasedAt: latest.releasedAt } : null;
  return { event, version, slots, rooms, meetings: await loadMeetings(event.id, new Map(interpreters.map(({ id, name }) => [id, name]))) };
}
