import { z } from "zod";
import type { Attendance } from "@/domain/attendance/schema";
import type { SuggestionReason } from "@/domain/directory/schema";
import type { InsideEvent, RoomKind, SlotTimes } from "@/domain/event/schema";
import { idSchema, lineSchema, localeSchema, slugSchema, type Locale } from "@/domain/input";
import type { InterpreterInfo } from "@/domain/interpreter/schema";
import type { MeetingOrigin, Partner } from "@/domain/meeting/schema";
import type { Outcome } from "@/domain/outcome/schema";
import type { RunState } from "@/domain/run/schema";
import type { Progress } from "./solver/answer";

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
  /** Slots for which staff or the person has said on the day that they are not there; not among `slotIds`. */
  missedSlotIds: string[];
};

/** A meeting of the pool. Sides stand in the order of the organisations' names. */
export type DraftMeeting = {
  id: string;
  origin: MeetingOrigin;
  isCancelled: boolean;
  subject: string;
  subjectLocale: Locale;
  sides: DraftPerson[];
  /** The interpreter whom a moderator has chosen for it. */
  chosenInterpreterId: string | null;
  /** Who translates in it as it is released now. */
  interpreterId: string | null;
};

/** Where a meeting stands in the draft. */
export type DraftPlacement = { meetingId: string; slotId: string; roomId: string; isLocked: boolean; version: number };

/** `isClosed`: it takes no meeting any more. */
export type RoomInfo = { id: string; number: number; name: string; kind: RoomKind; isClosed: boolean };

/** Everything that the rules of a schedule read. Slots and rooms stand in the order of their numbers. */
export type Draft = {
  event: { startsAt: Date; endsAt: Date; languages: Locale[]; interpretedInto: Locale[] };
  slots: SlotTimes[];
  rooms: RoomInfo[];
  interpreters: InterpreterInfo[];
  meetings: DraftMeeting[];
  placements: DraftPlacement[];
};

/** What cannot happen, whoever wants it: a release is refused. */
export const impossibleKinds = ["person_twice", "room_twice", "meeting_cancelled", "person_cancelled", "person_elsewhere", "person_missing", "room_closed"] as const;
/** What a moderator may know better. */
export const overridableKinds = ["not_available", "no_common_language", "outside_event"] as const;
export type WarningKind = (typeof impossibleKinds)[number] | (typeof overridableKinds)[number];

/** One conflict of the draft: in which slot, between which meetings, about which persons (registrations) or room. */
export type Warning = { kind: WarningKind; slotId: string; meetingIds: string[]; personIds: string[]; roomId: string | null };

/** One line of a schedule: a released version's entry, or a placement of the draft. */
export type Entry = { meetingId: string; slotId: string; roomId: string };

/** A released meeting that somebody else translates from now on; null: nobody. */
export type Replacement = { meetingId: string; slotId: string; beforeId: string | null; afterId: string | null };

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

/** What a run leaves where it is: all that is placed and can be held, or only what moderators have locked. */
export const keptChoices = ["placed", "locked"] as const;
export type Kept = (typeof keptChoices)[number];

/** Seconds that a moderator can give to a run. */
export const runSeconds = [5, 30, 120] as const;
/** By how much the breaks of two people may differ. */
export const fairnessChoices = ["none", "1", "2", "3"] as const;

export const startRunSchema = z.object({
  event: slugSchema,
  seconds: z.coerce.number().pipe(z.literal(runSeconds)),
  fairness: z.enum(fairnessChoices).transform((choice) => (choice === "none" ? null : Number(choice))),
  kept: z.enum(keptChoices),
});
export type StartRunInput = z.output<typeof startRunSchema>;

/** A run without its answer. `hasAnswer`: it has ended with a schedule, which may be accepted. */
export type RunInfo = {
  id: string;
  state: RunState;
  seconds: number;
  fairness: number | null;
  kept: Kept;
  progress: Progress | null;
  hasAnswer: boolean;
  askedBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  cancelRequestedAt: Date | null;
  finishedAt: Date | null;
  acceptedAt: Date | null;
  discardedAt: Date | null;
};

/** Which schedule of an event: "draft", "v3" for the third released version, or a run's id. */
export const scheduleNameSchema = z.union([z.literal("draft"), z.string().regex(/^v[1-9]\d{0,5}$/), idSchema]);
export type ScheduleName = z.output<typeof scheduleNameSchema>;

/**
 * `revision`: of the draft that the moderator saw; `after`: number of the latest version that the moderator saw, 0
 * where there was none.
 */
export const releaseSchema = z.object({
  event: slugSchema,
  revision: z.string().max(64),
  after: versionSchema,
  note: lineSchema({ max: 200 }).optional(),
});
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

/** The people in the breakout rooms of one slot. */
export const breakoutSchema = z.object({ event: slugSchema, slot: idSchema });
export type BreakoutKey = z.output<typeof breakoutSchema>;

/** "meeting slot room": one line of a repair. */
export const entryLineSchema = z
  .string()
  .max(120)
  .transform((line) => line.split(" "))
  .pipe(z.tuple([idSchema, idSchema, idSchema]))
  .transform(([meetingId, slotId, roomId]): Entry => ({ meetingId, slotId, roomId }));

/** Meetings that one repair can move: more do not fit a form. */
export const mostRepairs = 900;

/** `revision`: of the draft that was repaired; `entries`: new places; `removed`: meetings that lose theirs. */
export const applyRepairSchema = z.object({
  event: slugSchema,
  revision: z.string().max(64),
  entries: z.array(entryLineSchema).max(mostRepairs).default([]),
  removed: z.array(idSchema).max(mostRepairs).default([]),
});
export type ApplyRepairInput = z.output<typeof applyRepairSchema>;

/** `repair`: the audit entry of the repair. */
export const undoRepairSchema = z.object({ event: slugSchema, repair: idSchema });
export type UndoRepairInput = z.output<typeof undoRepairSchema>;

/** `slot`: the wanted one. `version`: of the placement that the person saw, 0 where the meeting had no time. */
export const moveLateSchema = z.object({ ...meetingKey, slot: idSchema, version: versionSchema });
export type MoveLateInput = z.output<typeof moveLateSchema>;

/** Other times of a meeting that was agreed after the release: each suits both and costs nobody else a move. */
export type LateOptions = { version: number; slots: SlotTimes[] };

export const agendaScopes = ["mine", "organisation"] as const;
export type AgendaScope = (typeof agendaScopes)[number];

/** A meeting as the two who hold it see it. Times and room are null while it has none. */
export type AgendaMeeting = {
  id: string;
  origin: MeetingOrigin;
  subject: string;
  subjectLocale: Locale;
  partner: Partner;
  partnerPerson: string;
  /** Who speaks for the reader's organisation. */
  person: { registrationId: string; personName: string };
  /** Languages that both speak. */
  languages: string[];
  /** Name of who translates, where they share none. */
  interpreter: string | null;
  slot: SlotTimes | null;
  /** `url`: a room's own link, once links are out. */
  room: { name: string; kind: RoomKind; url: string | null } | null;
  change: "new" | "moved" | "room" | null;
  /** Where it was before, if it has changed. */
  before: { slot: SlotTimes | null; room: string | null } | null;
  reasons: SuggestionReason[];
  /** Times that its two people may choose themselves; null where there are none. */
  options: LateOptions | null;
  /** What the reader said came of it; null before it has begun, and where a colleague speaks. */
  look: { outcome: Outcome | null } | null;
  /** How often its time was told to the person's calendar anew. */
  sequence: number;
};

/** A meeting that had a time and has none any more. */
export type GoneMeeting = { id: string; partner: string; slot: SlotTimes | null; isCancelled: boolean };

/** One slot of a day: what it is to the reader, and the meetings in it (of colleagues, too, in the organisation's view). */
export type AgendaRow = { slot: SlotTimes; use: "meeting" | "break" | "free" | "away"; meetings: AgendaMeeting[] };

export type Agenda = {
  event: InsideEvent;
  scope: AgendaScope;
  person: string;
  /** When it was read, and where the reader was by then; null: nothing is known. */
  now: Date;
  attendance: Attendance | null;
  /** The version that holds; null before the first release and after it was taken back. */
  version: { number: number; releasedAt: Date } | null;
  isTakenBack: boolean;
  /** The event's link, once links are out. */
  link: string | null;
  linkOutAt: Date;
  rows: AgendaRow[];
  /** Agreed meetings without a time. */
  waiting: AgendaMeeting[];
  gone: GoneMeeting[];
};
