import type { Tx } from "@/prisma/client";
import type { EntryChange } from "../schema";

/**
 * Gives the entries of a registration over to another address, in the transaction that changes it. Each counts up by two:
 * the lower number ends it at the old address, the higher one, which is answered, tells it at the new one.
 */
export function readdressEntries(tx: Tx, registrationId: string): Promise<EntryChange[]> {
  return tx.$queryRaw<EntryChange[]>`
    UPDATE "CalendarEntry" SET "sequence" = "sequence" + 2
    WHERE "registrationId" = ${registrationId}::uuid AND "state" = 'confirmed' AND "endsAt" > now()
    RETURNING "id" AS "entryId", "registrationId", "meetingId", "sequence", "state"::text, "startsAt", "place", NULL::timestamptz AS "before"`;
}
