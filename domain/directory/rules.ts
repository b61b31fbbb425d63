import type { DirectoryFilters } from "./schema";

/** What an address leaves out, because it is so anyway. */
const silent: Partial<Record<keyof DirectoryFilters, string>> = { view: "all", q: "", side: "first", page: "1" };

type Changes = { [Name in keyof DirectoryFilters]?: DirectoryFilters[Name] | undefined };

/** The query of the address that shows these filters: "?country=PL&field=energy", or nothing. Any change leads to page 1, and what was dismissed just now is gone. */
export function directoryQuery(filters: DirectoryFilters, changes: Changes = {}): string {
  const wanted = { ...filters, page: 1, dismissed: undefined, ...changes };
  const pairs = Object.entries(wanted).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.map((one) => [name, one]);
    const text = value === undefined ? "" : String(value);
    return text === "" || silent[name as keyof DirectoryFilters] === text ? [] : [[name, text]];
  });
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

const narrowing = ["q", "country", "region", "type", "field", "direction", "language", "slot", "concept"] as const;
export type ActiveFilter = (typeof narrowing)[number];

/** The filters that make the list shorter, in the order of the form. */
export function activeFilters(filters: DirectoryFilters): ActiveFilter[] {
  return narrowing.filter((name) => filters[name] !== undefined && filters[name].toString() !== "");
}
