import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { NotFound, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireCall, requireStaffedCall } from "../access";
import type { HideInput, ReportInput } from "../schema";

/** Tells the programme's staff what is wrong with a call, once for each organisation. Refusals: "too_many_attempts". Throws NotFound, SignedOut. */
export async function reportCall(actor: Actor, programmeId: string, { call, text }: ReportInput): Promise<Result<{ id: string }, "too_many_attempts">> {
  const { userId } = requirePerson(actor);
  const { id, own, isOwn } = await requireCall(actor, programmeId, call);
  if (isOwn) throw new NotFound("nobody reports its own call");
  if (!(await takePoint("report", userId))) return refuse("too_many_attempts");
  await db.$transaction(async (tx) => {
    const { count } = await tx.callReport.createMany({ data: [{ callId: id, reporterId: own.id, text }], skipDuplicates: true });
    if (count > 0) await recordAudit(tx, actor, { action: "call.report", objectType: "call", objectId: id, programmeId, organisationId: own.id });
  });
  return ok({ id });
}

/** Staff of the programme hides a call from everybody but its author, or shows it again. Throws NotFound, SignedOut. */
export async function hideCall(actor: Actor, { call, hidden }: HideInput): Promise<Result<{ id: string }, never>> {
  const { id, programmeId } = await requireStaffedCall(actor, call);
  const isHidden = hidden === "yes";
  await db.$transaction(async (tx) => {
    const { count } = await tx.call.updateMany({ where: { id, hiddenAt: isHidden ? null : { not: null } }, data: { hiddenAt: isHidden ? new Date() : null } });
    if (count > 0) await recordAudit(tx, actor, { action: isHidden ? "call.hide" : "call.show", objectType: "call", objectId: id, programmeId });
  });
  return ok({ id });
}
