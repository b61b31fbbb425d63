import { addDays } from "@/domain/time";
import type { AnsweredState, InboxGroup, Load, Quota, RequestState, Side } from "./schema";

/** A request as the rules see it. `version` and texts do not matter to them. */
export type Standing = { state: RequestState; expiresAt: Date };

/** Every way that a request's state can change. What is answered stays answered. */
export const moves: Record<RequestState, readonly AnsweredState[]> = {
  pending: ["accepted", "declined", "withdrawn", "expired"],
  accepted: [],
  declined: [],
  withdrawn: [],
  expired: [],
};

/** The state may change from the one to the other. */
export function canMove(from: RequestState, to: RequestState): boolean {
  return moves[from].some((state) => state === to);
}

/** Its time is over, whether or not the portal has said so yet. */
export function isOverdue({ state, expiresAt }: Standing, now: Date): boolean {
  return state === "pending" && expiresAt <= now;
}

/** The state as people read it: overdue is expired, whether or not the portal has written it down. */
export function shownState(request: Standing, now: Date): RequestState {
  return isOverdue(request, now) ? "expired" : request.state;
}

/** Still waits for an answer. */
function isOpen(request: Standing, now: Date): boolean {
  return request.state === "pending" && !isOverdue(request, now);
}

/** The reader may accept or decline it, or put a colleague forward. */
export function canAnswer(request: Standing, side: Side, now: Date): boolean {
  return side === "recipient" && isOpen(request, now);
}

/** The reader may take it back. */
export function canWithdraw(request: Standing, side: Side, now: Date): boolean {
  return side === "requester" && isOpen(request, now);
}

/** The reader may change its words, its subject and who speaks. */
export function canEdit(request: Standing, side: Side, now: Date): boolean {
  return side === "requester" && isOpen(request, now);
}

/** When a request of `now` ends: after the event's days, and never later than the event itself. */
export function expiryOf(now: Date, event: { requestExpiryDays: number; endsAt: Date }): Date {
  const end = addDays(now, event.requestExpiryDays);
  return end < event.endsAt ? end : event.endsAt;
}

/** Days before its end at which an unanswered request is called to mind. */
export const reminderDays = 2;

/** It ends soon, and was open for a while before that: a request that never had longer is not called to mind. */
export function isReminderDue(request: Standing & { createdAt: Date }, now: Date): boolean {
  const from = addDays(request.expiresAt, -reminderDays);
  return isOpen(request, now) && from <= now && request.createdAt < from;
}

/** How many more it may send; a limit that was lowered later leaves none. */
export function quotaLeft({ used, limit }: Quota): number {
  return Math.max(0, limit - used);
}

/** The next one would be one too many. */
export function isQuotaReached(quota: Quota): boolean {
  return quotaLeft(quota) === 0;
}

/** Where a request stands in the inbox. An accepted one counts as agreed while its meeting does. */
export function groupOf(request: Standing & { side: Side; isMeetingAgreed: boolean }, now: Date): InboxGroup {
  if (isOpen(request, now)) return request.side === "recipient" ? "answer" : "waiting";
  return request.state === "accepted" && request.isMeetingAgreed ? "agreed" : "past";
}

/** Meetings that find no slot of this person once another one is added; 0 where all fit. */
export function overload({ freeSlots, meetings }: Load): number {
  return Math.max(0, meetings + 1 - freeSlots);
}
