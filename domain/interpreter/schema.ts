import { z } from "zod";
import { emailSchema, idSchema, lineSchema, slugSchema, spokenLanguages } from "@/domain/input";

/** Somebody who translates between any two of their languages, in the slots in which they are there. */
export type InterpreterInfo = {
  id: string;
  name: string;
  languages: string[];
  slotIds: string[];
  /** Takes no meeting that begins from then on. */
  awayFrom: Date | null;
  version: number;
};

/** What the two sides of a meeting speak, where they share nothing. */
export type LanguagePair = { left: string[]; right: string[] };

/** A placed meeting that needs an interpreter. `chosenId`: by a moderator; `beforeId`: who translates in it now. */
export type TranslationNeed = LanguagePair & { meetingId: string; slotId: string; chosenId: string | null; beforeId: string | null };

/** Meetings of one slot that speak the same languages, with how many of them have an interpreter; never all. */
export type TranslationGap = LanguagePair & { slotId: string; needed: number; covered: number; meetingIds: string[] };

/** A language into which the whole event is translated, and who could do it; null: nobody on the list. */
export type PlenaryNeed = { language: string; interpreterId: string | null };

const detailsShape = {
  event: slugSchema,
  name: lineSchema({ min: 2, max: 120 }),
  languages: z.array(z.enum(spokenLanguages)).min(2).max(spokenLanguages.length),
  slots: z.array(idSchema).max(200).default([]),
  email: emailSchema.optional(),
};

export const addInterpreterSchema = z.object(detailsShape);
export type AddInterpreterInput = z.output<typeof addInterpreterSchema>;

export const changeInterpreterSchema = z.object({ ...detailsShape, id: idSchema, version: z.coerce.number().int().min(1).max(2_000_000_000) });
export type ChangeInterpreterInput = z.output<typeof changeInterpreterSchema>;

export const interpreterKeySchema = z.object({ event: slugSchema, id: idSchema });
export type InterpreterKey = z.output<typeof interpreterKeySchema>;

/** `interpreter` left out: whoever fits best. */
export const chooseSchema = z.object({ event: slugSchema, meeting: idSchema, interpreter: idSchema.optional() });
export type ChooseInput = z.output<typeof chooseSchema>;

/** `seen`: name of the changes that the moderator has looked at. */
export const presenceSchema = z.object({ ...interpreterKeySchema.shape, seen: z.string().max(64) });
export type PresenceInput = z.output<typeof presenceSchema>;
