import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { type FitPlace, requireEventFit, requireProgrammeFit } from "../access";
import type { FitFilters } from "../schema";
import { getPair } from "./get-pair";
import { listGaps } from "./list-gaps";
import { listUnmatched } from "./list-unmatched";

async function readView(place: FitPlace, filters: FitFilters, locale: Locale) {
  const { view } = filters;
  if (view === "pair") return { view, pair: await getPair(place, filters, locale) };
  if (view === "unmatched") return { view, unmatched: await listUnmatched(place, filters.page) };
  return { view, gaps: await listGaps(place, view === "needed" ? "need" : "offer", filters) };
}

/** What one view of a matching page shows. */
export type FitData = Awaited<ReturnType<typeof readView>>;

/** One view of the matching page of an event. Throws NotFound for all but its staff, SignedOut. */
export async function readEventFit(actor: Actor, eventSlug: string, filters: FitFilters, locale: Locale) {
  const { event, place } = await requireEventFit(actor, eventSlug, locale);
  return { event, timeZone: place.timeZone, data: await readView(place, filters, locale) };
}

/**
 * The same for a whole programme, the first that the actor is staff of where none is named. Throws NotFound for all but
 * the staff of whole programmes, SignedOut.
 */
export async function readProgrammeFit(actor: Actor, wanted: string | undefined, filters: FitFilters, locale: Locale) {
  const { programme, programmes, place } = await requireProgrammeFit(actor, wanted, locale);
  return { programme, programmes, timeZone: place.timeZone, data: await readView(place, filters, locale) };
}
