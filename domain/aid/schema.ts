import { z } from "zod";
import { localeSchema, slugSchema, textSchema } from "@/domain/input";
import { conceptIdSchema } from "@/domain/concept/schema";
import { correctionFields, directions, gatherFields, limits, statementFields } from "@/domain/organisation/schema";
import type { Corrections } from "@/domain/concept/rules";

/** A text that somebody is writing, as the form holds it: what cannot be understood of the rest is left out. */
export const draftSchema = z
  .object({
    organisation: slugSchema,
    direction: z.enum(directions),
    locale: localeSchema,
    text: textSchema({ max: limits.statement }).default(""),
    ...statementFields,
    ...correctionFields,
    /** What is typed to find a subject that is missing. */
    subject: z.string().max(100).catch("").default(""),
    /** A subject that was pressed, where no script takes it in or out. */
    toggle: conceptIdSchema.optional().catch(undefined),
  })
  .transform(gatherFields);
export type StatementDraft = z.output<typeof draftSchema>;

/** A concept by its label, in the reader's language. */
export type Subject = { id: string; label: string };

type Named = { slug: string; name: string };

/** What somebody else has written on the same subject. */
export type SimilarText = { text: string; locale: StatementDraft["locale"]; organisation: Named };

/** Who across the border would find the text, or be found by it; `isMore`: so many and perhaps more. */
export type Reach = { count: number; isMore: boolean; named: Named[] };

/**
 * What helps somebody who is writing. `understood`: what the words speak of, whether or not its authors have removed it;
 * `corrections`: as the form holds them, with what was pressed; `found`: what a missing subject may be, null where nothing
 * was typed; `around`: null where there is nothing to look for, "closed" before the organisation is admitted.
 */
export type WritingAid = {
  understood: Subject[];
  added: Subject[];
  corrections: Corrections;
  found: Subject[] | null;
  around: { similar: SimilarText[]; reach: Reach } | "closed" | null;
};
