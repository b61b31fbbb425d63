import { isCalendarMail, isSecretMail } from "@/domain/mail/rules";
import type { MailKind, MailState } from "@/domain/mail/schema";
import type { OutboxFilters, ResendInput } from "./schema";

/** Where an outbox stands: the event's, or the programme's. */
export function outboxPath(event: string | undefined): string {
  return event === undefined ? "/moderation/outbox" : `/moderation/${event}/outbox`;
}

/** The query of the address that shows these filters; any change leads to page 1. */
export function outboxQuery(filters: OutboxFilters, changes: { state?: MailState | undefined; page?: number } = {}): string {
  const { state, kind, to, page } = { ...filters, page: 1, ...changes };
  const query = new URLSearchParams({ ...(state && { state }), ...(kind && { kind }), ...(to && { to }), ...(page > 1 && { page: String(page) }) });
  return query.size === 0 ? "" : `?${query}`;
}

/**
 * Whether staff may send a mail again: what is on its way goes by itself, a secret is forgotten, what is out of date or not
 * wanted stays unsent, nobody knows whom a forgotten one was for, and a change that a calendar has been told is not told twice.
 */
export function resendableState({ kind, state, to }: { kind: MailKind; state: MailState; to: string }): ResendInput["seen"] | null {
  if (to === "" || state === "queued" || state === "sending" || state === "outdated" || state === "unwanted" || isSecretMail(kind)) return null;
  return state === "sent" && isCalendarMail(kind) ? null : state;
}
