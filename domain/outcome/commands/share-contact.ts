import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { holdMeeting, recordOf, requireOwnMeeting } from "../access";
import { contactConsent, type MeetingKey, type ShareInput } from "../schema";
import { writeLetters } from "./write-letters";

/**
 * Shares how the actor may be reached with the other side of a meeting, by a consent for this meeting alone. Neither sees
 * anything before both have; the first is an offer, which the other side is told of. Again, it changes the details.
 * Refusals: "not_begun". Throws NotFound, SignedOut.
 */
export async function shareContact(actor: Actor, input: ShareInput): Promise<Result<{ isExchanged: boolean }, "not_begun">> {
  const own = await requireOwnMeeting(actor, input);
  if (!own.hasBegun) return refuse("not_begun");
  const { meetingId, organisationId, partnerId, registration: { id: registrationId, userId } } = own;
  const details = { name: input.name, email: input.email, phone: input.phone ?? null };
  return db.$transaction(async (tx) => {
    await holdMeeting(tx, meetingId);
    const shares = await tx.contactShare.findMany({ where: { meetingId }, select: { organisationId: true, userId: true, consentId: true } });
    const isExchanged = shares.some((share) => share.organisationId === partnerId);
    const mine = shares.find((share) => share.organisationId === organisationId);
    if (mine?.userId === userId) {
      await tx.contactShare.update({ where: { meetingId_organisationId: { meetingId, organisationId } }, data: details });
      await recordAudit(tx, actor, recordOf(own, "contact.change"));
      return ok({ isExchanged });
    }
    // A colleague spoke here before: what that person agreed to is not the actor's.
    if (mine) await tx.consent.update({ where: { id: mine.consentId }, data: { withdrawnAt: new Date() } });
    const consent = await tx.consent.create({ data: { ...contactConsent, userId, registrationId, locale: input.locale }, select: { id: true } });
    await tx.contactShare.create({ data: { meetingId, organisationId, userId, consentId: consent.id, ...details } });
    await recordAudit(tx, actor, recordOf(own, "contact.share"));
    const occasion = isExchanged ? ({ kind: "contact_exchanged", cause: consent.id } as const) : ({ kind: "contact_offered", to: partnerId, cause: consent.id } as const);
    await enqueueMail(tx, ...(await writeLetters(tx, meetingId, occasion)));
    return ok({ isExchanged });
  });
}

/** Takes the own details back: they are deleted, and neither side sees anything any more. Twice is the same as once. Throws NotFound, SignedOut. */
export async function withdrawContact(actor: Actor, input: MeetingKey): Promise<Result<{ id: string }, never>> {
  const own = await requireOwnMeeting(actor, input);
  const { meetingId, organisationId } = own;
  await db.$transaction(async (tx) => {
    await holdMeeting(tx, meetingId);
    // With the consent the row goes: a trigger sees to it.
    const { count } = await tx.consent.updateMany({ where: { withdrawnAt: null, contactShare: { meetingId, organisationId } }, data: { withdrawnAt: new Date() } });
    if (count > 0) await recordAudit(tx, actor, recordOf(own, "contact.withdraw"));
  });
  return ok({ id: meetingId });
}
