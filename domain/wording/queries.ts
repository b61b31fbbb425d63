import type { Actor } from "@/domain/actor";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import type { EventExample, Wording } from "@/domain/mail/schema";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { db } from "@/prisma/client";
import type { StoredWording, WordingKey, WordingKind } from "./schema";

const columns = { kind: true, locale: true, subject: true, body: true, revision: true, updatedAt: true } as const;

function toStored(row: Omit<StoredWording, "kind"> & { kind: string }): StoredWording {
  return { ...row, kind: row.kind as WordingKind };
}

/** All texts that the organisers of a programme have written. Throws NotFound, SignedOut. */
export async function listWordings(actor: Actor, slug: string): Promise<StoredWording[]> {
  const { id: programmeId } = await requireOrganisedProgramme(actor, slug);
  const rows = await db.wording.findMany({ where: { programmeId }, orderBy: [{ kind: "asc" }, { locale: "asc" }], select: columns });
  return rows.map(toStored);
}

/** What a programme says in the place of the portal's own words; null where it says nothing. */
export async function findWording({ programmeId, kind, locale }: { programmeId: string; kind: string; locale: Locale }): Promise<Wording | null> {
  return db.wording.findUnique({ where: { programmeId_kind_locale: { programmeId, kind, locale } }, select: { subject: true, body: true } });
}

/** What a programme's examples are about: its next event, otherwise its last one. */
async function loadExample(programmeId: string, locale: Locale, now: Date): Promise<EventExample | null> {
  const select = { slug: true, startsAt: true, timeZone: true, texts: { select: { locale: true, title: true } }, programme: { select: { texts: { select: { locale: true, name: true } } } } } as const;
  const event =
    (await db.event.findFirst({ where: { programmeId, startsAt: { gt: now } }, orderBy: { startsAt: "asc" }, relationLoadStrategy: "join", select })) ??
    (await db.event.findFirst({ where: { programmeId }, orderBy: { startsAt: "desc" }, relationLoadStrategy: "join", select }));
  if (!event) return null;
  return {
    programme: chooseText(event.programme.texts, locale)?.name ?? "",
    title: chooseText(event.texts, locale)?.title ?? "",
    slug: event.slug,
    startsAt: event.startsAt.toISOString(),
    timeZone: event.timeZone,
  };
}

/** One text as the organisers have written it, null where the portal's own words hold, and what examples are about. Throws NotFound, SignedOut. */
export async function getWording(actor: Actor, { programme, kind, locale }: WordingKey, now: Date = new Date()): Promise<{ stored: StoredWording | null; example: EventExample | null }> {
  const { id: programmeId } = await requireOrganisedProgramme(actor, programme);
  const [row, example] = await Promise.all([
    db.wording.findUnique({ where: { programmeId_kind_locale: { programmeId, kind, locale } }, select: columns }),
    loadExample(programmeId, locale, now),
  ]);
  return { stored: row ? toStored(row) : null, example };
}
