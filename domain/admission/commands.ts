import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import type { Locale } from "@/domain/input";
import { enqueueMail } from "@/domain/mail/commands";
import type { MailDraft } from "@/domain/mail/schema";
import { requireOrganisation } from "@/domain/organisation/access";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireDecidable } from "./access";
import { canDecide } from "./rules";
import type { DecideAdmissionInput } from "./schema";

type Admission = Awaited<ReturnType<typeof requireDecidable>>;
type Owner = { id: string; email: string; locale: Locale };

/** The mail about a decision to one owner. `at` makes the same decision at another time another mail. */
function decisionMail(admission: Admission, input: DecideAdmissionInput, at: Date, owner: Owner): MailDraft {
  const { organisation, programme } = admission;
  const to = { to: owner.email, userId: owner.id, locale: owner.locale, key: `organisation_${input.decision}/${admission.id}/${at.toISOString()}/${owner.email}` };
  const about = { programmeId: admission.programmeId, eventId: null };
  const name = organisation.name;
  switch (input.decision) {
    case "approved": {
      const programmeName = programme.texts.find(({ locale }) => locale === owner.locale)?.name ?? programme.texts[0]?.name ?? programme.slug;
      return { ...to, kind: "organisation_approved", params: { organisation: name, programme: programmeName, path: "/desk" }, about };
    }
    case "returned":
      return { ...to, kind: "organisation_returned", params: { organisation: name, reason: input.reason, path: `/organisations/${organisation.slug}/edit` }, about };
    case "refused":
      return { ...to, kind: "organisation_refused", params: { organisation: name, reason: input.reason }, about };
  }
}

async function tellOwners(tx: Tx, admission: Admission, input: DecideAdmissionInput, at: Date): Promise<void> {
  const owners = await tx.membership.findMany({
    where: { organisationId: admission.organisation.id, role: "owner", state: "active" },
    select: { user: { select: { id: true, email: true, locale: true } } },
  });
  await enqueueMail(tx, ...owners.flatMap(({ user }) => (user ? [decisionMail(admission, input, at, user)] : [])));
}

/** Whoever registered for the organisation takes part from now on, or no more. */
async function tellParticipants(tx: Tx, { programmeId, organisation }: Admission): Promise<void> {
  const registrations = await tx.registration.findMany({
    where: { organisationId: organisation.id, state: "approved", event: { programmeId, endsAt: { gt: new Date() } } },
    select: { id: true },
  });
  const changes = await noteChanges(tx, { registrationIds: registrations.map(({ id }) => id) });
  await enqueueMail(tx, ...(await lettersOfChanges(tx, changes)));
}

type Decided = Result<{ id: string }, "already_decided">;

/**
 * Lets an organisation into the programme, asks it back or refuses it; its owners are told by mail. Also changes an
 * earlier decision. Staff of the programme only.
 * Refusals: "already_decided" where the admission is no longer in the state that the moderator saw.
 * Throws SignedOut, NotFound.
 */
export async function decideAdmission(actor: Actor, input: DecideAdmissionInput): Promise<Decided> {
  const admission = await requireDecidable(actor, input.admission);
  if (!canDecide(input.seen, input.decision)) return refuse("already_decided");
  return db.$transaction(async (tx): Promise<Decided> => {
    const decidedAt = new Date();
    const { count } = await tx.admission.updateMany({
      where: { id: admission.id, state: input.seen },
      data: { state: input.decision, decidedAt, reason: input.decision === "approved" ? null : input.reason },
    });
    if (count === 0) return refuse("already_decided");
    const { id: organisationId } = admission.organisation;
    await recordAudit(tx, actor, {
      action: `admission.${input.decision}`,
      objectType: "admission",
      objectId: admission.id,
      programmeId: admission.programmeId,
      organisationId,
      details: { from: input.seen },
    });
    await tellOwners(tx, admission, input, decidedAt);
    await tellParticipants(tx, admission);
    return ok({ id: admission.id });
  });
}

type Resubmitted = Result<{ slug: string }, "not_returned">;

/**
 * Sends an organisation that was asked back to the moderators again; it joins the end of the queue.
 * Refusals: "not_returned". Throws SignedOut, NotFound.
 */
export async function resubmitOrganisation(actor: Actor, programmeId: string, slug: string): Promise<Resubmitted> {
  const { id: organisationId } = await requireOrganisation(actor, { slug }, "edit");
  return db.$transaction(async (tx): Promise<Resubmitted> => {
    const { count } = await tx.admission.updateMany({
      where: { programmeId, organisationId, state: "returned" },
      data: { state: "pending", createdAt: new Date() },
    });
    if (count === 0) return refuse("not_returned");
    await recordAudit(tx, actor, { action: "admission.resubmit", objectType: "organisation", objectId: organisationId, organisationId, programmeId });
    return ok({ slug });
  });
}
