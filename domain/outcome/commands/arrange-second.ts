import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { found, ok, refuse, type Result } from "@/domain/result";
import { zonedInstant } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { holdMeeting, type OwnMeeting, recordOf, requireOwnMeeting } from "../access";
import type { ConfirmInput, ProposeInput } from "../schema";
import { writeLetters } from "./write-letters";

/** The agreed second meeting, in a transaction that holds the meeting. Throws NotFound. */
async function requireSecond(tx: Tx, meetingId: string) {
  return found(await tx.secondMeeting.findUnique({ where: { meetingId }, select: { startsAt: true, proposedById: true, confirmedAt: true } }));
}

async function confirm(tx: Tx, actor: Actor, own: OwnMeeting, startsAt: Date): Promise<void> {
  const { meetingId, partnerId } = own;
  const { count } = await tx.secondMeeting.updateMany({ where: { meetingId, confirmedAt: null }, data: { confirmedAt: new Date() } });
  if (count === 0) return;
  await recordAudit(tx, actor, recordOf(own, "second.confirm"));
  await enqueueMail(tx, ...(await writeLetters(tx, meetingId, { kind: "second_confirmed", to: partnerId, cause: startsAt.toISOString(), startsAt })));
}

/**
 * Proposes a time for an agreed second meeting, in the place of any other one; the other side is told. The time that
 * the other side has proposed is a yes to it.
 * Refusals: "in_past", "too_many_attempts". Throws NotFound (also where none is agreed), SignedOut.
 */
export async function proposeTime(actor: Actor, input: ProposeInput): Promise<Result<{ startsAt: Date }, "in_past" | "too_many_attempts">> {
  const own = await requireOwnMeeting(actor, input);
  const { meetingId, organisationId } = own;
  const startsAt = zonedInstant(input.startsAt, own.event.timeZone);
  if (startsAt <= new Date()) return refuse("in_past");
  if (!(await takePoint("second", own.registration.userId))) return refuse("too_many_attempts");
  return db.$transaction(async (tx) => {
    await holdMeeting(tx, meetingId);
    const before = await requireSecond(tx, meetingId);
    if (before.startsAt?.getTime() === startsAt.getTime()) {
      if (before.proposedById !== organisationId) await confirm(tx, actor, own, startsAt);
      return ok({ startsAt });
    }
    await tx.secondMeeting.update({ where: { meetingId }, data: { startsAt, proposedById: organisationId, confirmedAt: null } });
    await recordAudit(tx, actor, recordOf(own, "second.propose"));
    await enqueueMail(tx, ...(await writeLetters(tx, meetingId, { kind: "second_proposed", to: own.partnerId, cause: startsAt.toISOString(), startsAt })));
    return ok({ startsAt });
  });
}

/**
 * Says yes to the time that the other side has proposed. Twice is the same as once.
 * Refusals: "changed_meanwhile" (it is another time now, or the own one). Throws NotFound, SignedOut.
 */
export async function confirmTime(actor: Actor, input: ConfirmInput): Promise<Result<{ startsAt: Date }, "changed_meanwhile">> {
  const own = await requireOwnMeeting(actor, input);
  const seen = new Date(input.seen);
  return db.$transaction(async (tx) => {
    await holdMeeting(tx, own.meetingId);
    const { startsAt, proposedById } = await requireSecond(tx, own.meetingId);
    if (startsAt?.getTime() !== seen.getTime() || proposedById === own.organisationId) return refuse("changed_meanwhile");
    await confirm(tx, actor, own, seen);
    return ok({ startsAt: seen });
  });
}
