import { z } from "zod";
import { fieldSchema } from "@/domain/field/schema";
import { idSchema, localeSchema, textSchema, type Locale } from "@/domain/input";
import type { Partner } from "@/domain/meeting/schema";
import { type ContactDetails, contactShape } from "@/domain/outcome/schema";

/** What an organisation may post, and how far ahead; whom it is told to; lengths of texts. */
export const limits = { open: 3, days: 90, told: 20, fields: 3, text: { min: 20, max: 1000 }, answer: { min: 10, max: 1000 }, report: { min: 10, max: 2000 } } as const;

/** The words that are agreed to when an answer, or its acceptance, comes with contact details: change the version whenever they change. */
export const contactConsent = { purpose: "call_contact", textVersion: "2026-11" } as const;

/** `until`: the last day on which answers are taken. `key`: made with the page, so that sending it twice is one. */
export const postSchema = z.object({
  key: idSchema,
  text: textSchema(limits.text),
  locale: localeSchema,
  fields: z.array(fieldSchema).max(limits.fields).default([]),
  until: z.iso.date(),
});
export type PostInput = z.output<typeof postSchema>;

export const callKeySchema = z.object({ call: idSchema });
export type CallKey = z.output<typeof callKeySchema>;

export const answerSchema = callKeySchema.extend({ text: textSchema(limits.answer), textLocale: localeSchema, ...contactShape });
export type AnswerInput = z.output<typeof answerSchema>;

export const answerKeySchema = z.object({ answer: idSchema });
export type AnswerKey = z.output<typeof answerKeySchema>;

export const acceptSchema = answerKeySchema.extend(contactShape);
/** Without contact details where both take part in an event to come. */
export type AcceptInput = AnswerKey & Partial<z.output<typeof acceptSchema>>;

export const reportSchema = callKeySchema.extend({ text: textSchema(limits.report) });
export type ReportInput = z.output<typeof reportSchema>;

export const hideSchema = callKeySchema.extend({ hidden: z.enum(["yes", "no"]) });
export type HideInput = z.output<typeof hideSchema>;

export type CallState = "open" | "closed" | "hidden";
export type AnswerState = "open" | "accepted" | "declined";

/** A call in a list. */
export type CallSummary = {
  id: string;
  organisation: Partner;
  isOwn: boolean;
  text: string;
  locale: Locale;
  fields: string[];
  closesAt: Date;
  createdAt: Date;
  state: CallState;
  /** Of an own call: how many answered, and how many wait. Of another one: what became of the own answer. */
  answers: number;
  open: number;
  ownAnswer: AnswerState | null;
};

/** `event`: that of the meeting it became. `contact`: of the other side, once accepted without an event. */
export type AnswerView = {
  id: string;
  organisation: Partner;
  text: string;
  locale: Locale;
  state: AnswerState;
  event: { slug: string; title: string; locale: Locale } | null;
  contact: ContactDetails | null;
  ownContact: ContactDetails | null;
  /** For the author, while it is open: the event at which the two would meet. */
  next: { slug: string; title: string; locale: Locale } | null;
};

/** `answers`: all to the author; to others their own one alone. */
export type CallView = { call: CallSummary; answers: AnswerView[]; details: ContactDetails };

export type ReportedCall = { id: string; organisation: { slug: string; name: string }; text: string; locale: Locale; isHidden: boolean; closesAt: Date; reports: { reporter: string; text: string; createdAt: Date }[] };
