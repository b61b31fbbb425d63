import type { Actor } from "@/domain/actor";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Programmes that the person organises as a whole; moderators and staff of single events are not among these. */
export function organisedBy(userId: string): Prisma.ProgrammeWhereInput {
  return { staff: { some: { userId, role: "organiser", eventId: null } } };
}

/** A programme that the actor organises. Throws SignedOut, NotFound. */
export async function requireOrganisedProgramme(actor: Actor, slug: string): Promise<{ id: string; slug: string }> {
  const { userId } = requirePerson(actor);
  return found(await db.programme.findFirst({ where: { slug, ...organisedBy(userId) }, select: { id: true, slug: true } }));
}
