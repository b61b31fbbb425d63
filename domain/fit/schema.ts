import { z } from "zod";
import { conceptIdSchema } from "@/domain/concept/schema";
import type { SuggestionReason } from "@/domain/directory/schema";
import { pageSchema, slugSchema } from "@/domain/input";
import type { Fit } from "@/domain/matching/fit";
import type { Gap } from "@/domain/matching/gaps";
import { countrySchema } from "@/domain/region/schema";

/** Rows of a page. */
export const pageSize = 20;

/** Below this the best partner across the border is no good match: some words in common, or an industry. */
export const goodFit = 25;

export const fitViews = ["unmatched", "needed", "offered", "pair"] as const;

const quiet = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the address of a matching page says. Whatever cannot be understood is left out. */
const fitSchema = z.object({
  /** On the page for whole programmes: which one. */
  programme: quiet(slugSchema),
  view: z.enum(fitViews).catch("unmatched"),
  left: quiet(slugSchema),
  right: quiet(slugSchema),
  q: z.string().transform((text) => text.replace(/\p{Cc}/gu, " ").normalize("NFC").trim().slice(0, 100)).catch(""),
  country: quiet(countrySchema),
  concept: quiet(conceptIdSchema),
  page: pageSchema,
});
export type FitFilters = z.output<typeof fitSchema>;

/** Reads the address's parameters; of a parameter that stands twice the first counts. */
export function parseFit(params: Record<string, string | string[] | undefined>): FitFilters {
  return fitSchema.parse(Object.fromEntries(Object.entries(params).map(([key, value]) => [key, [value].flat()[0]])));
}

/** How good a fit is, in a word. */
export type FitLevel = "none" | "weak" | "good" | "strong";

/** An organisation by its name. */
export type Named = { slug: string; name: string; country: string };
export type Partner = Named & { fit: number };

/** What would help an organisation that has no good match. */
export type Advice = "write_offers" | "write_needs" | "nobody_answers" | "look_for_partners";

export type Unmatched = Named & { fit: number; partner: Named | null; advice: Advice[] };

/** Those without a good match, worst first, and how far the worker has come with all of them. */
export type UnmatchedPage = {
  rows: Unmatched[];
  total: number;
  page: number;
  pageCount: number;
  organisations: number;
  measured: number;
  /** When the oldest of the results was measured; null before the first. */
  measuredSince: Date | null;
};

/** A gap with the first of the organisations that it is a gap for. */
export type ToldGap = Gap & { named: Named[] };
export type GapPage = { gaps: ToldGap[]; total: number; page: number; pageCount: number };

/** One of two sides to choose: found ones, of so many. */
export type Choices = { found: Named[]; total: number; page: number; pageCount: number };

/** An event in which both take part, so that a moderator may bring them together there. */
export type PairingPlace = { slug: string; title: string; textLocale: "en" | "de" | "pl" };

/** Two organisations compared. `forLeft`: offers of the right one that answer needs of the left one. */
export type ComparedPair = {
  fit: Fit;
  forLeft: SuggestionReason[];
  forRight: SuggestionReason[];
  events: PairingPlace[];
};

/** What is chosen so far. `partners`: who fits the left one best, as long as no right one is chosen. */
export type PairPage = { left: Named | null; right: Named | null; choices: Choices | null; partners: Partner[]; compared: ComparedPair | null };
