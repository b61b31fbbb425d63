import { z } from "zod";
import type { Attendance, AttendanceState } from "@/domain/attendance/schema";
import type { InsideEvent, RoomKind, SlotTimes } from "@/domain/event/schema";
import { pageSchema } from "@/domain/input";

/** Which rooms the board shows: all, those in which somebody is missing, or those that are free. */
export const roomShows = ["all", "missing", "free"] as const;
/** Which participants it lists. "expected": nothing is known of them yet. */
export const personShows = ["expected", "here", "left", "absent"] as const;
export type PersonShow = (typeof personShows)[number];

export const roomsPerPage = 10;
export const personsPerPage = 20;

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
};
