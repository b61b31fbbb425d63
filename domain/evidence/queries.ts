import type { Actor } from "@/domain/actor";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { readableBy } from "./access";
import type { Reader } from "./schema";

/** The events whose evidence the actor may read, in the order of time. Throws SignedOut. */
export async function listReadable(actor: Actor, locale: Locale) {
  const { userId } = requirePerson(actor);
  const rows = await db.event.findMany({ where: readableBy(userId), orderBy: { startsAt: "asc" }, select: { slug: true, texts: { select: { locale: true, title: true } } } });
  return rows.map(({ slug, texts }) => {
    const text = chooseText(texts, locale);
    return { slug, title: text?.title ?? slug, textLocale: text?.locale ?? locale };
  });
}

/** Everybody with a duty in a programme, with since when each reads its evidence, for its organisers. Throws NotFound, SignedOut. */
export async function listReaders(actor: Actor, programmeSlug: string, locale: Locale): Promise<Reader[]> {
  const programme = await requireOrganisedProgramme(actor, programmeSlug);
  const rows = await db.staffRole.findMany({
    where: { programmeId: programme.id },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true, role: true, evidenceSince: true, user: { select: { name: true, email: true } }, event: { select: { texts: { select: { locale: true, title: true } } } },
    },
  });
  return rows.map(({ id, role, evidenceSince, user, event }) => ({
    role: id, person: user.name ?? user.email, duty: role, event: event ? (chooseText(event.texts, locale)?.title ?? "") : null, since: evidenceSince,
  }));
}
