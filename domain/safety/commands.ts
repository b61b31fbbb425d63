import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import { takePoint } from "@/domain/limit/commands";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { changeState } from "@/domain/request/commands/change-state";
import { found, ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireNeighbour } from "./access";
import type { CloseReportInput, ReportInput, SafetyKey } from "./schema";

type Done = Result<{ id: string }, never>;

/** Requests and blocks of the two pass here one after the other. */
async function lockPair(tx: Tx, one: string, other: string): Promise<void> {
  const ids = [one, other];
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Withdraws what the blocker has asked and declines what it was asked, in every event, without a word of the block. */
async function closeBetween(tx: Tx, actor: Actor, blockerId: string, blockedId: string): Promise<void> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "MeetingRequest" WHERE "state" = 'pending'
      AND LEAST("requesterId", "recipientId") = LEAST(${blockerId}::uuid, ${blockedId}::uuid)
      AND GREATEST("requesterId", "recipientId") = GREATEST(${blockerId}::uuid, ${blockedId}::uuid)
    ORDER BY "id" FOR NO KEY UPDATE`;
  const id = { in: open.map((request) => request.id) };
  await changeState(tx, actor, { id, requesterId: blockerId }, { to: "withdrawn", by: blockerId });
  await changeState(tx, actor, { id, recipientId: blockerId }, { to: "declined", by: blockerId });
}

function record(tx: Tx, actor: Actor, { event, organisationId }: Participant, done: { action: string; objectId: string }): Promise<void> {
  return recordAudit(tx, actor, { ...done, objectType: "organisation", eventId: event.id, organisationId });
}

/**
 * The actor's organisation and another one do not see each other's requests any more, in any event; open ones
 * between them end. Agreed meetings stay: they are cancelled one by one. Twice is the same as once.
 * Throws NotFound, SignedOut.
 */
export async function blockOrganisation(actor: Actor, input: SafetyKey): Promise<Done> {
  const participant = await requireParticipant(actor, input.event);
  const { id } = await requireNeighbour(participant, input.organisation);
  return db.$transaction(async (tx) => {
    await lockPair(tx, participant.organisationId, id);
    const { count } = await tx.block.createMany({
      data: [{ blockerId: participant.organisationId, blockedId: id }],
      skipDuplicates: true,
    });
    if (count === 0) return ok({ id });
    await closeBetween(tx, actor, participant.organisationId, id);
    await record(tx, actor, participant, { action: "organisation.block", objectId: id });
    return ok({ id });
  });
}

/** Takes the own block back. Twice is the same as once. Throws NotFound, SignedOut. */
export async function unblockOrganisation(actor: Actor, input: SafetyKey): Promise<Done> {
  const participant = await requireParticipant(actor, input.event);
  const { id } = await requireNeighbour(participant, input.organisation);
  return db.$transaction(async (tx) => {
    const { count } = await tx.block.deleteMany({ where: { blockerId: participant.organisationId, blockedId: id } });
    if (count > 0) await record(tx, actor, participant, { action: "organisation.unblock", objectId: id });
    return ok({ id });
  });
}

/**
 * Tells the moderators of the event what is wrong with another organisation. Refusals: "too_many_attempts".
 * Throws NotFound, SignedOut.
 */
export async function reportOrganisation(actor: Actor, input: ReportInput): Promise<Result<{ id: string }, "too_many_attempts">> {
  const participant = await requireParticipant(actor, input.event);
  const reported = await requireNeighbour(participant, input.organisation);
  if (!(await takePoint("report", participant.registration.userId))) return refuse("too_many_attempts");
  const { event, organisationId } = participant;
  return db.$transaction(async (tx) => {
    const { count } = await tx.report.createMany({
      data: [{ id: input.key, eventId: event.id, reporterId: organisationId, reportedId: reported.id, text: input.text }],
      skipDuplicates: true,
    });
    if (count > 0) await record(tx, actor, participant, { action: "organisation.report", objectId: reported.id });
    return ok({ id: input.key });
  });
}

/** A moderator has dealt with a report. Twice is the same as once. Throws NotFound, SignedOut. */
export async function closeReport(actor: Actor, input: CloseReportInput): Promise<Done> {
  const event = await requireModerator(actor, input.event);
  const { id } = found(await db.report.findFirst({ where: { id: input.id, eventId: event.id }, select: { id: true } }));
  return db.$transaction(async (tx) => {
    const { count } = await tx.report.updateMany({ where: { id, closedAt: null }, data: { closedAt: new Date() } });
    if (count > 0) await recordAudit(tx, actor, { action: "report.close", objectType: "report", objectId: id, eventId: event.id });
    return ok({ id });
  });
}
