import type { Actor } from "@/domain/actor";
import { type AuditRecord, recordAudit } from "@/domain/audit/commands";
import { NotFound, ok, refuse, type Result, settle } from "@/domain/result";
import { db } from "@/prisma/client";
import { holdOpenEvent, requireOrganiser } from "../access";
import type { AddRoomInput, ChangeRoomInput, InsideEvent, RoomKey } from "../schema";

/** Rooms that one event may have. */
const most = 200;

function entry({ id: eventId, programmeId }: InsideEvent, action: string, roomId: string): AuditRecord {
  return { action, objectType: "room", objectId: roomId, programmeId, eventId };
}

function columns({ name, kind, url, isClosed }: AddRoomInput) {
  return { name, kind, url: url || null, isClosed: isClosed ?? false };
}

/**
 * Adds a room at the end. A name is used once in an event: sent twice, the room is added once.
 * Refusals: "room_name_taken" (field `name`), "too_many_rooms", "event_cancelled". Throws NotFound, SignedOut.
 */
export async function addRoom(actor: Actor, input: AddRoomInput): Promise<Result<{ id: string }, "room_name_taken" | "too_many_rooms" | "event_cancelled">> {
  const event = await requireOrganiser(actor, input.event);
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    const rooms = await tx.room.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" }, select: { number: true, name: true } });
    if (rooms.some(({ name }) => name === input.name)) return refuse("room_name_taken");
    if (rooms.length >= most) return refuse("too_many_rooms");
    const number = (rooms.at(-1)?.number ?? 0) + 1;
    const { id } = await tx.room.create({ data: { ...columns(input), eventId: event.id, number }, select: { id: true } });
    await recordAudit(tx, actor, entry(event, "room.add", id));
    return ok({ id });
  }));
}

/** Changes a room's name, kind or address, closes it or opens it again. Refusals: "room_name_taken" (field `name`), "event_cancelled". Throws NotFound, SignedOut. */
export async function changeRoom(actor: Actor, input: ChangeRoomInput): Promise<Result<{ id: string }, "room_name_taken" | "event_cancelled">> {
  const event = await requireOrganiser(actor, input.event);
  const { id } = input;
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    const namesake = await tx.room.count({ where: { eventId: event.id, name: input.name, id: { not: id } } });
    if (namesake > 0) return refuse("room_name_taken");
    const { count } = await tx.room.updateMany({ where: { id, eventId: event.id }, data: columns(input) });
    if (count === 0) throw new NotFound("no such room in this event");
    await recordAudit(tx, actor, entry(event, "room.change", id));
    return ok({ id });
  }));
}

/**
 * Removes a room that neither the draft nor a version nor a seat refers to.
 * Refusals: "room_in_use", "event_cancelled". Throws NotFound (also where somebody has just removed it), SignedOut.
 */
export async function removeRoom(actor: Actor, input: RoomKey): Promise<Result<{ id: string }, "room_in_use" | "event_cancelled">> {
  const event = await requireOrganiser(actor, input.event);
  const { id } = input;
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${id}::uuid AND "eventId" = ${event.id}::uuid FOR UPDATE`;
    const room = await tx.room.findFirst({
      where: { id, eventId: event.id },
      select: { _count: { select: { placements: true, entries: true } } },
    });
    if (!room) throw new NotFound("no such room in this event");
    const seats = await tx.seat.count({ where: { resourceKind: "room", resourceId: id } });
    if (room._count.placements + room._count.entries + seats > 0) return refuse("room_in_use");
    await tx.room.delete({ where: { id } });
    await recordAudit(tx, actor, entry(event, "room.remove", id));
    return ok({ id });
  }));
}
