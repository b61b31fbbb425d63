import { z } from "zod";
import type { InsideEvent } from "@/domain/event/schema";
import { idSchema, lineSchema, type Locale, localeSchema, locales, slugSchema, textSchema } from "@/domain/input";
import type { Wording } from "@/domain/mail/schema";
import { checkWording, type Placeholders } from "@/domain/wording/rules";
import { limits } from "@/domain/wording/schema";

/** Whom an announcement may go to, among those who are registered for the event; several together are all of them, each once. */
export const audienceGroups = ["everyone", "approved", "waiting", "no_profile", "no_meeting", "unanswered", "scheduled", "here"] as const;
export type AudienceGroup = (typeof audienceGroups)[number];

const countrySchema = z.string().regex(/^[A-Z]{2}$/);

/** Groups, and within these only organisations of certain countries and readers of certain languages; none named: all. */
export const audienceSchema = z.object({
  groups: z.array(z.enum(audienceGroups)).min(1).max(audienceGroups.length),
  countries: z.array(countrySchema).max(60).default([]),
  locales: z.array(localeSchema).max(locales.length).default([]),
});
export type Audience = z.output<typeof audienceSchema>;

/** What an announcement may have filled in; nothing has to be. */
export const announcementPlaceholders = { inText: ["person", "organisation", "event", "when"], alone: ["button"], needed: [] } as const satisfies Placeholders;

const subject = lineSchema({ max: limits.subject }).optional();
const body = textSchema({ max: limits.body }).optional();
type Texts = { [L in Locale as `subject_${L}` | `body_${L}`]?: string | undefined };

/** A text in one language. */
export type AnnouncementText = Wording & { locale: Locale };

/** The languages that are written in full. */
export function textsOf(input: Texts): AnnouncementText[] {
  return locales.flatMap((locale) => {
    const [subjectIn, bodyIn] = [input[`subject_${locale}`], input[`body_${locale}`]];
    return subjectIn && bodyIn ? [{ locale, subject: subjectIn, body: bodyIn }] : [];
  });
}

function faultsOf(input: Texts): { path: string; code: string }[] {
  const half = locales.flatMap((locale) => {
    const missing = (["subject", "body"] as const).filter((field) => !input[`${field}_${locale}`]);
    return missing.length === 1 ? missing.map((field) => ({ path: `${field}_${locale}`, code: "half_written" })) : [];
  });
  const wrong = textsOf(input).flatMap((text) => checkWording(announcementPlaceholders, text).map(({ field, code }) => ({ path: `${field}_${text.locale}`, code })));
  return [...half, ...wrong];
}

/** `key`: made with the page, so that the same form sends one announcement. */
export const announcementSchema = audienceSchema
  .extend({
    event: slugSchema,
    key: idSchema,
    intent: z.enum(["send", "trial", "preview_en", "preview_de", "preview_pl"]),
    subject_en: subject, body_en: body, subject_de: subject, body_de: body, subject_pl: subject, body_pl: body,
  })
  .superRefine((input, context) => {
    for (const { path, code } of faultsOf(input)) context.addIssue({ code: "custom", path: [path], message: code });
    if (textsOf(input).length === 0 && faultsOf(input).length === 0) context.addIssue({ code: "custom", path: ["subject_en"], message: "nothing_written" });
  });
export type AnnouncementInput = z.output<typeof announcementSchema>;

export const announcementKeySchema = z.object({ event: slugSchema, id: idSchema });
export type AnnouncementKey = z.output<typeof announcementKeySchema>;

/** How many it would reach, by language; `countries`: those that participants come from. */
export type AudienceView = { event: InsideEvent; countries: string[]; counts: Record<Locale, number> | null };

/** What has become of an announcement's mails: `unsent` were stopped, or their readers do not take part any more. */
export type Progress = { total: number; waiting: number; sent: number; failed: number; unwanted: number; unsent: number };

export type AnnouncementEntry = { id: string; createdAt: Date; isStopped: boolean; subject: string; subjectLocale: Locale; progress: Progress };
export type AnnouncementView = AnnouncementEntry & { event: InsideEvent; audience: Audience; texts: AnnouncementText[] };
