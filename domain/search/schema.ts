import { z } from "zod";
import { type DirectoryFilters, parseDirectory, type Understanding } from "@/domain/directory/schema";
import { idSchema, lineSchema, type Locale, localeSchema } from "@/domain/input";

/** Saved searches of one person in one programme. */
export const mostSearches = 10;
export const longestSearchName = 80;

const nameSchema = lineSchema({ min: 1, max: longestSearchName });

export const saveSearchSchema = z.object({
  name: nameSchema,
  /** The query of the directory's address. */
  query: z.string().max(4000),
  /** The language in which it is read. */
  locale: localeSchema,
});
export type SaveSearchInput = z.output<typeof saveSearchSchema>;

export const renameSearchSchema = z.object({ search: idSchema, name: nameSchema });
export const deleteSearchSchema = z.object({ search: idSchema });

/** A saved search for its owner; `understanding`: as what its words are read. */
export type SavedSearchView = { id: string; name: string; locale: Locale; query: string; filters: DirectoryFilters; understanding: Understanding };

/** What of an address is looked for again and again: in the whole programme, without page, view and slot. */
export function parseSearch(query: string): DirectoryFilters {
  const params = new URLSearchParams(query);
  const lists = Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));
  return { ...parseDirectory(lists), view: "all", page: 1, slot: undefined, dismissed: undefined };
}
