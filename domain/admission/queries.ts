import type { Actor } from "@/domain/actor";
import { requireOrganisation } from "@/domain/organisation/access";
import { getVisibleProfile, listNamesakes } from "@/domain/organisation/queries";
import { isOutsideRegion } from "@/domain/organisation/rules";
import { db } from "@/prisma/client";
import { decidableBy, requireDecidable, staffProgrammeIds } from "./access";
import type { AdmissionState, QueueEntry } from "./schema";

const pageSize = 24;

/**
 * Organisations in one state that the actor decides about: the oldest first while they wait, the latest decision
 * first afterwards. Pages count from 1. Throws SignedOut.
 */
export async function listAdmissions(actor: Actor, state: AdmissionState, page: number): Promise<{ entries: QueueEntry[]; total: number; pages: number }> {
  const where = { AND: [{ state }, decidableBy(actor)] };
  const [rows, total] = await Promise.all([
    db.admission.findMany({
      where,
      orderBy: [state === "pending" ? { createdAt: "asc" } : { decidedAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      relationLoadStrategy: "join",
      select: {
        id: true,
        state: true,
        createdAt: true,
        decidedAt: true,
        programme: { select: { id: true, timeZone: true, regions: true, texts: { select: { locale: true, name: true } } } },
        organisation: { select: { id: true, slug: true, name: true, type: true, country: true, region: true, isDemo: true } },
      },
    }),
    db.admission.count({ where }),
  ]);
  const namesakes = await listNamesakes(staffProgrammeIds(actor), rows.map(({ organisation }) => organisation.id));
  const entries = rows.map(({ programme: { regions, ...programme }, ...row }) => ({
    ...row,
    namesakes: namesakes.get(row.organisation.id) ?? [],
    programme,
    isOutsideRegion: isOutsideRegion(row.organisation.region, regions),
  }));
  return { entries, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}

/** How many organisations that the actor decides about are in each state. Throws SignedOut. */
export async function countAdmissions(actor: Actor): Promise<Record<AdmissionState, number>> {
  const rows = await db.admission.groupBy({ by: ["state"], where: decidableBy(actor), _count: true });
  const counts = { pending: 0, returned: 0, approved: 0, refused: 0 };
  for (const { state, _count } of rows) counts[state] = _count;
  return counts;
}

/** One admission with the whole profile, for a decision. Throws SignedOut, NotFound. */
export async function getDecision(actor: Actor, id: string) {
  const admission = await requireDecidable(actor, id);
  const { profile } = await getVisibleProfile(actor, admission.organisation.slug, { programmeId: admission.programmeId });
  const { id: organisationId } = admission.organisation;
  const namesakes = await listNamesakes([admission.programmeId], [organisationId]);
  return {
    admission,
    profile,
    isOutsideRegion: isOutsideRegion(profile.region, admission.programme.regions),
    namesakes: namesakes.get(organisationId) ?? [],
  };
}

/** Where the actor's own organisation stands in a programme, and what the moderator wrote. Throws SignedOut, NotFound. */
export async function getOwnAdmission(actor: Actor, programmeId: string, slug: string): Promise<{ state: AdmissionState; reason: string | null } | null> {
  const { id: organisationId } = await requireOrganisation(actor, { slug }, "edit");
  return db.admission.findUnique({ where: { programmeId_organisationId: { programmeId, organisationId } }, select: { state: true, reason: true } });
}
