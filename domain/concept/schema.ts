import { z } from "zod";
import type { Locale } from "@/domain/input";

/** The form of a concept's id. Whether the lexicon holds it, is asked where it counts: pages need not carry the lexicon. */
export const conceptIdSchema = z.string().max(80).regex(/^[a-z][a-z0-9_]*$/);

/** A concept as people read it. */
export type ConceptLabel = { id: string; label: Record<Locale, string> };

/** The lexicon of this installation. */
export type LexiconState = { version: string; concepts: number; wordings: number };

/**
 * How far the index has come. `upToDate`: organisations read by the current lexicon; `unread`: never read since their
 * texts changed; the others wait to be read again, and are found by what was read before.
 */
export type IndexState = { organisations: number; upToDate: number; unread: number; mentions: number; counts: number; countedAt: Date | null };
