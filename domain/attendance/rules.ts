import { addMinutes } from "@/domain/time";
import type { Attendance, AttendanceState } from "./schema";

type Span = { startsAt: Date; endsAt: Date };

/** Participants can say that they are here from so many minutes before the event begins. */
const minutesBefore = 60;

/** From when on participants can say that they are here. */
export function checkInOpensAt(event: Span): Date {
  return addMinutes(event.startsAt, -minutesBefore);
}

/** Why nobody can say now that they are here; null: they can, until the event is over. */
export function checkInObstacle(event: Span, now: Date): "too_early" | "event_over" | null {
  if (now >= event.endsAt) return "event_over";
  return now < checkInOpensAt(event) ? "too_early" : null;
}

/** Why a participant cannot be noted in this state; null: nothing is against it. */
export function attendanceObstacle(known: Attendance | null, wanted: AttendanceState | "unknown", event: Span, now: Date) {
  if (wanted === "here") return checkInObstacle(event, now);
  if (wanted === "left") return known?.arrivedAt ? null : "not_arrived";
  // Whoever was here has come, and that is kept.
  if (wanted === "unknown") return known?.arrivedAt ? "has_arrived" : null;
  return now >= event.endsAt ? "event_over" : null;
}

/** Slots in which somebody cannot be met: who does not come misses what is not over, who has left what begins after that. */
export function missedSlots(attendance: Pick<Attendance, "state" | "since"> | null, slots: readonly (Span & { id: string })[]): string[] {
  if (attendance === null || attendance.state === "here") return [];
  const { state, since } = attendance;
  return slots.filter(({ startsAt, endsAt }) => (state === "left" ? startsAt : endsAt) > since).map(({ id }) => id);
}

/** The person is in the house now. */
export function isHere(attendance: { state: AttendanceState } | null): boolean {
  return attendance?.state === "here";
}
