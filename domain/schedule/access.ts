import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";

type Place = { slot: string; room: string };

/**
 * A meeting, and where given a slot and a room, of an event that the actor moderates.
 * Throws NotFound (also where slot or room are another event's), SignedOut.
 */
export async function requirePlannedMeeting(actor: Actor, eventSlug: string, meetingId: string, place?: Place): Promise<{ event: InsideEvent; id: string }> {
  const event = await requireModerator(actor, eventSlug);
  const holdsPlace = place ? { slots: { some: { id: place.slot } }, rooms: { some: { id: place.room } } } : {};
  const meeting = await db.meeting.findFirst({
    where: { id: meetingId, eventId: event.id, event: holdsPlace },
    select: { id: true },
  });
  return { event, id: found(meeting).id };
}

/** A run of an event that the actor moderates. Throws NotFound (also where the run is another event's), SignedOut. */
export async function requireRun(actor: Actor, eventSlug: string, runId: string): Promise<{ event: InsideEvent; id: string }> {
  const event = await requireModerator(actor, eventSlug);
  const run = await db.scheduleRun.findFirst({ where: { id: runId, eventId: event.id }, select: { id: true } });
  return { event, id: found(run).id };
}
