import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { db } from "@/prisma/client";
import type { ReportView } from "./schema";

/** Reports of an event for its moderators: open ones first, the newest of each first. Throws NotFound, SignedOut. */
export async function listReports(actor: Actor, eventSlug: string, locale?: Locale): Promise<{ event: InsideEvent; reports: ReportView[] }> {
  const event = await requireModerator(actor, eventSlug, locale);
  const name = { select: { slug: true, name: true } } as const;
  const reports = await db.report.findMany({
    where: { eventId: event.id },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 200,
    relationLoadStrategy: "join",
    select: { id: true, text: true, createdAt: true, closedAt: true, reporter: name, reported: name },
  });
  return { event, reports };
}
