import type { Actor } from "@/domain/actor";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Programmes that the person organises as a whole; moderators and staff of single events import nothing. */
export function organisedBy(userId: string): Prisma.ProgrammeWhereInput {
  return { staff: { some: { userId, role: "organiser", eventId: null } } };
}

/** A programme that the actor organises. Throws SignedOut, NotFound. */
export async function requireOrganisedProgramme(actor: Actor, slug: string): Promise<{ id: string; slug: string }> {
  const { userId } = requirePerson(actor);
  return found(await db.programme.findFirst({ where: { slug, ...organisedBy(userId) }, select: { id: true, slug: true } }));
}

/** A file that the actor uploaded, for a programme that the actor still organises. Throws SignedOut, NotFound. */
export async function requireImportFile(actor: Actor, id: string) {
  const { userId } = requirePerson(actor);
  const file = await db.importFile.findFirst({
    where: { id, userId, programme: organisedBy(userId) },
    select: {
      id: true,
      name: true,
      content: true,
      importedAt: true,
      created: true,
      programme: { select: { id: true, slug: true, texts: { select: { locale: true, name: true } } } },
    },
  });
  return found(file);
}
