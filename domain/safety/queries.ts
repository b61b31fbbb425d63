import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { Participant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import type { ReportView } from "./schema";

/** Reports of an event for its moderators: open ones first, the newest of each first. Throws NotFound, SignedOut. */
export async function listReports(actor: Actor, eventSlug: string): Promise<ReportView[]> {
  const event = await requireModerator(actor, eventSlug);
  const name = { select: { slug: true, name: true } } as const;
  return db.report.findMany({
    where: { eventId: event.id },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 200,
    relationLoadStrategy: "join",
    select: { id: true, text: true, createdAt: true, closedAt: true, reporter: name, reported: name },
  });
}

/** Whether the participant's own organisation blocks the other one. Nobody learns who blocks them. */
export async function isBlocked({ organisationId }: Participant, otherId: string): Promise<boolean> {
  return (await db.block.count({ where: { blockerId: organisationId, blockedId: otherId } })) > 0;
}
