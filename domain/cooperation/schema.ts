import { z } from "zod";
import { idSchema, lineSchema, localeSchema, slugSchema, type Locale } from "@/domain/input";
import type { Partner } from "@/domain/meeting/schema";

/** How far two organisations are with what they do together. */
export const stages = ["idea", "talks", "agreement", "project", "ended"] as const;
export type Stage = (typeof stages)[number];

export const subjectLimits = { min: 3, max: 200 } as const;

/** `meeting`: where it began; otherwise `organisation` says with whom. `key`: made with the page, so that sending it twice is one. */
export const noteSchema = z
  .object({
    key: idSchema,
    meeting: idSchema.optional(),
    organisation: slugSchema.optional(),
    subject: lineSchema(subjectLimits),
    subjectLocale: localeSchema,
    stage: z.enum(stages),
  })
  .refine(({ meeting, organisation }) => meeting !== undefined || organisation !== undefined, { path: ["organisation"], error: "required" });
export type NoteInput = z.output<typeof noteSchema>;

export const cooperationKeySchema = z.object({ cooperation: idSchema });

export const stageSchema = cooperationKeySchema.extend({ stage: z.enum(stages) });
export type StageInput = z.output<typeof stageSchema>;

export const answerSchema = cooperationKeySchema.extend({ answer: z.enum(["yes", "no"]) });
export type AnswerInput = z.output<typeof answerSchema>;

/** A cooperation as one of its two sides reads it. `isConfirmed`: by the side that did not note it; null: it has not said. */
export type CooperationView = {
  id: string;
  /** The other side. */
  partner: Partner;
  /** The reader's organisation has noted it. */
  isAuthor: boolean;
  subject: string;
  subjectLocale: Locale;
  stage: Stage;
  stageAt: Date;
  isConfirmed: boolean | null;
  createdAt: Date;
};

/** What a form for a new one begins with. `partner`: null where it is to be chosen among `partners`. */
export type CooperationDraft = {
  partner: { slug: string; name: string } | null;
  partners: { slug: string; name: string }[];
  subject: string;
  subjectLocale: Locale | null;
};
