import { z } from "zod";
import type { Locale } from "@/domain/input";

/** The form of a concept's id. Whether the lexicon holds it, is asked where it counts: pages need not carry the lexicon. */
export const conceptIdSchema = z.string().max(80).regex(/^[a-z][a-z0-9_]*$/);

/** A concept as people read it. */
export type ConceptLabel = { id: string; label: Record<Locale, string> };
