import type { Actor } from "@/domain/actor";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { organisedBy } from "./access";

/**
 * A programme with its name and summary in each language.
 * @param slug as in the setting HOME_PROGRAMME
 * @throws NotFound where there is none
 */
export async function requireProgramme(slug: string) {
  const programme = await db.programme.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      timeZone: true,
      countries: true,
      regions: true,
      contactEmail: true,
      texts: { select: { locale: true, name: true, summary: true } },
    },
  });
  return found(programme);
}

/** The programmes that the actor organises as a whole. Throws SignedOut. */
export async function listOrganisedProgrammes(actor: Actor) {
  const { userId } = requirePerson(actor);
  return db.programme.findMany({
    where: organisedBy(userId),
    orderBy: { slug: "asc" },
    select: { slug: true, timeZone: true, texts: { select: { locale: true, name: true } } },
  });
}
