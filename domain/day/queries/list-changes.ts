import { db } from "@/prisma/client";
import type { MadeChange } from "../schema";

/** The latest changes of an event's day that were not taken back. The caller has asked whether the reader moderates the event. */
export function listChanges(eventId: string): Promise<MadeChange[]> {
  return db.$queryRaw<MadeChange[]>`
    SELECT e."id", e."at", e."details"->>'kind' AS kind, coalesce(r."personName", m."name", '–') AS name, (e."details"->>'number')::int AS number
    FROM "AuditEntry" e
    LEFT JOIN "Registration" r ON r."id" = (e."details"->>'of')::uuid
    LEFT JOIN "Room" m ON m."id" = (e."details"->>'of')::uuid
    WHERE e."eventId" = ${eventId}::uuid AND e."action" = 'day.repair'
      AND NOT EXISTS (SELECT 1 FROM "AuditEntry" u WHERE u."objectType" = 'repair' AND u."objectId" = e."id"::text AND u."action" = 'day.repair_undo')
    ORDER BY e."at" DESC LIMIT 5`;
}
