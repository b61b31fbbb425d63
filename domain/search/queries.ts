import type { Actor } from "@/domain/actor";
import { requireViewpoint } from "@/domain/directory/access";
import { readSearch } from "@/domain/directory/queries/read-search";
import { listFound } from "@/domain/directory/queries/search-directory";
import type { Locale } from "@/domain/input";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { parseSearch, type SavedSearchView } from "./schema";

/** The actor's own saved searches in a programme, the newest first. Throws SignedOut. */
export async function listSearches(actor: Actor, programmeId: string): Promise<SavedSearchView[]> {
  const { userId } = requirePerson(actor);
  const rows = await db.savedSearch.findMany({
    where: { userId, programmeId },
    orderBy: { id: "desc" },
    select: { id: true, name: true, locale: true, query: true },
  });
  return rows.map((row) => {
    const { filters, understanding } = readSearch(parseSearch(row.query), row.locale);
    return { ...row, filters, understanding };
  });
}

/**
 * Who fits a search in a programme today, of those whom the actor may see.
 * @throws NotFound for somebody who acts for no admitted organisation (any longer), SignedOut
 */
export async function listHits(actor: Actor, programmeId: string, { query, locale }: { query: string; locale: Locale }) {
  const place = await requireViewpoint(actor, programmeId);
  const { filters, parts } = readSearch(parseSearch(query), locale);
  return listFound(actor, place, filters, parts);
}
