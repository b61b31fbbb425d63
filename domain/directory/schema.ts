import { z } from "zod";
import { fieldOrGroupSchema } from "@/domain/field/schema";
import { idSchema, pageSchema, slugSchema, spokenLanguages } from "@/domain/input";
import type { TextReason } from "@/domain/matching/reasons";
import { type OrganisationCard, organisationTypeSchema, type StatementView } from "@/domain/organisation/schema";
import { countrySchema, regionSchema } from "@/domain/region/schema";

export const pageSize = 24;

/** Which side of the border comes first, or alone. */
const sides = ["first", "only", "mixed"] as const;
export const views = ["all", "suggested", "bookmarks"] as const;

const quiet = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

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
  side: z.enum(sides).catch("first"),
  page: pageSchema,
});

export type DirectoryFilters = z.output<typeof directorySchema>;

/** Reads the address's parameters; of a parameter that stands twice the first counts. */
export function parseDirectory(params: Record<string, string | string[] | undefined>): DirectoryFilters {
  return directorySchema.parse(Object.fromEntries(Object.entries(params).map(([key, value]) => [key, [value].flat()[0]])));
}

/** The words to look for, with LIKE's wildcards made literal. At most six. */
export function searchWords(q: string): string[] {
  const words = q.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, 6);
  return words.map((word) => word.replace(/[\\%_]/g, String.raw`\$&`));
}

/** A reason with the two sentences that meet; `because`: the words in them that do, and what these are about. */
export type SuggestionReason = { kind: "they_offer" | "you_offer"; need: StatementView; offer: StatementView; fields: string[]; because: TextReason[] };

/** An organisation to look at, and why. */
export type SuggestedPartner = { card: OrganisationCard; reasons: SuggestionReason[] };

export const bookmarkSchema = z.object({
  organisationId: idSchema,
  isOn: z.enum(["yes", "no"]).transform((value) => value === "yes"),
  /** The event's slug where the list belongs to one; the programme's directory otherwise. */
  event: slugSchema.optional(),
});
