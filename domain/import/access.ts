import type { Actor } from "@/domain/actor";
import { organisedBy } from "@/domain/programme/access";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";

/** A file that the actor uploaded, for a programme that the actor still organises. Throws SignedOut, NotFound. */
export async function requireImportFile(actor: Actor, id: string) {
  const { userId } = requirePerson(actor);
  const file = await db.importFile.findFirst({
    where: { id, userId, eventId: null, programme: organisedBy(userId) },
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
