import { z } from "zod";
import { conceptIdSchema, type ConceptLabel } from "@/domain/concept/schema";
import { fieldOrGroupSchema } from "@/domain/field/schema";
import { idSchema, lineSchema, type Locale, localeSchema, pageSchema, slugSchema, spokenLanguages } from "@/domain/input";
import type { TextReason } from "@/domain/matching/reasons";
import { type OrganisationCard, organisationTypeSchema, type StatementView } from "@/domain/organisation/schema";
import { countrySchema, regionSchema } from "@/domain/region/schema";

export const pageSize = 24;

/** Which side of the border comes first, or alone. */
const sides = ["first", "only", "mixed"] as const;
export const views = ["all", "suggested", "bookmarks", "dismissed"] as const;

const quiet = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** Concepts that a list is narrowed by, at the most. */
export const mostConcepts = 3;
const mostLiteral = 12;

/** Ids of concepts, each once; what is none is left out. */
const several = (most: number) =>
  z.array(z.string()).transform((ids) => [...new Set(ids)].filter((id) => conceptIdSchema.safeParse(id).success).slice(0, most)).catch([]);

/**
 * What the address of a directory says. Whatever cannot be understood is left out: an address that somebody
 * mistyped or shared still shows something.
 */
export const directorySchema = z.object({
  view: z.enum(views).catch("all"),
  q: z.string().transform((text) => text.replace(/\p{Cc}/gu, " ").normalize("NFC").trim().slice(0, 100)).catch(""),
  country: quiet(countrySchema),
  region: quiet(regionSchema),
  type: quiet(organisationTypeSchema),
  field: quiet(fieldOrGroupSchema),
  /** With a field: only those who offer it, or who need it. */
  direction: quiet(z.enum(["offer", "need"])),
  language: quiet(z.enum(spokenLanguages)),
  /** Number of a slot in which somebody is free. */
  slot: quiet(z.coerce.number().int().min(1).max(99)),
  /** Concepts of the lexicon that an organisation has to speak of, all of them. */
  concept: several(mostConcepts),
  /** Concepts that the search was understood as and shall not be: its words count. */
  literal: several(mostLiteral),
  side: z.enum(sides).catch("first"),
  /** Slug of an organisation that was dismissed just now: it keeps its place among the suggestions, to be undone there. */
  dismissed: quiet(slugSchema),
  page: pageSchema,
});

export type DirectoryFilters = z.output<typeof directorySchema>;

const lists: ReadonlySet<string> = new Set(["concept", "literal"]);

/** Reads the address's parameters; of a parameter that stands twice the first counts, where it is no list. */
export function parseDirectory(params: Record<string, string | string[] | undefined>): DirectoryFilters {
  const values = Object.entries(params).map(([key, value]) => [key, lists.has(key) ? [value].flat() : [value].flat()[0]]);
  return directorySchema.parse(Object.fromEntries(values));
}

/** A search as it was understood, in words for the reader: what shall count as a concept, and what only as a word. */
export type Understanding = { understood: ConceptLabel[]; literal: ConceptLabel[]; concepts: ConceptLabel[] };

/** The words to look for, with LIKE's wildcards made literal. At most six. */
export function searchWords(q: string): string[] {
  const words = q.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, 6);
  return words.map((word) => word.replace(/[\\%_]/g, String.raw`\$&`));
}

/** What organisations of a list speak of, and how many. */
export type SubjectCount = ConceptLabel & { count: number };

/** A reason with the two sentences that meet; `because`: the words in them that do, and what these are about. */
export type SuggestionReason = { kind: "they_offer" | "you_offer"; need: StatementView; offer: StatementView; fields: string[]; because: TextReason[] };

/** An organisation to look at, and why; or, in its place, that it was dismissed just now. `isNew`: never shown to the reader's before. */
export type SuggestedPartner = { card: OrganisationCard; reasons: SuggestionReason[]; isDismissed: boolean; isNew: boolean };

/** Why an organisation does not want another one suggested. */
export const dismissalReasons = ["known", "wrong_subject", "wrong_kind", "wrong_region", "other"] as const;
export type DismissalReason = (typeof dismissalReasons)[number];
export const mostNote = 300;

/** Somebody whom the own organisation does not want suggested, for its own people. */
export type DismissalView = {
  organisation: { slug: string; name: string };
  reason: DismissalReason;
  note: { text: string; locale: Locale } | null;
  createdAt: Date;
};

export const backs = [...views, "profile"] as const;
export type Back = (typeof backs)[number];

/** Where a dismissal is said or undone: by the organisation's slug, in the directory of the programme or of an event. */
const dismissalKeySchema = z.object({
  organisation: slugSchema,
  event: slugSchema.optional(),
  /** What to lead back to: a view, or the organisation's profile. */
  back: z.enum(backs),
});

export const dismissSchema = dismissalKeySchema.extend({
  reason: z.enum(dismissalReasons),
  note: lineSchema({ max: mostNote }).optional(),
  /** Language of the page that the note was written on. */
  locale: localeSchema,
});
export const undoDismissalSchema = dismissalKeySchema;

export const bookmarkSchema = z.object({
  organisationId: idSchema,
  isOn: z.enum(["yes", "no"]).transform((value) => value === "yes"),
  /** The event's slug where the list belongs to one; the programme's directory otherwise. */
  event: slugSchema.optional(),
});

/** To how many others organisations were suggested: those shown to fewest, and what it is for all. */
export type ExposureView = {
  organisations: { slug: string; name: string; country: string; shownTo: number }[];
  /** Admitted organisations, and how many of them were shown to nobody. */
  total: number;
  shownToNobody: number;
  mean: number;
  most: number;
};
