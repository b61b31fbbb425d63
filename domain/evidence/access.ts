import type { Actor } from "@/domain/actor";
import { insideSelect, toInsideEvent } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Events whose evidence the person was let in to read, by a duty for the event or for its whole programme. */
export function readableBy(userId: string): Prisma.EventWhereInput {
  const letIn = { userId, evidenceSince: { not: null } };
  return { OR: [{ staff: { some: letIn } }, { programme: { staff: { some: { ...letIn, eventId: null } } } }] };
}

/** An event whose evidence the actor may read. Throws NotFound for everybody else, organisers too; SignedOut. */
export async function requireReadable(actor: Actor, eventSlug: string, locale?: Locale): Promise<InsideEvent> {
  const person = requirePerson(actor);
  const event = await db.event.findFirst({ where: { AND: [{ slug: eventSlug }, readableBy(person.userId)] }, select: insideSelect });
  return toInsideEvent(found(event), locale ?? person.locale);
}
