import type { Actor } from "@/domain/actor";
import { addDays, addMinutes, localTime, zonedInstant } from "@/domain/time";
import type { EventProgress, FormState, NextStep, Places, SlotsInput } from "./schema";

/** It does not take place any more: nothing begins in it, and nothing goes on. */
export function isCancelled(event: { cancelledAt: Date | null }): boolean {
  return event.cancelledAt !== null;
}

type Form = { cancelledAt: Date | null; registrationOpensAt: Date | null; registrationClosesAt: Date | null; startsAt: Date };

/**
 * What the form of an event is at the instant `now`. Where no time of closing is set, it closes when the event begins.
 * While people wait, a free place is theirs: the form stays "full" for everybody else.
 */
export function formState(event: Form, places: Places, now: Date): FormState {
  if (isCancelled(event)) return "cancelled";
  if (now >= (event.registrationClosesAt ?? event.startsAt)) return "closed";
  if (event.registrationOpensAt === null || now < event.registrationOpensAt) return "soon";
  return isFull(places) ? "full" : "open";
}

/** No place is left for somebody who registers now. */
export function isFull({ capacity, held, waiting }: Places): boolean {
  return capacity !== null && (held >= capacity || waiting > 0);
}

/** Places that can still be taken; null where there is no limit. */
export function placesLeft({ capacity, held }: Places): number | null {
  return capacity === null ? null : Math.max(0, capacity - held);
}

/** The instant from which approved participants see the event's link. */
export function linkOutAt(event: { startsAt: Date; linkDaysBefore: number }): Date {
  return addDays(event.startsAt, -event.linkDaysBefore);
}

/** Approved participants see the event's link now. */
export function isLinkOut(event: { startsAt: Date; linkDaysBefore: number; cancelledAt: Date | null }, now: Date): boolean {
  return !isCancelled(event) && now >= linkOutAt(event);
}

/** The text in the wanted language, otherwise the English one, otherwise any. */
export function chooseText<T extends { locale: string }>(texts: readonly T[], locale: string): T | undefined {
  return texts.find((text) => text.locale === locale) ?? texts.find((text) => text.locale === "en") ?? texts[0];
}

/** Equal slots one after the other, from a wall-clock time on the event's day in its own zone. */
export function slotRow(event: { startsAt: Date; timeZone: string }, { first, minutes, pause, count }: Omit<SlotsInput, "event">) {
  const day = localTime(event.startsAt, event.timeZone).slice(0, 10);
  const start = zonedInstant(`${day}T${first}`, event.timeZone);
  return Array.from({ length: count }, (_, index) => {
    const startsAt = addMinutes(start, index * (minutes + pause));
    return { number: index + 1, startsAt, endsAt: addMinutes(startsAt, minutes) };
  });
}

/** May set up this event: its organisers and those of its programme. */
export function isEventOrganiser(actor: Actor, event: { id: string; programmeId: string }): boolean {
  if (actor.kind === "visitor") return false;
  return actor.staff.some(({ role, programmeId, eventId }) =>
    role === "organiser" && programmeId === event.programmeId && (eventId === null || eventId === event.id));
}

/** What the event's staff does next: what somebody waits for comes first, then what the day needs. */
export function nextStep(progress: EventProgress): NextStep {
  if (progress.form === "cancelled") return "nothing";
  if (progress.toDecide > 0) return "decide";
  if (progress.form === "soon" && !progress.hasOpening) return "open";
  if (progress.kind !== "matchmaking") return progress.hasLink ? "nothing" : "link";
  if (progress.meetings > progress.placed) return "place";
  if (progress.placed > 0 && progress.released === null) return "release";
  if (!progress.hasLink) return "link";
  return progress.form === "closed" ? "nothing" : "pair";
}
