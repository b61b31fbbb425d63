import { z } from "zod";
import { localTimeSchema } from "@/domain/event/schema";
import type { InsideEvent } from "@/domain/event/schema";
import { emailSchema, idSchema, lineSchema, localeSchema, slugSchema, textSchema, type Locale } from "@/domain/input";
import type { Partner } from "@/domain/meeting/schema";

/** What came of a meeting, from nothing to something. */
export const outcomes = ["not_held", "not_interesting", "informative", "cooperation"] as const;
export type Outcome = (typeof outcomes)[number];

export const limits = { note: 2000, name: 120, phone: 40 } as const;

/** The words that are agreed to when contact details are shared (messages `ContactForm`): change the version whenever they change. */
export const contactConsent = { purpose: "contact_exchange", textVersion: "2026-11" } as const;

const key = { event: slugSchema, meeting: idSchema };
export const meetingKeySchema = z.object(key);
export type MeetingKey = z.output<typeof meetingKeySchema>;

/** `from`: the page that the reader comes back to. */
export const rateSchema = meetingKeySchema.extend({ outcome: z.enum(outcomes), from: z.enum(["agenda", "outcomes"]).catch("outcomes") });
export type RateInput = z.output<typeof rateSchema>;

/** An empty note is none. */
export const noteSchema = meetingKeySchema.extend({ text: textSchema({ max: limits.note }).optional(), locale: localeSchema });
export type NoteInput = z.output<typeof noteSchema>;

export const wishSchema = meetingKeySchema.extend({ wish: z.enum(["yes", "no"]) });
export type WishInput = z.output<typeof wishSchema>;

/** `startsAt`: wall-clock time in the event's zone. */
export const proposeSchema = meetingKeySchema.extend({ startsAt: localTimeSchema });
export type ProposeInput = z.output<typeof proposeSchema>;

/** `seen`: the time that was said yes to; the other side may have changed it since. */
export const confirmSchema = meetingKeySchema.extend({ seen: z.iso.datetime() });
export type ConfirmInput = z.output<typeof confirmSchema>;

/** How somebody may be reached, and the consent to show it. `locale`: the language of the page, in which that was read. */
export const contactShape = {
  name: lineSchema({ min: 2, max: limits.name }),
  email: emailSchema,
  phone: lineSchema({ min: 5, max: limits.phone }).optional(),
  consent: z.boolean().default(false).refine((isGiven) => isGiven, { error: "share_consent_needed" }),
  locale: localeSchema,
};

export const shareSchema = meetingKeySchema.extend(contactShape);
export type ShareInput = z.output<typeof shareSchema>;

export type ContactDetails = { name: string; email: string; phone: string | null };

/** A held meeting as one of its sides looks back at it. Nothing in it says how the other side rates it. */
export type HeldMeeting = {
  id: string;
  partner: Partner;
  partnerPerson: string;
  subject: string;
  subjectLocale: Locale;
  startsAt: Date;
  endsAt: Date;
  rating: { outcome: Outcome; wishesAgain: boolean } | null;
  note: { text: string; locale: Locale } | null;
  /** Both wish to meet again; `time` where one of them has proposed one. */
  second: { time: { startsAt: Date; isOwn: boolean; isConfirmed: boolean } | null } | null;
  /** `isOffered`: the other side has shared its details; they are shown once the own are shared too. */
  contact: { own: ContactDetails | null; isOffered: boolean; partner: ContactDetails | null };
  cooperationId: string | null;
};

/** Everything that a participant looks back at, and the details that would be shared. */
export type LookBack = { event: InsideEvent; meetings: HeldMeeting[]; details: ContactDetails };

/** What staff reads: counts, and none of them where so few have answered that one could tell who. */
export type OutcomeCounts = {
  event: InsideEvent;
  /** Sides of held meetings, and how many of them have answered. */
  sides: number;
  rated: number;
  outcomes: Record<Outcome, number> | null;
  secondMeetings: number;
  exchanges: number;
  /** Cooperations that were noted for one of its meetings. */
  cooperations: number;
};
