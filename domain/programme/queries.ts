import { found } from "@/domain/result";
import { db } from "@/prisma/client";

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
