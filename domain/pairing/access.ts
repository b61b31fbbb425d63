import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { found } from "@/domain/result";
import type { RunKey } from "@/domain/run/schema";
import { db } from "@/prisma/client";

/** A search for pairs of an event that the actor moderates. Throws NotFound (also where it is another event's), SignedOut. */
export async function requirePairing(actor: Actor, { event: slug, run }: RunKey, locale?: Locale): Promise<{ event: InsideEvent; id: string }> {
  const event = await requireModerator(actor, slug, locale);
  const row = await db.pairingRun.findFirst({ where: { id: run, eventId: event.id }, select: { id: true } });
  return { event, id: found(row).id };
}
