import type { DirectoryFilters } from "@/domain/directory/schema";

/** Where a dismissal is said or undone: a view of the programme's directory, or of an event's. */
export type DismissalPlace = { view: DirectoryFilters["view"]; event?: string | undefined };

/** What every form about a dismissal sends along, as hidden fields. */
export function dismissalFields(organisation: string, { view, event }: DismissalPlace): Record<string, string> {
  return { organisation, view, ...(event === undefined ? {} : { event }) };
}
