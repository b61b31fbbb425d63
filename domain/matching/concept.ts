import { z } from "zod";

/**
 * What a concept is about. `subject`: a matter; `service`: what is done with a matter; `sector`: for whom; `general`:
 * a word that many texts hold and that says little; `cooperation`: how two organisations work together.
 */
export const conceptKinds = ["subject", "service", "sector", "cooperation", "general"] as const;
export type ConceptKind = (typeof conceptKinds)[number];

const idSchema = z.string().regex(/^[a-z][a-z0-9_]*$/);
/** Wordings of one language, separated by semicolons; the first one is the label. */
const wordingsSchema = z
  .string()
  .transform((text) => text.split(";").map((wording) => wording.trim()))
  .refine((wordings) => wordings.every((wording) => wording !== ""), "holds an empty wording");
/** Ids of concepts, separated by blanks. */
const idsSchema = z
  .string()
  .transform((text) => text.split(" ").filter((id) => id !== ""))
  .pipe(z.array(idSchema))
  .default([]);

const conceptSchema = z.strictObject({
  id: idSchema,
  en: wordingsSchema,
  de: wordingsSchema,
  pl: wordingsSchema,
  up: idsSchema,
  see: idsSchema,
});

/** One file of the lexicon (docs/lexicon.md): concepts of one domain and one kind. */
export const lexiconFileSchema = z.strictObject({
  title: z.string().min(1),
  kind: z.enum(conceptKinds),
  concepts: z.array(conceptSchema).min(1),
});

/** A concept; `up`: broader ones, `see`: related ones. */
export type Concept = z.output<typeof conceptSchema> & { kind: ConceptKind };
