import type { Actor } from "@/domain/actor";
import { requireOrganiser } from "@/domain/event/access";
import { isCancelled } from "@/domain/event/rules";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { activeStates } from "@/domain/registration/schema";
import { refuse, type Result } from "@/domain/result";
import { zonedInstant } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { planMove } from "../rules";
import type { MoveEffects, MovePlan, MoveRefusal, WantedTimes } from "../schema";

const movableSelect = {
  id: true,
  programmeId: true,
  slug: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  requestExpiryDays: true,
  linkDaysBefore: true,
  version: true,
  texts: { select: { locale: true, title: true } },
  slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
} satisfies Prisma.EventSelect;

export type MovableEvent = Prisma.EventGetPayload<{ select: typeof movableSelect }>;

/** Everything about an event that a move reads. */
export function loadMovable(tx: Tx, id: string): Promise<MovableEvent> {
  return tx.event.findUniqueOrThrow({ where: { id }, select: movableSelect });
}

/** What `plan` means to those who are registered: one query. */
async function countEffects(event: MovableEvent, { startsAt, endsAt }: MovePlan): Promise<MoveEffects> {
  const [counts] = await db.$queryRaw<MoveEffects[]>`
    WITH own AS (SELECT "id", "userId", "state" FROM "Registration" WHERE "eventId" = ${event.id}::uuid AND "state"::text = ANY(${[...activeStates]}))
    SELECT count(*) FILTER (WHERE "state" = 'approved')::int AS "approved",
      count(*) FILTER (WHERE "state" IN ('pending', 'returned'))::int AS "pending",
      count(*) FILTER (WHERE "state" = 'waiting')::int AS "waiting",
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM "Registration" r JOIN "Event" e ON e."id" = r."eventId"
        WHERE r."userId" = own."userId" AND r."id" <> own."id" AND r."state"::text = ANY(${[...activeStates]})
          AND e."startsAt" < ${endsAt.toISOString()}::timestamptz AND e."endsAt" > ${startsAt.toISOString()}::timestamptz))::int AS "elsewhere",
      (SELECT count(DISTINCT split_part("key", '/', 2)) FROM "Mail" WHERE "eventId" = ${event.id}::uuid AND "key" LIKE 'event_link/%' AND "state" = 'sent')::int AS "linked",
      (SELECT count(*) FROM "Seat" s JOIN "Meeting" m ON m."id" = s."meetingId" WHERE m."eventId" = ${event.id}::uuid AND s."resourceKind" = 'room')::int AS "meetings",
      (SELECT count(*) FROM "MeetingRequest" q WHERE q."eventId" = ${event.id}::uuid AND q."state" = 'pending' AND q."expiresAt" > ${endsAt.toISOString()}::timestamptz)::int AS "shortened"
    FROM own`;
  return counts ?? { approved: 0, pending: 0, waiting: 0, elsewhere: 0, linked: 0, meetings: 0, shortened: 0 };
}

export type MovePreview = Result<{ plan: MovePlan; effects: MoveEffects }, MoveRefusal | "event_cancelled">;

/**
 * An event that can be moved, and what another time would change; null where none is named. Throws NotFound, SignedOut.
 */
export async function previewMove(actor: Actor, slug: string, wanted: WantedTimes | null, locale: Locale): Promise<{ inside: InsideEvent; event: MovableEvent; preview: MovePreview | null }> {
  const inside = await requireOrganiser(actor, slug, locale);
  const event = await loadMovable(db, inside.id);
  if (!wanted) return { inside, event, preview: null };
  if (isCancelled(inside)) return { inside, event, preview: refuse("event_cancelled") };
  const plan = planMove(event, { startsAt: zonedInstant(wanted.startsAt, event.timeZone), endsAt: zonedInstant(wanted.endsAt, event.timeZone) }, new Date());
  return { inside, event, preview: plan.ok ? { ok: true, value: { plan: plan.value, effects: await countEffects(event, plan.value) } } : plan };
}
