import type { Back } from "@/domain/directory/schema";

/** Where a dismissal is said or undone: in a view of the programme's directory or of an event's, or on a profile there. */
export type DismissalPlace = { back: Back; event?: string | undefined };

/** What every form about a dismissal sends along, as hidden fields. */
export function dismissalFields(organisation: string, { back, event }: DismissalPlace): Record<string, string> {
  return { organisation, back, ...(event === undefined ? {} : { event }) };
}
