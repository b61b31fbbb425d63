import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { audienceOf } from "./access";
import type { AnnouncementEntry, AnnouncementView, Audience, AudienceView, Progress } from "./schema";

/** The event as its announcements name it, in each language. Throws NotFound, SignedOut. */
export async function getAnnouncedEvent(actor: Actor, slug: string) {
  const { id, programmeId, startsAt, timeZone } = await requireModerator(actor, slug);
  const texts = await db.eventText.findMany({ where: { eventId: id }, select: { locale: true, title: true } });
  const titleIn = (locale: Locale) => chooseText(texts, locale)?.title ?? "";
  return { id, programmeId, slug, startsAt: startsAt.toISOString(), timeZone, titleIn };
}

async function countAudience(eventId: string, audience: Audience): Promise<Record<Locale, number>> {
  const rows = await db.$queryRaw<{ locale: Locale; count: number }[]>`
    SELECT a."locale"::text, count(*)::int AS "count" FROM (${audienceOf(eventId, audience)}) a GROUP BY 1`;
  return { en: 0, de: 0, pl: 0, ...Object.fromEntries(rows.map(({ locale, count }) => [locale, count])) };
}

/** Whom an announcement would reach, by language; null where no group is chosen yet. Throws NotFound, SignedOut. */
export async function getAudience(actor: Actor, slug: string, audience: Audience, locale: Locale): Promise<AudienceView> {
  const event = await requireModerator(actor, slug, locale);
  const [organisations, counts] = await Promise.all([
    db.organisation.findMany({ where: { registrations: { some: { eventId: event.id } } }, distinct: ["country"], orderBy: { country: "asc" }, select: { country: true } }),
    audience.groups.length === 0 ? null : countAudience(event.id, audience),
  ]);
  return { event, countries: organisations.map(({ country }) => country), counts };
}

/** What has become of these announcements, by their ids: what its mails say, and who has none. */
async function loadProgress(ids: readonly string[]): Promise<Map<string, Progress>> {
  const rows = await db.$queryRaw<(Progress & { id: string })[]>`
    SELECT a."id", count(*)::int AS "total",
      count(*) FILTER (WHERE m."state" IN ('queued', 'sending', 'failed') OR (NOT r."isWritten" AND a."stoppedAt" IS NULL))::int AS "waiting",
      count(*) FILTER (WHERE m."state" = 'sent')::int AS "sent",
      count(*) FILTER (WHERE m."state" IN ('dead', 'suppressed'))::int AS "failed",
      count(*) FILTER (WHERE m."state" = 'unwanted')::int AS "unwanted",
      count(*) FILTER (WHERE m."state" = 'outdated' OR (m."id" IS NULL AND (r."isWritten" OR a."stoppedAt" IS NOT NULL)))::int AS "unsent"
    FROM "Announcement" a
    JOIN "AnnouncementRecipient" r ON r."announcementId" = a."id"
    LEFT JOIN "Mail" m ON m."key" = 'announcement/' || a."id" || '/' || r."registrationId"
    WHERE a."id" = ANY(${[...ids]}::uuid[]) GROUP BY a."id"`;
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

const entrySelect = { id: true, createdAt: true, stoppedAt: true, texts: { select: { locale: true, subject: true, body: true } } } as const;
const none: Progress = { total: 0, waiting: 0, sent: 0, failed: 0, unwanted: 0, unsent: 0 };

type Row = { id: string; createdAt: Date; stoppedAt: Date | null; texts: { locale: Locale; subject: string; body: string }[] };

function toEntry({ id, createdAt, stoppedAt, texts }: Row, locale: Locale, progress: Map<string, Progress>): AnnouncementEntry {
  const text = chooseText(texts, locale);
  return { id, createdAt, isStopped: stoppedAt !== null, subject: text?.subject ?? "", subjectLocale: text?.locale ?? "en", progress: progress.get(id) ?? none };
}

/** The announcements of an event, the newest first. Throws NotFound, SignedOut. */
export async function listAnnouncements(actor: Actor, slug: string, locale: Locale) {
  const event = await requireModerator(actor, slug, locale);
  const rows = await db.announcement.findMany({ where: { eventId: event.id }, orderBy: { createdAt: "desc" }, take: 100, relationLoadStrategy: "join", select: entrySelect });
  const progress = await loadProgress(rows.map(({ id }) => id));
  return { event, announcements: rows.map((row) => toEntry(row, locale, progress)) };
}

/** One announcement with its texts and how far it is. Throws NotFound, SignedOut. */
export async function getAnnouncement(actor: Actor, key: { event: string; id: string }, locale: Locale): Promise<AnnouncementView> {
  const event = await requireModerator(actor, key.event, locale);
  const [row, progress] = await Promise.all([
    db.announcement.findFirst({ where: { id: key.id, eventId: event.id }, relationLoadStrategy: "join", select: { ...entrySelect, groups: true, countries: true, locales: true } }),
    loadProgress([key.id]),
  ]);
  const { texts, groups, countries, locales } = found(row);
  return { ...toEntry(found(row), locale, progress), event, audience: { groups: groups as Audience["groups"], countries, locales }, texts };
}
