import type { Actor } from "@/domain/actor";
import { staffProgrammeIds } from "@/domain/admission/access";
import { requireModerator } from "@/domain/event/access";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import type { Place } from "@/domain/organisation/access";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** Where organisations are matched: a programme, or one event of it. Only the functions below make one. */
export type FitPlace = Place & { timeZone: string };

/** An event that the actor moderates. Throws NotFound, SignedOut. */
export async function requireEventFit(actor: Actor, eventSlug: string, locale: Locale) {
  const event = await requireModerator(actor, eventSlug, locale);
  const place: FitPlace = { programmeId: event.programmeId, eventId: event.id, timeZone: event.timeZone };
  return { event, place };
}

/**
 * A programme whose staff the actor is, the first where none is named, and all that there are to choose from. Staff of
 * single events sees those events alone. Throws NotFound, SignedOut.
 */
export async function requireProgrammeFit(actor: Actor, wanted: string | undefined, locale: Locale) {
  const rows = await db.programme.findMany({
    where: { id: { in: staffProgrammeIds(actor) } },
    orderBy: { slug: "asc" },
    select: { id: true, slug: true, timeZone: true, texts: { select: { locale: true, name: true } } },
  });
  const programmes = rows.map(({ texts, ...programme }) => {
    const text = chooseText(texts, locale);
    return { ...programme, name: text?.name ?? programme.slug, textLocale: text?.locale ?? locale };
  });
  const programme = found(wanted === undefined ? programmes[0] : programmes.find(({ slug }) => slug === wanted));
  const place: FitPlace = { programmeId: programme.id, timeZone: programme.timeZone };
  return { programme, programmes, place };
}

/** Organisations that take part, as a condition for queries. */
export function takersOf({ programmeId, eventId }: Place): Prisma.OrganisationWhereInput {
  const registered: Prisma.OrganisationWhereInput = eventId === undefined ? {} : { registrations: { some: { eventId, state: "approved" } } };
  return { AND: [{ admissions: { some: { programmeId, state: "approved" } } }, registered] };
}

/** The same for a query of our own, about the organisation `o`. */
export function takesPart({ programmeId, eventId }: Place): Prisma.Sql {
  return Prisma.sql`
    EXISTS (SELECT 1 FROM "Admission" a WHERE a."organisationId" = o."id" AND a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved')
    ${eventId === undefined ? Prisma.empty : Prisma.sql`
      AND EXISTS (SELECT 1 FROM "Registration" r WHERE r."organisationId" = o."id" AND r."eventId" = ${eventId}::uuid AND r."state" = 'approved')`}`;
}
