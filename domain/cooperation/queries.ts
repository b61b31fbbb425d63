import type { Actor } from "@/domain/actor";
import { partnerSelect, toPartner } from "@/domain/meeting/queries";
import { ownOrganisationIds } from "@/domain/organisation/access";
import { db } from "@/prisma/client";
import { listNameable, ownCooperations, requireSides } from "./access";
import type { CooperationDraft, CooperationView } from "./schema";

/** Cooperations of the actor's organisations in a programme, the newest first. Throws SignedOut. */
export async function listCooperations(actor: Actor, programmeId: string): Promise<CooperationView[]> {
  const where = ownCooperations(actor);
  const ownIds = ownOrganisationIds(actor);
  const rows = await db.cooperation.findMany({
    where: { programmeId, ...where },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 200,
    relationLoadStrategy: "join",
    select: {
      id: true, authorId: true, subject: true, subjectLocale: true, stage: true, stageAt: true, isConfirmed: true, createdAt: true,
      author: { select: partnerSelect }, partner: { select: partnerSelect },
    },
  });
  return rows.map(({ authorId, author, partner, ...row }) => {
    const isAuthor = ownIds.includes(authorId);
    return { ...row, isAuthor, partner: toPartner(isAuthor ? partner : author) };
  });
}

/** What the form for a new one begins with: from a meeting, or with a partner to choose. Throws NotFound, SignedOut. */
export async function prepareCooperation(actor: Actor, programmeId: string, meetingId: string | undefined): Promise<CooperationDraft> {
  if (meetingId !== undefined) {
    const { partner, subject, subjectLocale } = await requireSides(actor, programmeId, meetingId);
    return { partner, partners: [], subject, subjectLocale };
  }
  const { partners } = await listNameable(actor, programmeId);
  return { partner: null, partners, subject: "", subjectLocale: null };
}
