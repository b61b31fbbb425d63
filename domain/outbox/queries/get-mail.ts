import type { Actor } from "@/domain/actor";
import { findInvitation } from "@/domain/calendar/queries/find-invitation";
import type { EntryState } from "@/domain/calendar/schema";
import type { Locale } from "@/domain/input";
import { isSealedMail } from "@/domain/mail/rules";
import type { MailContent, MailKind } from "@/domain/mail/schema";
import { findWording } from "@/domain/wording/queries";
import { db } from "@/prisma/client";
import { requireMail } from "../access";
import type { OutboxEntry, OutboxKey } from "../schema";
import { toEntry } from "./list-mails";

type Read = { entry: OutboxEntry; content: MailContent | null; calendar?: EntryState | undefined };

/** What the mail tells the recipient's calendar, as long as nothing newer has been noted. */
async function calendarState({ kind, entryId, sequence }: { kind: string; entryId: string | null; sequence: number | null }): Promise<EntryState | undefined> {
  const part = entryId === null || sequence === null ? null : await findInvitation({ entryId, sequence }, kind as MailKind);
  return part === null || part === "outdated" ? undefined : part.state;
}

/** Where the reader's clocks are, as the worker finds it when it sends the mail (claimMail). */
async function findCountry({ eventId, to: email }: { eventId: string | null; to: string }): Promise<string | null> {
  const reader = eventId === null ? null : await db.registration.findFirst({ where: { eventId, email }, orderBy: { id: "asc" }, select: { organisation: { select: { country: true } } } });
  return reader?.organisation.country ?? null;
}

/**
 * One mail of an outbox with what its words are made of; `content` is null where only the recipient may read it, or it is forgotten.
 * Throws NotFound, SignedOut.
 */
export async function getMail(actor: Actor, key: OutboxKey & { id: string }, locale: Locale): Promise<Read> {
  const mail = await requireMail(actor, key);
  const entry = toEntry(mail, locale);
  if (isSealedMail(entry.kind) || entry.to === "") return { entry, content: null };
  const { kind, locale: readers, programmeId, params } = mail;
  const wording = programmeId === null ? null : await findWording({ programmeId, kind, locale: readers });
  const country = await findCountry(mail);
  return { entry, content: { kind, locale: readers, params, wording, country } as MailContent, calendar: await calendarState(mail) };
}
