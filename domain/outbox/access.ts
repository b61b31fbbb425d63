import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { found, NotFound, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { OutboxKey } from "./schema";

/** Programmes that the actor organises as a whole. Throws SignedOut. */
function organisedProgrammeIds(actor: Actor): string[] {
  const duties = requirePerson(actor).staff.filter(({ role, eventId }) => role === "organiser" && eventId === null);
  return [...new Set(duties.map(({ programmeId }) => programmeId))];
}

/**
 * The mails of an event, for its staff; without an event all mails of the programmes that the actor organises. Mails
 * between the portal and a person alone belong to no programme and are in neither. Throws NotFound, SignedOut.
 */
export async function requireOutbox(actor: Actor, { event: slug }: OutboxKey): Promise<Prisma.MailWhereInput> {
  if (slug !== undefined) return { eventId: (await requireModerator(actor, slug)).id };
  const ids = organisedProgrammeIds(actor);
  if (ids.length === 0) throw new NotFound("no outbox for this actor");
  return { programmeId: { in: ids } };
}

/** One mail of an outbox. Throws NotFound, SignedOut. */
export async function requireMail(actor: Actor, key: OutboxKey & { id: string }) {
  const outbox = await requireOutbox(actor, key);
  const mail = await db.mail.findFirst({
    where: { AND: [{ id: key.id }, outbox] },
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      to: true,
      locale: true,
      params: true,
      state: true,
      attempts: true,
      error: true,
      createdAt: true,
      sentAt: true,
      nextAttemptAt: true,
      programmeId: true,
      eventId: true,
      entryId: true,
      sequence: true,
      programme: { select: { timeZone: true } },
      event: { select: { slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  return found(mail);
}
