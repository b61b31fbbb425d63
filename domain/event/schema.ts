import type { Locale } from "@/domain/input";

export const eventKinds = ["matchmaking", "discussion", "workshop"] as const;
export type EventKind = (typeof eventKinds)[number];

export const roomKinds = ["breakout", "video", "table"] as const;
export type RoomKind = (typeof roomKinds)[number];

/** What the registration form of an event is to somebody who comes to it now. "full": the waiting list is open. */
export const formStates = ["soon", "open", "full", "closed"] as const;
export type FormState = (typeof formStates)[number];

/** Places of an event. `capacity` null: no limit; `held`: taken by registrations that hold a place. */
export type Places = { capacity: number | null; held: number; waiting: number };

/**
 * What everybody may know of an event. Texts are in the reader's language where the event has them, otherwise in
 * `textLocale`. The meeting's link is no part of it.
 */
export type EventSummary = {
  id: string;
  slug: string;
  number: number;
  kind: EventKind;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  languages: Locale[];
  interpretedInto: Locale[];
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  form: FormState;
  places: Places;
  textLocale: Locale;
  title: string;
  summary: string;
  runBy: string;
};

/** One matchmaking slot: an instant each for its start and its end. */
export type SlotTimes = { id: string; number: number; startsAt: Date; endsAt: Date };

/** The public page of one event. */
export type PublicEvent = EventSummary & {
  description: string;
  slots: SlotTimes[];
  linkDaysBefore: number;
  programme: { slug: string; name: string; nameLocale: Locale; contactEmail: string };
};

/** An event as its participants and its staff know it on every page inside it. */
export type InsideEvent = Pick<
  EventSummary,
  "id" | "slug" | "number" | "kind" | "startsAt" | "endsAt" | "timeZone" | "title" | "textLocale"
> & { programmeId: string; requestQuota: number; requestExpiryDays: number; linkDaysBefore: number };
