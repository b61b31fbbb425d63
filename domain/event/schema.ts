import { z } from "zod";
import { emailSchema, idSchema, lineSchema, type Locale, localeSchema, slugSchema, webAddressSchema } from "@/domain/input";
import { zonedInstant } from "@/domain/time";

export const eventKinds = ["matchmaking", "discussion", "workshop"] as const;
export type EventKind = (typeof eventKinds)[number];

export const roomKinds = ["breakout", "video", "table"] as const;
export type RoomKind = (typeof roomKinds)[number];

/** What the registration form of an event is to somebody who comes to it now. "full": the waiting list is open. */
export const formStates = ["soon", "open", "full", "closed", "cancelled"] as const;
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
  /** Counts up with each change of the event. */
  version: number;
  /** Why it was cancelled, as its organisers wrote it; null where it takes place. */
  cancelReason: { locale: Locale; text: string } | null;
  programme: { slug: string; name: string; nameLocale: Locale; contactEmail: string };
};

/** An event as its participants and its staff know it on every page inside it. */
export type InsideEvent = Pick<
  EventSummary,
  "id" | "slug" | "number" | "kind" | "startsAt" | "endsAt" | "timeZone" | "title" | "textLocale"
> & { programmeId: string; requestQuota: number; requestExpiryDays: number; linkDaysBefore: number; cancelledAt: Date | null };

/** Somebody who wants to be told when the form opens. */
export const interestSchema = z.object({ event: slugSchema, email: emailSchema, locale: localeSchema });
export type InterestInput = z.output<typeof interestSchema>;

/** What the link in the mail carries: 32 bytes in base64url. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/);
export const confirmInterestSchema = z.object({ token: tokenSchema });

/** A link to confirm an address is good for so many days. */
export const interestDays = 7;

function isRealTime(local: string): boolean {
  try {
    return Boolean(zonedInstant(local, "UTC"));
  } catch {
    return false;
  }
}

/** A wall-clock time in the event's zone, as an input of type datetime-local sends it: "2027-03-18T13:00". */
export const localTimeSchema = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d(?::00)?$/, { abort: true })
  .refine(isRealTime, { error: "invalid" });

export const versionSchema = z.coerce.number().int().min(1).max(2_000_000_000);

/** An address with one "{name}" in it, such as "https://meet.example.org/{name}". */
const videoAddressSchema = z
  .string()
  .max(300)
  .transform((value) => value.trim())
  .refine((value) => value.split("{name}").length === 2, { error: "name_missing", abort: true })
  .refine((value) => webAddressSchema.safeParse(value.replace("{name}", "name")).success, { error: "invalid_url", abort: true })
  .refine((value) => value.startsWith("https://"), { error: "not_secure" });

/** An organiser's settings of an event. What is left out is empty: no time, no limit, no link. */
export const settingsSchema = z.object({
  event: slugSchema,
  version: versionSchema,
  opensAt: localTimeSchema.optional(),
  closesAt: localTimeSchema.optional(),
  capacity: z.coerce.number().int().min(1).max(100_000).optional(),
  needsApproval: z.boolean().default(false),
  requestQuota: z.coerce.number().int().min(1).max(1000),
  requestExpiryDays: z.coerce.number().int().min(1).max(90),
  linkDaysBefore: z.coerce.number().int().min(0).max(60),
  meetingUrl: webAddressSchema.optional(),
  videoAddress: videoAddressSchema.optional(),
});
export type SettingsInput = z.output<typeof settingsSchema>;

/** A row of equal slots on the event's first day. `first`: the wall-clock time of the first one, "13:15". */
export const slotsSchema = z.object({
  event: slugSchema,
  first: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.coerce.number().int().min(5).max(240),
  pause: z.coerce.number().int().min(0).max(120),
  count: z.coerce.number().int().min(0).max(60),
});
export type SlotsInput = z.output<typeof slotsSchema>;

const roomShape = {
  event: slugSchema,
  name: lineSchema({ min: 1, max: 60 }),
  kind: z.enum(roomKinds),
  url: webAddressSchema.refine((url) => url.startsWith("https://"), { error: "not_secure" }).optional(),
  /** Left out: open. */
  isClosed: z.boolean().optional(),
};
export const addRoomSchema = z.object(roomShape);
export type AddRoomInput = z.output<typeof addRoomSchema>;
export const changeRoomSchema = z.object({ ...roomShape, id: idSchema });
export type ChangeRoomInput = z.output<typeof changeRoomSchema>;
export const roomKeySchema = z.object({ event: slugSchema, id: idSchema });
export type RoomKey = z.output<typeof roomKeySchema>;

export type RoomSettings = { id: string; number: number; name: string; kind: RoomKind; url: string | null; isClosed: boolean };

/** Everything that an organiser sets. */
export type EventSettings = Pick<
  EventSummary,
  "id" | "slug" | "title" | "textLocale" | "startsAt" | "endsAt" | "timeZone" | "registrationOpensAt" | "registrationClosesAt" | "places"
> & {
  version: number;
  needsApproval: boolean;
  requestQuota: number;
  requestExpiryDays: number;
  linkDaysBefore: number;
  meetingUrl: string | null;
  videoAddress: string | null;
  slots: SlotTimes[];
  /** Somebody's availability, a draft, a version or a seat refers to a slot: they cannot be made anew. */
  areSlotsUsed: boolean;
  rooms: RoomSettings[];
};

/** How far an event has come, in numbers. `released`: the number of the version in force. */
export type EventProgress = {
  kind: EventKind;
  form: FormState;
  hasOpening: boolean;
  hasLink: boolean;
  toDecide: number;
  meetings: number;
  placed: number;
  released: number | null;
};

export const nextSteps = ["decide", "open", "link", "pair", "place", "release", "nothing"] as const;
export type NextStep = (typeof nextSteps)[number];
