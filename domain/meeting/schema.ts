import { z } from "zod";
import { idSchema, type Locale, slugSchema, textSchema } from "@/domain/input";
import type { OrganisationType } from "@/domain/organisation/schema";

export const meetingOrigins = ["request", "pairing", "call"] as const;
export type MeetingOrigin = (typeof meetingOrigins)[number];

export const meetingStates = ["agreed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

/** `reason`: own words to the other side. */
export const cancelMeetingSchema = z.object({
  event: slugSchema,
  id: idSchema,
  reason: textSchema({ max: 500 }).optional(),
});
export type CancelMeetingInput = z.output<typeof cancelMeetingSchema>;

/** The other organisation as requests and meetings show it. */
export type Partner = { id: string; slug: string; name: string; type: OrganisationType; country: string; logo: string | null };

/** A meeting of an organisation, seen from its own side. Persons are named, registrations given by id. */
export type MeetingSummary = {
  id: string;
  origin: MeetingOrigin;
  state: MeetingState;
  requestId: string | null;
  partner: Partner;
  subject: string;
  subjectLocale: Locale;
  speaker: { id: string; personName: string };
  partnerSpeaker: { id: string; personName: string };
  /** Its time in the released schedule; null while it has none. */
  time: { startsAt: Date; endsAt: Date } | null;
  createdAt: Date;
  cancelReason: string | null;
};
