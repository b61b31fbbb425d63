import { z } from "zod";
import { localTimeSchema, type SlotTimes, versionSchema } from "@/domain/event/schema";
import { type Locale, locales, slugSchema, textSchema } from "@/domain/input";

/** Another time for an event. `version`: of the event that the organiser saw. */
export const moveSchema = z.object({ event: slugSchema, version: versionSchema, startsAt: localTimeSchema, endsAt: localTimeSchema });
export type MoveInput = z.output<typeof moveSchema>;
/** The same in an address, which shows what it would change. */
export const wantedTimesSchema = moveSchema.pick({ startsAt: true, endsAt: true });
export type WantedTimes = z.output<typeof wantedTimesSchema>;

export type Span = { startsAt: Date; endsAt: Date };

/** An event as a move reads it. */
export type Movable = Span & { registrationOpensAt: Date | null; registrationClosesAt: Date | null; slots: SlotTimes[] };

/** What a move makes of an event. `by`: how much later it begins, in milliseconds. */
export type MovePlan = Span & { registrationClosesAt: Date | null; slots: SlotTimes[]; by: number };
export type MoveRefusal = "event_begun" | "starts_in_past" | "ends_before_start" | "slots_outside_event" | "closes_before_opens";

/** Whom a move concerns, in numbers, before anybody is told. */
export type MoveEffects = {
  /** People who are told, by the state of their registration. */
  approved: number;
  pending: number;
  waiting: number;
  /** Meetings that have a time, in the version in force. */
  meetings: number;
  /** Of those who are told: registered for another event at the new time. */
  elsewhere: number;
  /** Open requests that end earlier than was said. */
  shortened: number;
  /** People who have been sent the link for the old day. */
  linked: number;
};

/** Length of a reason, in characters. */
export const reasonLength = 1000;
const reason = textSchema({ max: reasonLength }).optional();
type Reasons = { [L in Locale as `reason_${L}`]?: string | undefined };
export type CancelReasonText = { locale: Locale; text: string };

/** Why it is cancelled, in the languages in which that was written. */
export function reasonsOf(input: Reasons): CancelReasonText[] {
  return locales.flatMap((locale) => {
    const text = input[`reason_${locale}`];
    return text ? [{ locale, text }] : [];
  });
}

/** `version`: of the event that the organiser saw. A reason in one language is enough. */
export const cancelEventSchema = z
  .object({ event: slugSchema, version: versionSchema, reason_en: reason, reason_de: reason, reason_pl: reason })
  .refine((input) => reasonsOf(input).length > 0, { error: "reason_missing", path: ["reason_en"] });
export type CancelEventInput = z.output<typeof cancelEventSchema>;

/** What a cancellation ends, in numbers. `mails`: that wait and would not be true any more. */
export type CancelEffects = { told: number; meetings: number; requests: number; mails: number };
