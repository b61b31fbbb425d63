import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import type { Viewpoint } from "../access";
import { activeFilters } from "../rules";
import { type DirectoryFilters, pageSize } from "../schema";
import { listDismissals } from "./list-dismissals";
import { listSuggestions } from "./list-suggestions";
import { readSearch } from "./read-search";
import { listBookmarks, searchDirectory } from "./search-directory";

/** Suggestions above the whole list. */
const teaser = 4;

/** How many suggestions a view shows: all of a page's, a few above the first page, none beside a search. */
function suggestionCount(filters: DirectoryFilters): number {
  if (filters.view === "suggested") return pageSize;
  return filters.view === "all" && filters.page === 1 && activeFilters(filters).length === 0 ? teaser : 0;
}

/** Suggestions and dismissals stand alone. */
const showsList = ({ view }: DirectoryFilters) => view !== "suggested" && view !== "dismissed";

/**
 * Everything that one page of a directory shows; `result` is null where the view has no list to search.
 * @param locale the reader's language, in which a search is read first
 */
export async function readDirectory(actor: Actor, place: Viewpoint, asked: DirectoryFilters, locale: Locale) {
  const { filters, parts, understanding } = readSearch(asked, locale);
  const most = suggestionCount(filters);
  const [result, suggestions, bookmarks, dismissals] = await Promise.all([
    showsList(filters) ? searchDirectory(actor, place, filters, parts) : null,
    most > 0 ? listSuggestions(actor, place, most, filters.dismissed) : [],
    listBookmarks(actor, place.programmeId),
    filters.view === "dismissed" ? listDismissals(actor, place) : [],
  ]);
  return { filters, understanding, result, suggestions, bookmarks, dismissals };
}
