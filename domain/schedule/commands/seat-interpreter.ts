import { canTranslate, isThere } from "@/domain/interpreter/rules";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { sharedLanguages } from "../rules";
import type { Entry } from "../schema";

const needSelect = {
  interpreterChoice: { select: { interpreterId: true } },
  sides: { select: { registration: { select: { languages: true } } } },
} satisfies Prisma.MeetingSelect;

/** Takes one interpreter in the meeting's slot; false where somebody else has taken that one. */
export async function takeInterpreter(tx: Tx, meetingId: string, interpreterId: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO "Seat" ("meetingId", "resourceKind", "resourceId", "slotId", "startsAt", "endsAt")
    SELECT "meetingId", 'interpreter'::"ResourceKind", ${interpreterId}::uuid, "slotId", "startsAt", "endsAt"
      FROM "Seat" WHERE "meetingId" = ${meetingId}::uuid AND "resourceKind" = 'room'
    ON CONFLICT DO NOTHING`;
  return count > 0;
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
  for (const { id } of able.toSorted((a, b) => isChosen(b) - isChosen(a))) {
    // One after the other: the first who is free.
    if (await takeInterpreter(tx, meetingId, id)) return;
  }
}
