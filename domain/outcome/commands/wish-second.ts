import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { holdMeeting, type OwnMeeting, recordOf, requireOwnMeeting } from "../access";
import type { WishInput } from "../schema";
import { writeLetters } from "./write-letters";

/** So that wishing and not wishing again and again writes one mail a day at the most. */
const today = () => new Date().toISOString().slice(0, 10);

/** Agrees where the other side wishes so too. */
async function agreeAgain(tx: Tx, actor: Actor, own: OwnMeeting): Promise<boolean> {
  const { meetingId } = own;
  if ((await tx.rating.count({ where: { meetingId, wishesAgain: true } })) < 2) return false;
  const { count } = await tx.secondMeeting.createMany({ data: [{ meetingId }], skipDuplicates: true });
  if (count === 0) return true;
  await recordAudit(tx, actor, recordOf(own, "second.agree"));
  await enqueueMail(tx, ...(await writeLetters(tx, meetingId, { kind: "second_agreed", cause: today() })));
  return true;
}

/** Ends what was agreed; the other side is told. */
async function callOff(tx: Tx, actor: Actor, own: OwnMeeting): Promise<void> {
  const { count } = await tx.secondMeeting.deleteMany({ where: { meetingId: own.meetingId } });
  if (count === 0) return;
  await recordAudit(tx, actor, recordOf(own, "second.call_off"));
  await enqueueMail(tx, ...(await writeLetters(tx, own.meetingId, { kind: "second_off", to: own.partnerId, cause: today() })));
}

/**
 * Wishes for a second meeting, or does not any more. Where both wish it, it is agreed at once and both are told; the
 * other side learns of a wish in no other way. Who wishes no more calls an agreed one off.
 * Refusals: "not_rated". Throws NotFound, SignedOut.
 */
export async function wishSecond(actor: Actor, input: WishInput): Promise<Result<{ isAgreed: boolean }, "not_rated">> {
  const own = await requireOwnMeeting(actor, input);
  const { meetingId, organisationId } = own;
  const wishesAgain = input.wish === "yes";
  return db.$transaction(async (tx) => {
    await holdMeeting(tx, meetingId);
    const { count } = await tx.rating.updateMany({ where: { meetingId, organisationId }, data: { wishesAgain } });
    if (count === 0) return refuse("not_rated");
    if (wishesAgain) return ok({ isAgreed: await agreeAgain(tx, actor, own) });
    await callOff(tx, actor, own);
    return ok({ isAgreed: false });
  });
}
