import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent, SlotTimes } from "@/domain/event/schema";
import { takePoint } from "@/domain/limit/commands";
import { found, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { isInForce, loadLatest } from "../queries/load-release";
import type { BreakoutKey } from "../schema";

/** One line of the file: which room, and the address by which the online meeting knows the person; interpreters too. */
export type BreakoutRow = { room: string; email: string };
/** `rows` stand in the order of the rooms; a room stands once for each of its people. */
export type BreakoutExport = { event: InsideEvent; slot: SlotTimes; rows: BreakoutRow[] };

/** Those on the event's list whose address is known, by id. */
async function loadAddresses(eventId: string): Promise<Map<string, string>> {
  const people = await db.interpreter.findMany({ where: { eventId, email: { not: null } }, select: { id: true, email: true } });
  return new Map(people.flatMap(({ id, email }): [string, string][] => (email === null ? [] : [[id, email]])));
}

async function listRows(eventId: string, slotId: string): Promise<BreakoutRow[]> {
  const addresses = await loadAddresses(eventId);
  const rooms = await db.room.findMany({ where: { eventId, kind: "breakout" }, orderBy: { number: "asc" }, select: { id: true, name: true } });
  const seats = await db.seat.findMany({
    where: { slotId, resourceKind: "room", resourceId: { in: rooms.map(({ id }) => id) } },
    relationLoadStrategy: "join",
    select: {
      resourceId: true,
      meeting: { select: { seats: { where: { resourceKind: "interpreter" }, select: { resourceId: true } }, sides: { orderBy: { organisationId: "asc" }, select: { registration: { select: { email: true, user: { select: { email: true } } } } } } } },
    },
  });
  return rooms.flatMap(({ id, name }) => {
    const meetings = seats.filter(({ resourceId }) => resourceId === id).map(({ meeting }) => meeting);
    // The address given for this event is the one that its link is sent to.
    const people = meetings.flatMap(({ sides }) => sides.map(({ registration: { email, user } }) => email || user.email));
    const interpreters = meetings.flatMap((meeting) => meeting.seats.flatMap(({ resourceId }) => addresses.get(resourceId) ?? []));
    return [...people, ...interpreters].map((email) => ({ room: name, email }));
  });
}

/**
 * Who is in which breakout room of the online meeting in one slot, as it is released at this moment, for the event's
 * moderators to load into it. Who took it is written down.
 * Refusals: "too_many_attempts". Throws NotFound (also where no schedule is out, or the event has no breakout rooms),
 * SignedOut.
 */
export async function exportBreakouts(actor: Actor, key: BreakoutKey): Promise<Result<BreakoutExport, "too_many_attempts">> {
  const event = await requireModerator(actor, key.event);
  const slot = found(await db.slot.findFirst({
    where: { id: key.slot, eventId: event.id, event: { rooms: { some: { kind: "breakout" } } } },
    select: { id: true, number: true, startsAt: true, endsAt: true },
  }));
  const latest = await loadLatest(db, event.id);
  found(isInForce(latest) ? latest : null);
  if (!(await takePoint("breakouts", requirePerson(actor).userId))) return refuse("too_many_attempts");
  const rows = await listRows(event.id, slot.id);
  await recordAudit(db, actor, {
    action: "schedule.export_breakouts",
    objectType: "event",
    objectId: event.id,
    programmeId: event.programmeId,
    eventId: event.id,
    details: { slotId: slot.id, rows: rows.length },
  });
  return ok({ event, slot, rows });
}
