import type { Actor } from "@/domain/actor";
import { ownOrganisationIds, visibleTo } from "@/domain/organisation/access";
import { isProgrammeStaff } from "@/domain/programme/rules";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Viewpoint } from "../access";
import { type DismissalReason, dismissalReasons, type DismissalView } from "../schema";

/** As many as one looks through; more have to be taken back first. */
const most = 200;

/**
 * Whom the viewpoint's organisation does not want suggested in the programme, for its own people, the newest first.
 * Who cannot be seen by the actor any more is left out: nobody suggests them either.
 * @throws NotFound where the actor does not act for that organisation, SignedOut
 */
export async function listDismissals(actor: Actor, { programmeId, own }: Viewpoint): Promise<DismissalView[]> {
  requirePerson(actor);
  const organisationId = found(ownOrganisationIds(actor).find((id) => id === own.id));
  const rows = await db.dismissal.findMany({
    where: { organisationId, programmeId, dismissed: visibleTo(actor, { programmeId }) },
    orderBy: [{ createdAt: "desc" }, { dismissedId: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: { reason: true, note: true, noteLocale: true, createdAt: true, dismissed: { select: { slug: true, name: true } } },
  });
  return rows.map(({ note, noteLocale, dismissed, ...row }) => ({
    ...row,
    organisation: dismissed,
    note: note !== null && noteLocale !== null ? { text: note, locale: noteLocale } : null,
  }));
}

/**
 * How often each reason was given in a programme, for its staff: numbers alone, never by whom, of whom or in which words.
 * @throws NotFound for everybody else, SignedOut
 */
export async function countDismissals(actor: Actor, programmeId: string): Promise<Record<DismissalReason, number>> {
  requirePerson(actor);
  found(isProgrammeStaff(actor, programmeId) ? programmeId : null);
  const rows = await db.dismissal.groupBy({ by: ["reason"], where: { programmeId }, _count: true });
  const counts = new Map(rows.map(({ reason, _count }) => [reason, _count]));
  return Object.fromEntries(dismissalReasons.map((reason) => [reason, counts.get(reason) ?? 0])) as Record<DismissalReason, number>;
}
