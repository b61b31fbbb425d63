import type { Actor } from "@/domain/actor";
import { listedFor, requireViewpoint } from "@/domain/directory/access";
import { ownOrganisationIds } from "@/domain/organisation/access";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Cooperations of which the actor's organisations are a side. Throws SignedOut. */
export function ownCooperations(actor: Actor): Prisma.CooperationWhereInput {
  requirePerson(actor);
  const ids = ownOrganisationIds(actor);
  return { OR: [{ authorId: { in: ids } }, { partnerId: { in: ids } }] };
}

/** One of them. Throws NotFound, SignedOut. */
export async function requireCooperation(actor: Actor, id: string) {
  const row = found(await db.cooperation.findFirst({
    where: { id, ...ownCooperations(actor) },
    select: { id: true, programmeId: true, authorId: true, partnerId: true, isConfirmed: true },
  }));
  const isAuthor = ownOrganisationIds(actor).includes(row.authorId);
  return { ...row, isAuthor, ownId: isAuthor ? row.authorId : row.partnerId };
}

const side = { id: true, slug: true, name: true } as const;

/** The two sides of an agreed meeting of the programme, of one of which the actor is a member. Throws NotFound, SignedOut. */
export async function requireSides(actor: Actor, programmeId: string, meetingId: string) {
  requirePerson(actor);
  const ownIds = ownOrganisationIds(actor);
  const { sides, ...meeting } = found(await db.meeting.findFirst({
    where: { id: meetingId, state: "agreed", event: { programmeId }, sides: { some: { organisationId: { in: ownIds } } } },
    relationLoadStrategy: "join",
    select: { subject: true, subjectLocale: true, sides: { select: { organisation: { select: side } } } },
  }));
  const organisations = sides.map(({ organisation }) => organisation);
  const author = found(organisations.find(({ id }) => ownIds.includes(id)));
  return { author, partner: found(organisations.find(({ id }) => id !== author.id)), ...meeting };
}

/** The actor's organisation in the programme, and the others that it may name. Throws NotFound, SignedOut. */
export async function listNameable(actor: Actor, programmeId: string, slug?: string) {
  const place = await requireViewpoint(actor, programmeId);
  const partners = await db.organisation.findMany({
    where: { AND: [listedFor(actor, place), slug === undefined ? {} : { slug }] },
    orderBy: { name: "asc" },
    take: 1000,
    select: side,
  });
  return { author: place.own, partners };
}
