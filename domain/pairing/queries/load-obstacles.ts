import type { Tx } from "@/prisma/client";
import { pairKey } from "../rules";
import type { PastObstacle } from "../schema";

type Row = { one: string; other: string; obstacle: PastObstacle };

/**
 * What stands between two organisations of an event, by `pairKey`: they meet already, one has blocked, asked or declined
 * the other, does not want it suggested, or a meeting of theirs was cancelled. The first of these where there are several.
 */
export async function loadObstacles(tx: Tx, event: { id: string; programmeId: string }): Promise<Map<string, PastObstacle>> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH here AS (SELECT DISTINCT "organisationId" AS id FROM "Registration" WHERE "eventId" = ${event.id}::uuid AND "state" = 'approved')
    SELECT "lowId" AS one, "highId" AS other, CASE "state" WHEN 'agreed' THEN 'agreed' ELSE 'cancelled' END AS obstacle, CASE "state" WHEN 'agreed' THEN 1 ELSE 6 END AS rank
    FROM "Meeting" WHERE "eventId" = ${event.id}::uuid
    UNION ALL
    SELECT "blockerId", "blockedId", 'blocked', 2 FROM "Block" WHERE "blockerId" IN (SELECT id FROM here) AND "blockedId" IN (SELECT id FROM here)
    UNION ALL
    SELECT "requesterId", "recipientId", CASE "state" WHEN 'pending' THEN 'request_open' ELSE 'declined' END, CASE "state" WHEN 'pending' THEN 3 ELSE 4 END
    FROM "MeetingRequest" WHERE "eventId" = ${event.id}::uuid AND "state" IN ('pending', 'declined')
    UNION ALL
    SELECT "organisationId", "dismissedId", 'dismissed', 5 FROM "Dismissal"
    WHERE "programmeId" = ${event.programmeId}::uuid AND "organisationId" IN (SELECT id FROM here) AND "dismissedId" IN (SELECT id FROM here)
    ORDER BY rank DESC`;
  return new Map(rows.map(({ one, other, obstacle }) => [pairKey(one, other), obstacle]));
}
