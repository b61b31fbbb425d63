import { z } from "zod";
import { idSchema, type Locale } from "@/domain/input";
import type { EntryStep } from "@/domain/mail/schema";

export type EntryState = "confirmed" | "cancelled";

/**
 * What became of one calendar entry. `meetingId` null: the event itself. `before`: the time that the calendar had been
 * told; null where it had none.
 */
export type EntryChange = {
  entryId: string;
  registrationId: string;
  meetingId: string | null;
  sequence: number;
  state: EntryState;
  startsAt: Date;
  place: string | null;
  before: Date | null;
};

/** One entry for a person's calendar, with nothing of anybody else's address. */
export type CalendarItem = {
  uid: string;
  sequence: number;
  state: EntryState;
  startsAt: Date;
  endsAt: Date;
  /** The meeting's room. */
  place: string | null;
  locale: Locale;
  event: { slug: string; title: string; timeZone: string };
  meeting: { subject: string; partner: string; partnerPerson: string } | null;
};

/** One entry as a mail tells it. */
export type Invitation = CalendarItem & EntryStep;

/** Which entries to look at: of the event itself for each registration, of each meeting for both sides. */
export type EntryScope = { registrationIds?: readonly string[]; meetingIds?: readonly string[] };

/** `seen`: the address that the page showed, by its id; left out where there was none. */
export const addressSchema = z.object({ seen: idSchema.optional() });
export type AddressInput = z.output<typeof addressSchema>;

/** What a calendar address ends with: 32 bytes in base64url. */
export const calendarFileSchema = z
  .string()
  .regex(/^[\w-]{43}\.ics$/)
  .transform((name) => name.slice(0, 43));
