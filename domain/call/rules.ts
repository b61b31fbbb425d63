import { addDays, zonedInstant } from "@/domain/time";
import { type CallState, limits } from "./schema";

export function stateOf({ hiddenAt, closesAt }: { hiddenAt: Date | null; closesAt: Date }, now: Date): CallState {
  if (hiddenAt !== null) return "hidden";
  return closesAt <= now ? "closed" : "open";
}

/** The end of a call's last day in the programme's zone. */
export function endOf(until: string, timeZone: string): Date {
  return zonedInstant(`${until}T23:59:59`, timeZone);
}

/** Why a day is none on which a call can end; null where it is one. */
export function dayRefusal(closesAt: Date, now: Date): "in_past" | "too_far" | null {
  if (closesAt <= now) return "in_past";
  return closesAt > addDays(now, limits.days + 1) ? "too_far" : null;
}
