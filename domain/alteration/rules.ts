import { ok, refuse, type Result } from "@/domain/result";
import type { Movable, MovePlan, MoveRefusal, Span } from "./schema";

/**
 * What a move of an event makes of it and its slots: these keep their distance from its beginning, as does the time at
 * which the form closes. Refusals: "event_begun", "starts_in_past", "ends_before_start", "slots_outside_event",
 * "closes_before_opens".
 */
export function planMove(event: Movable, { startsAt, endsAt }: Span, now: Date): Result<MovePlan, MoveRefusal> {
  if (event.startsAt <= now) return refuse("event_begun");
  if (startsAt <= now) return refuse("starts_in_past");
  if (endsAt <= startsAt) return refuse("ends_before_start");
  const by = startsAt.getTime() - event.startsAt.getTime();
  const later = (instant: Date) => new Date(instant.getTime() + by);
  const slots = event.slots.map((slot) => ({ id: slot.id, number: slot.number, startsAt: later(slot.startsAt), endsAt: later(slot.endsAt) }));
  if (slots.some((slot) => slot.endsAt > endsAt)) return refuse("slots_outside_event");
  const { registrationOpensAt: opens, registrationClosesAt: before } = event;
  const closes = before && later(before);
  if (opens && closes && closes <= opens) return refuse("closes_before_opens");
  return ok({ startsAt, endsAt, registrationClosesAt: closes, slots, by });
}
