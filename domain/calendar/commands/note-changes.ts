import type { Tx } from "@/prisma/client";
import type { EntryChange, EntryScope } from "../schema";

/**
 * Brings calendar entries up to what is true now, in the transaction that changes it and after the change. Answers
 * what changed, each with its new number; every change needs a mail that tells it. Of two transactions at once the
 * second waits for the first, and counts on from it.
 */
export function noteChanges(tx: Tx, { registrationIds = [], meetingIds = [] }: EntryScope): Promise<EntryChange[]> {
  return tx.$queryRaw<EntryChange[]>`
    SELECT "entryId", "registrationId", "meetingId", "sequence", "state"::text, "startsAt", "place", "before"
    FROM note_calendar(${[...registrationIds]}::uuid[], ${[...meetingIds]}::uuid[])`;
}
