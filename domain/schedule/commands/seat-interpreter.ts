import { canTranslate, isThere } from "@/domain/interpreter/rules";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { sharedLanguages } from "../rules";
import type { Entry } from "../schema";

const needSelect = {
  interpreterChoice: { select: { interpreterId: true } },
  sides: { select: { registration: { select: { languages: true } } } },
} satisfies Prisma.MeetingSelect;

/** Takes the first of these who is free where the meeting is seated; nobody where somebody else was faster. */
async function takeFirst(tx: Tx, meetingId: string, interpreterIds: string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Seat" ("meetingId", "resourceKind", "resourceId", "slotId", "startsAt", "endsAt")
    SELECT s."meetingId", 'interpreter'::"ResourceKind", able.id, s."slotId", s."startsAt", s."endsAt"
      FROM "Seat" s CROSS JOIN unnest(${interpreterIds}::uuid[]) WITH ORDINALITY AS able(id, rank)
      WHERE s."meetingId" = ${meetingId}::uuid AND s."resourceKind" = 'room'
        AND NOT EXISTS (SELECT 1 FROM "Seat" t WHERE t."resourceId" = able.id AND t."startsAt" < s."endsAt" AND t."endsAt" > s."startsAt")
      ORDER BY able.rank LIMIT 1
    ON CONFLICT DO NOTHING`;
}

/**
 * Gives a meeting that was just placed for real one of the event's interpreters who is free in the slot, the chosen one
 * first, where its two people share no language. Nobody else loses theirs; where nobody is free, it has none.
 */
export async function seatInterpreter(tx: Tx, { meetingId, slotId }: Pick<Entry, "meetingId" | "slotId">, eventId: string): Promise<void> {
  const { sides, interpreterChoice } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, relationLoadStrategy: "join", select: needSelect });
  const [left, right] = sides.map(({ registration }) => registration.languages);
  if (!left || !right || sharedLanguages([{ languages: left }, { languages: right }]).length > 0) return;
  const slot = await tx.slot.findUniqueOrThrow({
    where: { id: slotId },
    relationLoadStrategy: "join",
    select: { id: true, startsAt: true, interpreters: { where: { interpreter: { eventId } }, orderBy: { interpreterId: "asc" }, select: { interpreter: true } } },
  });
  const able = slot.interpreters.map(({ interpreter }) => interpreter)
    .filter((person) => canTranslate(person, { left, right }) && isThere({ ...person, slotIds: [slot.id] }, slot));
  const isChosen = ({ id }: { id: string }) => Number(id === interpreterChoice?.interpreterId);
  if (able.length > 0) await takeFirst(tx, meetingId, able.toSorted((a, b) => isChosen(b) - isChosen(a)).map(({ id }) => id));
}
