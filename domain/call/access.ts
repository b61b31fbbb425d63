import type { Actor } from "@/domain/actor";
import { requireViewpoint, type Viewpoint } from "@/domain/directory/access";
import { ownOrganisationIds } from "@/domain/organisation/access";
import { isProgrammeStaff } from "@/domain/programme/rules";
import { found, NotFound, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Calls that a member of an admitted organisation sees: of admitted ones that have not blocked the own one, nor it them; and all own ones. */
export function callsFor({ programmeId, own }: Viewpoint): Prisma.CallWhereInput {
  const others: Prisma.OrganisationWhereInput = {
    id: { not: own.id },
    admissions: { some: { programmeId, state: "approved" } },
    blocks: { none: { blockedId: own.id } },
    blockedBy: { none: { blockerId: own.id } },
  };
  return { programmeId, OR: [{ organisationId: own.id }, { hiddenAt: null, organisation: others }] };
}

/** A call that the actor's organisation sees. Throws NotFound, SignedOut. */
export async function requireCall(actor: Actor, programmeId: string, id: string) {
  const place = await requireViewpoint(actor, programmeId);
  const call = found(await db.call.findFirst({ where: { id, ...callsFor(place) }, select: { id: true, organisationId: true, closesAt: true, hiddenAt: true } }));
  return { ...call, own: place.own, isOwn: call.organisationId === place.own.id };
}

/** An own call. Throws NotFound, SignedOut. */
export async function requireOwnCall(actor: Actor, id: string) {
  requirePerson(actor);
  return found(await db.call.findFirst({ where: { id, organisationId: { in: ownOrganisationIds(actor) } }, select: { id: true, programmeId: true, organisationId: true } }));
}

/** An answer to a call of the actor's own organisation. Throws NotFound, SignedOut. */
export async function requireReceived(actor: Actor, id: string) {
  requirePerson(actor);
  return found(await db.callAnswer.findFirst({
    where: { id, call: { organisationId: { in: ownOrganisationIds(actor) } } },
    relationLoadStrategy: "join",
    select: {
      id: true, organisationId: true, userId: true, state: true, meetingId: true,
      call: { select: { id: true, programmeId: true, organisationId: true, text: true, locale: true } },
    },
  }));
}

/** A call of a programme that the actor is staff of. Throws NotFound, SignedOut. */
export async function requireStaffedCall(actor: Actor, id: string) {
  requirePerson(actor);
  const call = found(await db.call.findUnique({ where: { id }, select: { id: true, programmeId: true, organisationId: true } }));
  if (!isProgrammeStaff(actor, call.programmeId)) throw new NotFound("no such call for this actor");
  return call;
}
