import { z } from "zod";
import { idSchema, type Locale, pageSchema, slugSchema } from "@/domain/input";
import { type MailState, mailStates, type StaffMailKind, staffMailKinds } from "@/domain/mail/schema";

/** One search of the outbox, as its address says it; anything odd filters nothing. */
export const outboxFiltersSchema = z.object({
  state: z.enum(mailStates).optional().catch(undefined),
  kind: z.enum(staffMailKinds).optional().catch(undefined),
  /** A part of the recipient's address. */
  to: z.string().max(254).regex(/^[^\u0000-\u001F\u007F\uD800-\uDFFF]*$/).transform((text) => text.trim().toLowerCase()).catch("").default(""),
  page: pageSchema,
});
export type OutboxFilters = z.output<typeof outboxFiltersSchema>;

/** Without an event: the whole programme's outbox, which is the organisers'. */
export const outboxKeySchema = z.object({ event: slugSchema.optional() });
export type OutboxKey = z.output<typeof outboxKeySchema>;

/** What the mail was when the page was made, and a key made with the page: sending the form twice is one mail. */
export const resendSchema = outboxKeySchema.extend({ id: idSchema, key: idSchema, seen: z.enum(["failed", "dead", "sent", "suppressed"]) });
export type ResendInput = z.output<typeof resendSchema>;

/** A mail as staff reads it in the list. `to`: empty once it is forgotten; `error`: what the mail server answered to the last attempt. */
export type OutboxEntry = {
  id: string;
  kind: StaffMailKind;
  to: string;
  state: MailState;
  attempts: number;
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date;
  timeZone: string;
  event: { slug: string; title: string; textLocale: Locale } | null;
};

export type Outbox = {
  entries: OutboxEntry[];
  /** Of all that fit the filters but for the state. */
  counts: Record<MailState, number>;
  pages: number;
};
