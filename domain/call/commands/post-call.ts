import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireViewpoint } from "@/domain/directory/access";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireOwnCall } from "../access";
import { findFitting } from "../queries/find-fitting";
import { dayRefusal, endOf } from "../rules";
import { type CallKey, limits, type PostInput } from "../schema";
import { lettersOfCall } from "./write-letters";

export type PostRefusal = "in_past" | "too_far" | "too_many_attempts" | "too_many_calls";

/**
 * Posts what the actor's organisation looks for until a day, for all admitted organisations of the programme; those whose
 * offers answer it best are told, at most twenty.
 * Refusals: see PostRefusal. Throws NotFound for somebody who acts for no admitted organisation, SignedOut.
 */
export async function postCall(actor: Actor, programme: { id: string; timeZone: string }, input: PostInput): Promise<Result<{ id: string }, PostRefusal>> {
  const { userId } = requirePerson(actor);
  const { own: { id: organisationId } } = await requireViewpoint(actor, programme.id);
  const now = new Date();
  const closesAt = endOf(input.until, programme.timeZone);
  const refusal = dayRefusal(closesAt, now);
  if (refusal) return refuse(refusal);
  if (!(await takePoint("call", userId))) return refuse("too_many_attempts");
  const { key: id, text, locale, fields } = input;
  const fitting = await findFitting(programme.id, organisationId, { text, locale, fields });
  return db.$transaction(async (tx) => {
    // One after the other for one organisation, so that no more are open than are allowed.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`;
    if ((await tx.call.count({ where: { id, organisationId } })) > 0) return ok({ id });
    if ((await tx.call.count({ where: { programmeId: programme.id, organisationId, closesAt: { gt: now }, hiddenAt: null } })) >= limits.open) return refuse("too_many_calls");
    await tx.call.create({ data: { id, programmeId: programme.id, organisationId, userId, text, locale, closesAt, fields: { create: fields.map((fieldCode) => ({ fieldCode })) } } });
    await recordAudit(tx, actor, { action: "call.post", objectType: "call", objectId: id, programmeId: programme.id, organisationId, details: { told: fitting.length } });
    await enqueueMail(tx, ...(await lettersOfCall(tx, id, fitting, now.toISOString().slice(0, 10))));
    return ok({ id });
  });
}

/** Takes no answers to an own call any more; those that are there can still be accepted. Twice is the same as once. Throws NotFound, SignedOut. */
export async function closeCall(actor: Actor, input: CallKey): Promise<Result<{ id: string }, never>> {
  const { id, programmeId, organisationId } = await requireOwnCall(actor, input.call);
  await db.$transaction(async (tx) => {
    const { count } = await tx.call.updateMany({ where: { id, closesAt: { gt: new Date() } }, data: { closesAt: new Date() } });
    if (count > 0) await recordAudit(tx, actor, { action: "call.close", objectType: "call", objectId: id, programmeId, organisationId });
  });
  return ok({ id });
}
