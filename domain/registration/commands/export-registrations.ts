import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import { listSlots } from "@/domain/event/queries";
import type { InsideEvent, SlotTimes } from "@/domain/event/schema";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { listRegistrations } from "../queries/list-registrations";
import type { RegistrationRow } from "../schema";

export type RegistrationExport = { event: InsideEvent; slots: SlotTimes[]; rows: RegistrationRow[] };

/**
 * Everybody who has registered for an event, for its staff to take along. Who took it is written down.
 * Refusals: "too_many_attempts". Throws NotFound, SignedOut.
 */
export async function exportRegistrations(actor: Actor, eventSlug: string): Promise<Result<RegistrationExport, "too_many_attempts">> {
  const event = await requireModerator(actor, eventSlug);
  if (!(await takePoint("export", requirePerson(actor).userId))) return refuse("too_many_attempts");
  const [rows, slots] = await Promise.all([listRegistrations(actor, eventSlug), listSlots(event.id)]);
  await recordAudit(db, actor, {
    action: "registration.export",
    objectType: "event",
    objectId: event.id,
    programmeId: event.programmeId,
    eventId: event.id,
    details: { rows: rows.length },
  });
  return ok({ event, slots, rows });
}
