import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import type { Locale } from "@/domain/input";
import { ownOrganisationIds, requireOrganisation } from "@/domain/organisation/access";
import { found, ok, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { listedFor, type Viewpoint } from "./access";
import { listSubjects } from "./queries/list-suggestions";
import type { DismissalReason } from "./schema";

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

type DismissInput = { organisation: string; reason: DismissalReason; note?: string | undefined; locale: Locale };

/**
 * The viewpoint's organisation does not want another one suggested any more, in the whole programme; who of its people
 * says so first, says why. The other one stays in searches and lists, and never learns of it.
 * @throws NotFound where it is not in the actor's directory, or the actor does not act for the viewpoint's; SignedOut
 */
export async function dismissOrganisation(actor: Actor, place: Viewpoint, input: DismissInput): Promise<Result<{ slug: string }, never>> {
  const { userId } = requirePerson(actor);
  const { programmeId } = place;
  const { id: organisationId } = await requireOrganisation(actor, { id: place.own.id }, "edit");
  const listed = await db.organisation.findFirst({ where: { AND: [listedFor(actor, place), { slug: input.organisation }] }, select: { id: true, slug: true } });
  const { id: dismissedId, slug } = found(listed);
  const { reason } = input;
  const conceptIds = reason === "wrong_subject" ? await listSubjects(organisationId, dismissedId) : [];
  const note = input.note ? { note: input.note, noteLocale: input.locale } : {};
  await db.$transaction(async (tx) => {
    const data = { organisationId, programmeId, dismissedId, userId, reason, ...note, conceptIds };
    const { count } = await tx.dismissal.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) return;
    await recordAudit(tx, actor, {
      action: "organisation.dismiss", objectType: "organisation", objectId: dismissedId, programmeId, organisationId, details: { reason },
    });
  });
  return ok({ slug });
}

/**
 * Takes back what `dismissOrganisation` said. Twice is the same as once.
 * @throws NotFound where the actor does not act for the viewpoint's organisation, SignedOut
 */
export async function undoDismissal(actor: Actor, place: Viewpoint, input: { organisation: string }): Promise<Result<{ slug: string }, never>> {
  const { programmeId } = place;
  const { id: organisationId } = await requireOrganisation(actor, { id: place.own.id }, "edit");
  const key = { organisationId, programmeId, dismissed: { slug: input.organisation } };
  await db.$transaction(async (tx) => {
    const said = await tx.dismissal.findFirst({ where: key, select: { dismissedId: true } });
    if (!said) return;
    const { dismissedId } = said;
    // Whoever deletes the row has taken it back.
    const { count } = await tx.dismissal.deleteMany({ where: { organisationId, programmeId, dismissedId } });
    if (count === 0) return;
    await recordAudit(tx, actor, { action: "organisation.undo_dismissal", objectType: "organisation", objectId: dismissedId, programmeId, organisationId });
  });
  return ok({ slug: input.organisation });
}

/**
 * Keeps that organisations were suggested to the viewpoint's own one, once per pair and programme, in one statement.
 * @throws NotFound where the actor does not act for the viewpoint's organisation, SignedOut
 */
export async function recordExposure(actor: Actor, { programmeId, own }: Viewpoint, shownIds: readonly string[]): Promise<void> {
  requirePerson(actor);
  const viewerId = found(ownOrganisationIds(actor).find((id) => id === own.id));
  // Whoever is deleted meanwhile is left out, instead of breaking the page.
  await db.$executeRaw`
    INSERT INTO "Exposure" ("programmeId", "shownId", "viewerId")
    SELECT ${programmeId}::uuid, o."id", ${viewerId}::uuid FROM "Organisation" o
    WHERE o."id" = ANY(${[...shownIds]}::uuid[]) AND o."id" <> ${viewerId}::uuid ORDER BY o."id" FOR KEY SHARE
    ON CONFLICT DO NOTHING`;
}
