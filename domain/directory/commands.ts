import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { found, ok, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { listedFor, type Viewpoint } from "./access";

/**
 * Keeps an organisation in mind, or no longer. Doing it twice has the effect of doing it once.
 * @throws NotFound where the organisation is not in the actor's directory, SignedOut
 */
export async function setBookmark(
  actor: Actor,
  place: Viewpoint,
  input: { organisationId: string; isOn: boolean },
): Promise<Result<{ isOn: boolean }, never>> {
  const { userId } = requirePerson(actor);
  const { programmeId } = place;
  const listed = await db.organisation.findFirst({ where: { AND: [listedFor(actor, place), { id: input.organisationId }] }, select: { id: true } });
  const { id: organisationId } = found(listed);
  await db.$transaction(async (tx) => {
    const key = { userId, programmeId, organisationId };
    const { count } = input.isOn
      ? await tx.bookmark.createMany({ data: [key], skipDuplicates: true })
      : await tx.bookmark.deleteMany({ where: key });
    if (count === 0) return;
    const action = input.isOn ? "bookmark.add" : "bookmark.remove";
    await recordAudit(tx, actor, { action, objectType: "organisation", objectId: organisationId, programmeId });
  });
  return ok({ isOn: input.isOn });
}
