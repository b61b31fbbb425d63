import type { Actor } from "@/domain/actor";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { organisedBy } from "@/domain/programme/access";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { NamedPlace, ScopeInput } from "./schema";

/** What a report is about: a programme that the actor organises, or one event of it. Only `requireReportScope` makes one. */
export type ReportScope = {
  programme: NamedPlace & { id: string; timeZone: string; countries: string[]; regions: string[] };
  programmes: NamedPlace[];
  choices: (NamedPlace & { id: string })[];
  event: (NamedPlace & { id: string }) | null;
};

/**
 * The programme that is named, or whose event is named, or the first one, of those that the actor organises as a whole:
 * reports are the business of organisers alone. Throws NotFound, also for an event of another programme, SignedOut.
 */
export async function requireReportScope(actor: Actor, wanted: ScopeInput, locale: Locale): Promise<ReportScope> {
  const { userId } = requirePerson(actor);
  const rows = await db.programme.findMany({
    where: organisedBy(userId),
    orderBy: { slug: "asc" },
    relationLoadStrategy: "join",
    select: {
      id: true, slug: true, timeZone: true, countries: true, regions: true,
      texts: { select: { locale: true, name: true } },
      events: { orderBy: { number: "asc" }, select: { id: true, slug: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  const { id, slug: chosen, timeZone, countries, regions, events } = found(rows.find((row) =>
    (wanted.programme === undefined || row.slug === wanted.programme) && (wanted.event === undefined || row.events.some(({ slug }) => slug === wanted.event))));
  const programmes = rows.map(({ slug, texts }) => {
    const text = chooseText(texts, locale);
    return { slug, name: text?.name ?? slug, textLocale: text?.locale ?? locale };
  });
  const choices = events.map(({ texts, ...event }) => {
    const text = chooseText(texts, locale);
    return { ...event, name: text?.title ?? event.slug, textLocale: text?.locale ?? locale };
  });
  const name = found(programmes.find(({ slug }) => slug === chosen));
  return {
    programme: { ...name, id, timeZone, countries, regions },
    programmes,
    choices,
    event: choices.find(({ slug }) => slug === wanted.event) ?? null,
  };
}
