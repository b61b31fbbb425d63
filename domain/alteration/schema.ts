import { z } from "zod";
import { localTimeSchema, type SlotTimes, versionSchema } from "@/domain/event/schema";
import { slugSchema } from "@/domain/input";

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
