import type { Actor } from "@/domain/actor";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { organisedBy } from "../access";

/** The programmes that the actor organises and may import into. Throws SignedOut. */
export async function listOrganisedProgrammes(actor: Actor) {
  const { userId } = requirePerson(actor);
  return db.programme.findMany({
    where: organisedBy(userId),
    orderBy: { slug: "asc" },
    select: { slug: true, texts: { select: { locale: true, name: true } } },
  });
}
