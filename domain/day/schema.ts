import { z } from "zod";
import type { Attendance, AttendanceState } from "@/domain/attendance/schema";
import type { InsideEvent, RoomKind, SlotTimes } from "@/domain/event/schema";
import { idSchema, lineSchema, localeSchema, pageSchema, slugSchema } from "@/domain/input";
import { entryLineSchema, mostRepairs } from "@/domain/schedule/schema";

/** Which rooms the board shows: all, those in which somebody is missing, or those that are free. */
export const roomShows = ["all", "missing", "free"] as const;
/** Which participants it lists. "expected": nothing is known of them yet. */
export const personShows = ["expected", "here", "left", "absent"] as const;
export type PersonShow = (typeof personShows)[number];

export const roomsPerPage = 10;
export const personsPerPage = 20;

/** Why a day has to be changed: somebody is not there (a registration), or a room cannot be used. */
export const causeSchema = z.object({ kind: z.enum(["person", "room"]), of: idSchema });
export type Cause = z.output<typeof causeSchema>;

/** A change of the day that can be taken back. `name`: of the person or room that it was made for; `number`: of the version that came of it. */
export type MadeChange = { id: string; at: Date; kind: Cause["kind"]; name: string; number: number };

/** What the address of the board says; whatever cannot be understood is left out. */
export const boardViewSchema = z.object({
  show: z.enum(roomShows).catch("all"),
  people: z.enum(personShows).catch("expected"),
  q: z.string().trim().max(100).catch(""),
  page: pageSchema,
  list: pageSchema,
});
export type BoardView = z.output<typeof boardViewSchema>;

/** The address of the board, with the parts of its view that are not the usual ones. */
export function boardAddress(event: string, view: Partial<BoardView>): string {
  const usual = boardViewSchema.parse({});
  const parts = (Object.keys(usual) as (keyof BoardView)[]).flatMap((key): [string, string][] => {
    const value = view[key] ?? usual[key];
    return value === usual[key] ? [] : [[key, String(value)]];
  });
  return `/moderation/${event}/day${parts.length > 0 ? `?${new URLSearchParams(parts).toString()}` : ""}`;
}

/** Where the change that helps is looked at. */
export function repairAddress(event: string, { kind, of }: Cause): string {
  return `/moderation/${event}/day/repair?kind=${kind}&of=${of}`;
}

/** Somebody as the board shows them. */
export type BoardPerson = {
  registrationId: string;
  personName: string;
  organisation: { id: string; slug: string; name: string; country: string };
  attendance: Attendance | null;
};

export type BoardMeeting = { id: string; sides: BoardPerson[] };

/** A slot that the board shows: it runs, is the next one, or was the last one of a day that is over. */
export type ShownSlot = SlotTimes & { when: "now" | "next" | "last" };

/** `meetings`: by slot, in the order of the shown slots; null: the room is free then. */
export type BoardRoom = { id: string; number: number; name: string; kind: RoomKind; isClosed: boolean; meetings: (BoardMeeting | null)[] };

export type DayPhase = "before" | "running" | "after";

/** Participants by where they are. */
export type AttendanceCounts = Record<AttendanceState | "expected", number>;

export type Board = {
  event: InsideEvent;
  now: Date;
  phase: DayPhase;
  /** When something changes by itself; null: nothing does any more. */
  nextChangeAt: Date | null;
  isReleased: boolean;
  slots: ShownSlot[];
  counts: AttendanceCounts;
  rooms: BoardRoom[];
  roomCount: number;
  page: number;
  pageCount: number;
  persons: BoardPerson[];
  personCount: number;
  list: number;
  listCount: number;
  /** Changes of this day that can be taken back, the latest first. */
  changes: MadeChange[];
};

/** "registration registration slot room": two who are brought together. */
const pairLineSchema = z
  .string()
  .max(160)
  .transform((line) => line.split(" "))
  .pipe(z.tuple([idSchema, idSchema, idSchema, idSchema]))
  .transform(([left, right, slotId, roomId]) => ({ left, right, slotId, roomId }));

/**
 * A change of the day as it was shown. `seen`: version of what is known of the person, 0 for a room; `revision`, `after`:
 * of the draft and the version that it was made for; `subject`: what those are to talk about who are brought together.
 */
export const dayRepairSchema = causeSchema
  .extend({
    event: slugSchema,
    seen: z.coerce.number().int().min(0).max(2_147_483_647),
    revision: z.string().max(64),
    after: z.coerce.number().int().min(1).max(2_147_483_647),
    entries: z.array(entryLineSchema).max(mostRepairs).default([]),
    removed: z.array(idSchema).max(mostRepairs).default([]),
    pairs: z.array(pairLineSchema).max(100).default([]),
    subject: lineSchema({ min: 3, max: 200 }).optional(),
    subjectLocale: localeSchema.default("en"),
  })
  .superRefine(({ pairs, subject }, context) => {
    if (pairs.length > 0 && !subject) context.addIssue({ code: "custom", path: ["subject"], message: "required" });
  });
export type DayRepairInput = z.output<typeof dayRepairSchema>;

/** `repair`: the audit entry of the change. */
export const undoDaySchema = z.object({ event: slugSchema, repair: idSchema });
export type UndoDayInput = z.output<typeof undoDaySchema>;
