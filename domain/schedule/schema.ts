import { z } from "zod";
import type { RoomKind, SlotTimes } from "@/domain/event/schema";
import { idSchema, lineSchema, localeSchema, slugSchema, type Locale } from "@/domain/input";
import type { MeetingOrigin } from "@/domain/meeting/schema";

/** Somebody who speaks for an organisation in a meeting, as a moderator sees it. `id` is the registration's. */
export type DraftPerson = {
  id: string;
  userId: string;
  personName: string;
  organisation: { id: string; name: string; slug: string; country: string };
  languages: string[];
  interpreterNeeded: boolean;
  /** The registration is approved. */
  takesPart: boolean;
  /** Slots in which the person said to be free. */
  slotIds: string[];
  /** Slots in which a released meeting of another event has the person. */
  elsewhereSlotIds: string[];
};

/** A meeting of the pool. Sides stand in the order of the organisations' names. */
export type DraftMeeting = {
  id: string;
  origin: MeetingOrigin;
  isCancelled: boolean;
  subject: string;
  subjectLocale: Locale;
  sides: DraftPerson[];
};

/** Where a meeting stands in the draft. */
export type DraftPlacement = { meetingId: string; slotId: string; roomId: string; isLocked: boolean; version: number };

export type RoomInfo = { id: string; number: number; name: string; kind: RoomKind };

/** Everything that the rules of a schedule read. Slots and rooms stand in the order of their numbers. */
export type Draft = {
  event: { startsAt: Date; endsAt: Date; interpretedInto: Locale[] };
  slots: SlotTimes[];
  rooms: RoomInfo[];
  meetings: DraftMeeting[];
  placements: DraftPlacement[];
};

/** What cannot happen, whoever wants it: a release is refused. */
export const impossibleKinds = ["person_twice", "room_twice", "meeting_cancelled", "person_cancelled", "person_elsewhere"] as const;
/** What a moderator may know better. */
export const overridableKinds = ["not_available", "no_common_language", "outside_event"] as const;
export type WarningKind = (typeof impossibleKinds)[number] | (typeof overridableKinds)[number];

/** One conflict of the draft: in which slot, between which meetings, about which persons (registrations) or room. */
export type Warning = { kind: WarningKind; slotId: string; meetingIds: string[]; personIds: string[]; roomId: string | null };

/** One line of a schedule: a released version's entry, or a placement of the draft. */
export type Entry = { meetingId: string; slotId: string; roomId: string };

/** What became of a meeting between two schedules. A meeting that moved to another time may have another room too. */
export type EntryChange =
  | { kind: "new"; meetingId: string; after: Entry }
  | { kind: "moved" | "room"; meetingId: string; before: Entry; after: Entry }
  | { kind: "gone"; meetingId: string; before: Entry };

const versionSchema = z.coerce.number().int().min(0).max(2_147_483_647);
const meetingKey = { event: slugSchema, meeting: idSchema };

export const placeSchema = z.object({ ...meetingKey, slot: idSchema, room: idSchema });
export type PlaceInput = z.output<typeof placeSchema>;

/** `version`: of the placement that the moderator saw. */
export const moveSchema = placeSchema.extend({ version: versionSchema });
export type MoveInput = z.output<typeof moveSchema>;

export const removeSchema = z.object({ ...meetingKey, version: versionSchema });
export type RemoveInput = z.output<typeof removeSchema>;

/** `revision`: of the draft that the moderator saw. */
export const placeAllSchema = z.object({ event: slugSchema, revision: z.string().max(64) });
export type PlaceAllInput = z.output<typeof placeAllSchema>;

/** `after`: number of the latest version that the moderator saw; 0 where there was none. */
export const releaseSchema = placeAllSchema.extend({ after: versionSchema, note: lineSchema({ max: 200 }).optional() });
export type ReleaseInput = z.output<typeof releaseSchema>;

export const takeBackSchema = z.object({ event: slugSchema, number: versionSchema });
export type TakeBackInput = z.output<typeof takeBackSchema>;

/** `left`, `right`: organisations by slug; the persons by registration, each organisation's first where left out. */
export const pairSchema = z.object({
  event: slugSchema,
  left: slugSchema,
  right: slugSchema,
  leftPerson: idSchema.optional(),
  rightPerson: idSchema.optional(),
  subject: lineSchema({ min: 3, max: 200 }),
  subjectLocale: localeSchema,
});
export type PairInput = z.output<typeof pairSchema>;

export const agendaScopes = ["mine", "organisation"] as const;
export type AgendaScope = (typeof agendaScopes)[number];
