import { activeFilters, directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters } from "@/domain/directory/schema";

/** Whether a search leaves somebody out: a list of everybody is none. */
export function isSearch(filters: DirectoryFilters): boolean {
  return filters.side === "only" || activeFilters(filters).length > 0;
}

/** The one way in which a search is written down, so that the same search is kept once. */
export function searchQuery(filters: DirectoryFilters): string {
  const [concept, literal] = [filters.concept.toSorted(), filters.literal.toSorted()];
  // The order of a list changes nothing of who is found.
  return directoryQuery({ ...filters, side: filters.side === "only" ? "only" : "first", concept, literal });
}

/** The day of a mail about saved searches, by the calendar of UTC: there is one a day at the most. */
export const noticeDay = (now: Date): string => now.toISOString().slice(0, 10);

/** What such a mail is known by. */
export const noticeKey = (userId: string, now: Date): string => `search_found/${userId}/${noticeDay(now)}`;
