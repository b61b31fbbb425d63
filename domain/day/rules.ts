import { isHere } from "@/domain/attendance/rules";
import type { SlotTimes } from "@/domain/event/schema";
import { localTime } from "@/domain/time";
import type { BoardRoom, BoardView, DayPhase, ShownSlot } from "./schema";

type Span = { startsAt: Date; endsAt: Date };

/** The slot that runs at `now`. */
export function currentSlot<T extends Span>(slots: readonly T[], now: Date): T | undefined {
  return slots.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
}

/** What begins after this instant can still be changed: a slot that runs as well, until half of it is over. */
export function changeableFrom(slots: readonly Span[], now: Date): Date {
  const current = currentSlot(slots, now);
  if (!current) return now;
  const half = (current.startsAt.getTime() + current.endsAt.getTime()) / 2;
  return now.getTime() < half ? new Date(current.startsAt.getTime() - 1) : now;
}

/** The slots that a board shows: the one that runs and the next one; the last one of a day that is over. */
export function shownSlots(slots: readonly SlotTimes[], now: Date): ShownSlot[] {
  const current = currentSlot(slots, now);
  const next = slots.find(({ startsAt }) => startsAt > now);
  const shown = [...(current ? [{ ...current, when: "now" as const }] : []), ...(next ? [{ ...next, when: "next" as const }] : [])];
  const last = slots.at(-1);
  return shown.length === 0 && last ? [{ ...last, when: "last" }] : shown;
}

/** When something changes by itself: a slot ends or begins, the event begins or ends; null: nothing does any more. */
export function nextChange(event: Span, slots: readonly Span[], now: Date): Date | null {
  const times = [event, ...slots].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((time) => time > now);
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

/** It is the day of the event, by its own calendar, and the event is not over. */
export function isDayOf(event: Span & { timeZone: string }, now: Date): boolean {
  const dateOf = (instant: Date) => localTime(instant, event.timeZone).slice(0, 10);
  return now < event.endsAt && (now >= event.startsAt || dateOf(now) === dateOf(event.startsAt));
}

export function phaseOf(event: Span, now: Date): DayPhase {
  if (now < event.startsAt) return "before";
  return now < event.endsAt ? "running" : "after";
}

function isNamed(words: readonly string[], q: string): boolean {
  return words.some((word) => word.toLocaleLowerCase().includes(q.toLocaleLowerCase()));
}

/** The room is one of those that the board is asked for. */
export function isShownRoom({ name, isClosed, meetings }: BoardRoom, { show, q }: Pick<BoardView, "show" | "q">): boolean {
  const sides = meetings.flatMap((meeting) => meeting?.sides ?? []);
  if (q !== "" && !isNamed([name, ...sides.flatMap(({ personName, organisation }) => [personName, organisation.name])], q)) return false;
  if (show === "missing") return sides.some(({ attendance }) => !isHere(attendance));
  return show === "all" || (!isClosed && meetings.includes(null));
}
