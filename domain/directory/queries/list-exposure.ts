import type { Actor } from "@/domain/actor";
import { isProgrammeStaff } from "@/domain/programme/rules";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { ExposureView } from "../schema";

/** Organisations that are named: those who were shown to fewest. */
const mostNamed = 20;

type Row = { slug: string; name: string; country: string; shownTo: number; total: number; nobody: number; mean: number; most: number };

/**
 * To how many others each admitted organisation of a programme was suggested, for its staff: those shown to fewest by
 * name, the rest in numbers.
 * @throws NotFound for everybody else, SignedOut
 */
export async function listExposure(actor: Actor, programmeId: string): Promise<ExposureView> {
  requirePerson(actor);
  found(isProgrammeStaff(actor, programmeId) ? programmeId : null);
  const rows = await db.$queryRaw<Row[]>`
    WITH shown AS (
      SELECT o."slug", o."name", o."country", (
        SELECT count(*) FROM "Exposure" x WHERE x."programmeId" = a."programmeId" AND x."shownId" = o."id"
      )::int AS "shownTo"
      FROM "Admission" a JOIN "Organisation" o ON o."id" = a."organisationId"
      WHERE a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved'
    )
    SELECT *, (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE "shownTo" = 0) OVER ())::int AS nobody,
      (avg("shownTo") OVER ())::float8 AS mean, max("shownTo") OVER () AS most
    FROM shown ORDER BY "shownTo", "name", "slug" LIMIT ${mostNamed}`;
  const [first] = rows;
  return {
    organisations: rows.map(({ slug, name, country, shownTo }) => ({ slug, name, country, shownTo })),
    total: first?.total ?? 0,
    shownToNobody: first?.nobody ?? 0,
    mean: first?.mean ?? 0,
    most: first?.most ?? 0,
  };
}
