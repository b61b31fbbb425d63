import type { Actor, StaffDuty } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { classifyFault } from "@/domain/fault/rules";
import { found, Refusal, refuse, requirePerson, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { chooseText, isCancelled } from "./rules";
import type { InsideEvent } from "./schema";

/** Columns of an InsideEvent; `toInsideEvent` makes one of them. The link is never among them. */
export const insideSelect = {
  id: true,
  slug: true,
  number: true,
  kind: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  programmeId: true,
  requestQuota: true,
  requestExpiryDays: true,
  linkDaysBefore: true,
  cancelledAt: true,
  texts: { select: { locale: true, title: true } },
} satisfies Prisma.EventSelect;

/** An event's row with its title in `locale`, or in another language where it has none in this one. */
export function toInsideEvent(
  { texts, ...event }: Prisma.EventGetPayload<{ select: typeof insideSelect }>,
  locale: Locale,
): InsideEvent {
  const text = chooseText(texts, locale);
  return { ...event, title: text?.title ?? "", textLocale: text?.locale ?? "en" };
}

function staffed(duties: readonly StaffDuty[]): Prisma.EventWhereInput {
  const programmes = duties.filter((duty) => duty.eventId === null).map((duty) => duty.programmeId);
  const events = duties.flatMap((duty) => duty.eventId ?? []);
  return { OR: [{ programmeId: { in: programmes } }, { id: { in: events } }] };
}

/** The events whose staff the actor is, as a part of a WHERE. Throws SignedOut. */
export function moderatedEvents(actor: Actor): Prisma.EventWhereInput {
  return staffed(requirePerson(actor).staff);
}

/**
 * The event, for its own moderators and organisers and those of its programme. Throws NotFound, SignedOut.
 * @param locale language of the event's title; the actor's own where left out
 */
export async function requireModerator(actor: Actor, eventSlug: string, locale?: Locale): Promise<InsideEvent> {
  const person = requirePerson(actor);
  const event = await db.event.findFirst({ where: { slug: eventSlug, ...staffed(person.staff) }, select: insideSelect });
  return toInsideEvent(found(event), locale ?? person.locale);
}

/** The same for organisers alone: what only the owners of the programme may. Throws NotFound, SignedOut. */
export async function requireOrganiser(actor: Actor, eventSlug: string, locale?: Locale): Promise<InsideEvent> {
  const person = requirePerson(actor);
  const duties = person.staff.filter((duty) => duty.role === "organiser");
  const event = await db.event.findFirst({ where: { slug: eventSlug, ...staffed(duties) }, select: insideSelect });
  return toInsideEvent(found(event), locale ?? person.locale);
}

/** Somebody's availability, an interpreter's too, a draft, a version or a seat refers to the slot. */
export const slotInUse = {
  OR: [{ availability: { some: {} } }, { interpreters: { some: {} } }, { placements: { some: {} } }, { entries: { some: {} } }, { seats: { some: {} } }],
} satisfies Prisma.SlotWhereInput;

/**
 * Holds an event that takes place until the transaction ends; whatever begins or goes on in one comes past here. "share":
 * many may at once, and nobody cancels meanwhile. Rows of requests are locked before it, those of registrations after it.
 * Throws Refusal: "event_cancelled".
 */
export async function holdOpenEvent(tx: Tx, eventId: string, mode: "alone" | "share" = "alone"): Promise<void> {
  const [event] = mode === "alone"
    ? await tx.$queryRaw<Pick<InsideEvent, "cancelledAt">[]>`SELECT "cancelledAt" FROM "Event" WHERE "id" = ${eventId}::uuid FOR NO KEY UPDATE`
    : await tx.$queryRaw<Pick<InsideEvent, "cancelledAt">[]>`SELECT "cancelledAt" FROM "Event" WHERE "id" = ${eventId}::uuid FOR SHARE`;
  if (event && isCancelled(event)) throw new Refusal<"event_cancelled">("event_cancelled");
}

/** `settle`, also where the database itself has kept something from beginning in an event that was cancelled. */
export async function settleOpen<T, R extends string>(transaction: Promise<Result<T, R>>): Promise<Result<T, R | "event_cancelled">> {
  return settle<T, R | "event_cancelled">(transaction).catch((error: unknown) => {
    if (classifyFault(error)?.constraint === "Event_open_check") return refuse("event_cancelled");
    throw error;
  });
}
