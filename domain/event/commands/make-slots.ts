import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, refuse, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { holdOpenEvent, requireOrganiser, slotInUse } from "../access";
import { slotRow } from "../rules";
import type { SlotsInput } from "../schema";

/** Holds the event's slots, so that nobody begins to refer to one before the transaction ends. */
async function holdSlots(tx: Tx, eventId: string): Promise<void> {
  await holdOpenEvent(tx, eventId);
  await tx.$queryRaw`SELECT 1 FROM "Slot" WHERE "eventId" = ${eventId}::uuid ORDER BY "id" FOR UPDATE`;
}

/**
 * Makes the event's slots anew: so many of equal length, one after the other. Only while nothing refers to the old
 * ones: people have said when they are free by slot.
 * Refusals: "event_cancelled", "slots_in_use", "slots_outside_event" (they begin before the event or end after it).
 * Throws NotFound, SignedOut.
 */
export async function makeSlots(actor: Actor, input: SlotsInput): Promise<Result<{ count: number }, "slots_in_use" | "slots_outside_event" | "event_cancelled">> {
  const event = await requireOrganiser(actor, input.event);
  const slots = slotRow(event, input);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first && last && (first.startsAt < event.startsAt || last.endsAt > event.endsAt)) return refuse("slots_outside_event");
  return settle(db.$transaction(async (tx) => {
    await holdSlots(tx, event.id);
    const used = await tx.slot.count({ where: { eventId: event.id, ...slotInUse } });
    if (used > 0) return refuse("slots_in_use");
    await tx.slot.deleteMany({ where: { eventId: event.id } });
    await tx.slot.createMany({ data: slots.map((slot) => ({ ...slot, eventId: event.id })) });
    await recordAudit(tx, actor, {
      action: "event.make_slots",
      objectType: "event",
      objectId: event.id,
      programmeId: event.programmeId,
      eventId: event.id,
      details: { count: slots.length },
    });
    return ok({ count: slots.length });
  }));
}
