import { db } from "@/prisma/client";

/** A repair that was written into the draft. `changed`: how many meetings. */
export type LastRepair = { id: string; at: Date; changed: number };

/**
 * The latest repair of an event's draft, as long as nothing that it wrote was changed since, so that it can be undone.
 * The caller has asked whether the reader moderates the event.
 */
export async function findLastRepair(eventId: string): Promise<LastRepair | null> {
  // One round trip: the entry, how many placements it wrote, and how many of them stand as it wrote them.
  const [row] = await db.$queryRaw<LastRepair[]>`
    SELECT e."id", e."at", jsonb_array_length(e."details"->'steps') AS changed
      FROM "AuditEntry" e
      WHERE e."eventId" = ${eventId}::uuid AND e."action" = 'draft.repair'
        AND NOT EXISTS (SELECT 1 FROM "AuditEntry" u
          WHERE u."objectType" = 'repair' AND u."objectId" = e."id"::text AND u."action" = 'draft.repair_undo')
        AND NOT EXISTS (SELECT 1 FROM "AuditEntry" later
          WHERE later."eventId" = e."eventId" AND later."action" = 'draft.repair' AND later."at" > e."at")
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(e."details"->'steps') s
          LEFT JOIN "Placement" p ON p."meetingId" = (s->>'meetingId')::uuid
          WHERE p."version" IS DISTINCT FROM (s->>'version')::int)
      LIMIT 1`;
  return row ?? null;
}
