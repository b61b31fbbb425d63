import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { NotFound, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireCall } from "../access";
import { stateOf } from "../rules";
import { type AnswerInput, type AnswerKey, contactConsent } from "../schema";
import { lettersOfAnswer } from "./write-letters";

export type AnswerRefusal = "call_closed" | "already_answered" | "too_many_attempts";

/**
 * Answers a call of another organisation with a short offer, once. The contact details are shown to its author if the
 * answer is accepted and no event brings the two together.
 * Refusals: see AnswerRefusal. Throws NotFound (also for the own call), SignedOut.
 */
export async function answerCall(actor: Actor, programmeId: string, input: AnswerInput): Promise<Result<{ id: string }, AnswerRefusal>> {
  const { userId } = requirePerson(actor);
  const call = await requireCall(actor, programmeId, input.call);
  if (call.isOwn) throw new NotFound("nobody answers its own call");
  if (!(await takePoint("call_answer", userId))) return refuse("too_many_attempts");
  const { id: organisationId } = call.own;
  return db.$transaction(async (tx) => {
    // The author may close it at this moment.
    await tx.$queryRaw`SELECT 1 FROM "Call" WHERE "id" = ${call.id}::uuid FOR SHARE`;
    const now = await tx.call.findUniqueOrThrow({ where: { id: call.id }, select: { closesAt: true, hiddenAt: true } });
    if (stateOf(now, new Date()) !== "open") return refuse("call_closed");
    const [made] = await tx.callAnswer.createManyAndReturn({
      data: [{ callId: call.id, organisationId, userId, text: input.text, locale: input.textLocale }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!made) {
      const before = await tx.callAnswer.findFirst({ where: { callId: call.id, organisationId, text: input.text }, select: { id: true } });
      return before ? ok(before) : refuse("already_answered");
    }
    const consent = await tx.consent.create({ data: { ...contactConsent, userId, locale: input.locale }, select: { id: true } });
    await tx.answerContact.create({ data: { answerId: made.id, isOfAnswer: true, userId, name: input.name, email: input.email, phone: input.phone ?? null, consentId: consent.id } });
    await recordAudit(tx, actor, { action: "call.answer", objectType: "call", objectId: call.id, programmeId, organisationId });
    await enqueueMail(tx, ...(await lettersOfAnswer(tx, made.id, "call_answered")));
    return ok(made);
  });
}

/** Takes back the own contact details of an answer, on either side: they are deleted. Twice is the same as once. Throws SignedOut. */
export async function withdrawAnswerContact(actor: Actor, { answer }: AnswerKey): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  await db.$transaction(async (tx) => {
    // With the consent the row goes: a trigger sees to it.
    const { count } = await tx.consent.updateMany({ where: { userId, withdrawnAt: null, answerContact: { answerId: answer } }, data: { withdrawnAt: new Date() } });
    if (count > 0) await recordAudit(tx, actor, { action: "call.contact_withdraw", objectType: "call_answer", objectId: answer });
  });
  return ok({ id: answer });
}
