import type { Actor } from "@/domain/actor";
import { requireOrganiser } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { lastingMails } from "@/domain/mail/schema";
import { activeStates } from "@/domain/registration/schema";
import { db } from "@/prisma/client";
import type { CancelEffects } from "../schema";

/** What a cancellation would end, in numbers, before anybody is told: one query. */
async function countEffects(eventId: string): Promise<CancelEffects> {
  const [counts] = await db.$queryRaw<CancelEffects[]>`
    SELECT (SELECT count(*) FROM "Registration" WHERE "eventId" = ${eventId}::uuid AND "state"::text = ANY(${[...activeStates]}))::int AS "told",
      (SELECT count(*) FROM "Meeting" WHERE "eventId" = ${eventId}::uuid AND "state" = 'agreed')::int AS "meetings",
      (SELECT count(*) FROM "MeetingRequest" WHERE "eventId" = ${eventId}::uuid AND "state" = 'pending')::int AS "requests",
      (SELECT count(*) FROM "Mail" WHERE "eventId" = ${eventId}::uuid AND "state" IN ('queued', 'failed') AND "kind" <> ALL(${[...lastingMails]}))::int AS "mails"`;
  return counts ?? { told: 0, meetings: 0, requests: 0, mails: 0 };
}

/** The event that may be cancelled, its version, and what that would end. Throws NotFound, SignedOut. */
export async function previewCancel(actor: Actor, slug: string, locale: Locale): Promise<{ event: InsideEvent; version: number; effects: CancelEffects }> {
  const event = await requireOrganiser(actor, slug, locale);
  const [{ version }, effects] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: event.id }, select: { version: true } }),
    countEffects(event.id),
  ]);
  return { event, version, effects };
}
