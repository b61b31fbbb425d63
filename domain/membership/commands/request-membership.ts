import type { Actor, Person } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireJoinable } from "../access";

type Requested = Result<{ slug: string }, "already_member" | "already_invited" | "too_many_attempts">;

/** Who asks to act for an organisation. */
export type Applicant = Pick<Person, "userId" | "email" | "name">;
type Joinable = Pick<Awaited<ReturnType<typeof requireJoinable>>, "id" | "slug" | "name" | "admissionId">;

/** Owners decide; where an organisation has none (it was imported), the staff of the programme does. */
async function tellDeciders(tx: Tx, applicant: Applicant, request: { id: string; programmeId: string; organisation: Joinable }) {
  const { organisation, programmeId } = request;
  const owners = await tx.membership.findMany({
    where: { organisationId: organisation.id, role: "owner", state: "active" },
    select: { user: { select: { id: true, email: true, locale: true } } },
  });
  const toOwners = owners.flatMap(({ user }) => (user ? [{ user, path: `/organisations/${organisation.slug}/people` }] : []));
  const staff = toOwners.length > 0 ? [] : await tx.staffRole.findMany({ where: { programmeId, eventId: null }, select: { user: { select: { id: true, email: true, locale: true } } } });
  const toStaff = staff.map(({ user }) => ({ user, path: `/moderation/organisations/${organisation.admissionId}` }));
  const drafts = [...toOwners, ...toStaff].map(({ user, path }) => ({
    kind: "membership_requested" as const,
    key: `membership_requested/${request.id}/${user.email}`,
    to: user.email,
    userId: user.id,
    locale: user.locale,
    params: { organisation: organisation.name, person: applicant.name ?? applicant.email, path },
    about: null,
  }));
  await enqueueMail(tx, ...drafts);
}

/** Writes that somebody asks to act for an organisation, and tells who decides. False where there is a membership already. */
export async function openRequest(tx: Tx, actor: Actor, applicant: Applicant, { organisation, programmeId }: { organisation: Joinable; programmeId: string }): Promise<boolean> {
  const { userId, email } = applicant;
  const [created] = await tx.membership.createManyAndReturn({
    data: [{ organisationId: organisation.id, userId, email, role: "editor", state: "requested" }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return false;
  await recordAudit(tx, actor, { action: "membership.request", objectType: "membership", objectId: created.id, organisationId: organisation.id, programmeId });
  await tellDeciders(tx, applicant, { id: created.id, programmeId, organisation });
  return true;
}

/**
 * Asks to act for an organisation that is there already, instead of creating it a second time. Asking twice has the
 * effect of once.
 * Refusals: "already_member", "already_invited" (the invitation waits to be accepted), "too_many_attempts". Throws SignedOut, NotFound.
 */
export async function requestMembership(actor: Actor, programmeId: string, slug: string): Promise<Requested> {
  const person = requirePerson(actor);
  const organisation = await requireJoinable(actor, programmeId, slug);
  const organisationId = organisation.id;
  if (!(await takePoint("invitation", person.userId))) return refuse("too_many_attempts");
  return db.$transaction(async (tx): Promise<Requested> => {
    if (!(await openRequest(tx, actor, person, { organisation, programmeId }))) {
      const earlier = await tx.membership.findFirst({ where: { organisationId, OR: [{ userId: person.userId }, { email: person.email }] }, select: { state: true } });
      if (earlier?.state === "active") return refuse("already_member");
      return earlier?.state === "invited" ? refuse("already_invited") : ok({ slug });
    }
    return ok({ slug });
  });
}
