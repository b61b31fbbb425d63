import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, Refusal, refuse, type Result, settle } from "@/domain/result";
import { zonedInstant } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { holdOpenEvent, requireOrganiser } from "../access";
import type { SettingsInput } from "../schema";

/**
 * Gives places that became free to those who wait. Registrations build on events, so this comes from above
 * (domain/registration/commands/move-up.ts).
 */
export type FillPlaces = (tx: Tx, actor: Actor, eventId: string) => Promise<unknown>;

type SettingsRefusal = "event_cancelled" | "changed_meanwhile" | "closes_before_opens" | "capacity_below_held";

function columns(input: SettingsInput, timeZone: string) {
  const { capacity = null, needsApproval, requestQuota, requestExpiryDays, linkDaysBefore } = input;
  const instant = (local: string | undefined) => (local ? zonedInstant(local, timeZone) : null);
  return {
    registrationOpensAt: instant(input.opensAt),
    registrationClosesAt: instant(input.closesAt),
    capacity,
    needsApproval,
    requestQuota,
    requestExpiryDays,
    linkDaysBefore,
    meetingUrl: input.meetingUrl || null,
    videoAddress: input.videoAddress || null,
  };
}

/**
 * Changes an event's settings; where places are added, the waiting list moves up.
 * Refusals: "event_cancelled", "changed_meanwhile" (another organiser was faster), "closes_before_opens" (field `closesAt`),
 * "capacity_below_held" (field `capacity`: more places are held than that). Throws NotFound, SignedOut.
 */
export async function changeSettings(actor: Actor, input: SettingsInput, fillPlaces: FillPlaces): Promise<Result<{ id: string }, SettingsRefusal>> {
  const event = await requireOrganiser(actor, input.event);
  const data = columns(input, event.timeZone);
  const { registrationOpensAt: opens, registrationClosesAt: closes, capacity } = data;
  if (opens && closes && closes <= opens) return refuse("closes_before_opens");
  return settle(db.$transaction(async (tx): Promise<Result<{ id: string }, SettingsRefusal>> => {
    await holdOpenEvent(tx, event.id);
    // The update holds the event's row, as everything does that gives or frees places.
    const { count } = await tx.event.updateMany({
      where: { id: event.id, version: input.version },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    const held = await tx.registration.count({ where: { eventId: event.id, state: { in: ["pending", "returned", "approved"] } } });
    if (capacity !== null && held > capacity) throw new Refusal<SettingsRefusal>("capacity_below_held");
    await recordAudit(tx, actor, {
      action: "event.change_settings",
      objectType: "event",
      objectId: event.id,
      programmeId: event.programmeId,
      eventId: event.id,
      details: { capacity, needsApproval: data.needsApproval, opensAt: opens?.toISOString() ?? null, closesAt: closes?.toISOString() ?? null },
    });
    await fillPlaces(tx, actor, event.id);
    return ok({ id: event.id });
  }));
}
