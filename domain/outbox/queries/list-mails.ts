import type { Actor } from "@/domain/actor";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import type { MailState, StaffMailKind } from "@/domain/mail/schema";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireOutbox } from "../access";
import type { Outbox, OutboxEntry, OutboxFilters, OutboxKey } from "../schema";

const pageSize = 25;

const entrySelect = {
  id: true,
  kind: true,
  to: true,
  state: true,
  attempts: true,
  error: true,
  createdAt: true,
  sentAt: true,
  nextAttemptAt: true,
  programme: { select: { timeZone: true } },
  event: { select: { slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
} satisfies Prisma.MailSelect;

type Row = Prisma.MailGetPayload<{ select: typeof entrySelect }>;

/** A stored mail as staff reads it. Only kinds that belong to a programme are in an outbox (Mail_personal_check). */
export function toEntry({ event, programme, kind, ...mail }: Row, locale: Locale): OutboxEntry {
  const text = event ? chooseText(event.texts, locale) : undefined;
  return {
    id: mail.id,
    to: mail.to,
    state: mail.state,
    attempts: mail.attempts,
    error: mail.error,
    createdAt: mail.createdAt,
    sentAt: mail.sentAt,
    nextAttemptAt: mail.nextAttemptAt,
    kind: kind as StaffMailKind,
    timeZone: event?.timeZone ?? programme?.timeZone ?? "UTC",
    event: event ? { slug: event.slug, title: text?.title ?? "", textLocale: text?.locale ?? "en" } : null,
  };
}

/** The outbox of an event or of the programmes that the actor organises, newest first. Throws NotFound, SignedOut. */
export async function listMails(actor: Actor, key: OutboxKey, filters: OutboxFilters, locale: Locale): Promise<Outbox> {
  const { state, kind, to, page } = filters;
  const wanted: Prisma.MailWhereInput = {
    AND: [await requireOutbox(actor, key), kind ? { kind } : {}, to === "" ? {} : { to: { contains: to } }],
  };
  const [rows, groups] = await Promise.all([
    db.mail.findMany({
      where: state ? { AND: [wanted, { state }] } : wanted,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      relationLoadStrategy: "join",
      select: entrySelect,
    }),
    db.mail.groupBy({ by: ["state"], where: wanted, _count: true }),
  ]);
  const counts: Record<MailState, number> = { queued: 0, sending: 0, sent: 0, failed: 0, dead: 0, outdated: 0, suppressed: 0, unwanted: 0 };
  for (const group of groups) counts[group.state] = group._count;
  const total = state ? counts[state] : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { entries: rows.map((row) => toEntry(row, locale)), counts, pages: Math.max(1, Math.ceil(total / pageSize)) };
}
