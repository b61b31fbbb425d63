import type { Actor } from "@/domain/actor";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Programmes whose organisations the actor decides about. Staff of single events decides about none. */
export function staffProgrammeIds(actor: Actor): string[] {
  const { staff } = requirePerson(actor);
  return [...new Set(staff.filter(({ eventId }) => eventId === null).map(({ programmeId }) => programmeId))];
}

/** Admissions that the actor decides about. Throws SignedOut. */
export function decidableBy(actor: Actor): Prisma.AdmissionWhereInput {
  return { programmeId: { in: staffProgrammeIds(actor) } };
}

/** An admission that the actor decides about. Throws SignedOut, NotFound. */
export async function requireDecidable(actor: Actor, id: string) {
  const admission = await db.admission.findFirst({
    where: { AND: [{ id }, decidableBy(actor)] },
    relationLoadStrategy: "join",
    select: {
      id: true,
      state: true,
      reason: true,
      programmeId: true,
      createdAt: true,
      decidedAt: true,
      programme: { select: { id: true, slug: true, timeZone: true, regions: true, texts: { select: { locale: true, name: true } } } },
      organisation: { select: { id: true, slug: true, name: true, type: true, country: true, region: true, isDemo: true } },
    },
  });
  return found(admission);
}
