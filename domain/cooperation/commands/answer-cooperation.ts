import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { NotFound, ok, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireCooperation } from "../access";
import { maySetStage } from "../rules";
import type { AnswerInput, StageInput } from "../schema";

/** Says how far a cooperation is; also that it still is where it was. Throws NotFound (also for a partner that has not confirmed it), SignedOut. */
export async function setStage(actor: Actor, { cooperation, stage }: StageInput): Promise<Result<{ id: string }, never>> {
  const { id, programmeId, ownId, ...noted } = await requireCooperation(actor, cooperation);
  if (!maySetStage(noted)) throw new NotFound("the partner has not confirmed it");
  await db.$transaction(async (tx) => {
    await tx.cooperation.updateMany({ where: { id }, data: { stage, stageAt: new Date() } });
    await recordAudit(tx, actor, { action: "cooperation.stage", objectType: "cooperation", objectId: id, programmeId, organisationId: ownId, details: { stage } });
  });
  return ok({ id });
}

/** The side that was named says whether it sees it so, too; it may think otherwise later. Throws NotFound, SignedOut. */
export async function answerCooperation(actor: Actor, { cooperation, answer }: AnswerInput): Promise<Result<{ id: string }, never>> {
  const { id, programmeId, partnerId, isAuthor } = await requireCooperation(actor, cooperation);
  if (isAuthor) throw new NotFound("its author has nothing to confirm");
  const isConfirmed = answer === "yes";
  await db.$transaction(async (tx) => {
    const { count } = await tx.cooperation.updateMany({ where: { id, OR: [{ isConfirmed: null }, { isConfirmed: !isConfirmed }] }, data: { isConfirmed, answeredAt: new Date() } });
    if (count === 0) return;
    await recordAudit(tx, actor, { action: "cooperation.answer", objectType: "cooperation", objectId: id, programmeId, organisationId: partnerId, details: { isConfirmed } });
  });
  return ok({ id });
}
