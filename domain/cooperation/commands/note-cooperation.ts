import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { found, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { listNameable, requireSides } from "../access";
import type { NoteInput } from "../schema";
import { lettersOfNote } from "./write-letters";

export type NoteRefusal = "too_many_attempts" | "already_noted" | "not_available";

async function chooseSides(actor: Actor, programmeId: string, { meeting, organisation }: NoteInput) {
  if (meeting !== undefined) return requireSides(actor, programmeId, meeting);
  const { author, partners } = await listNameable(actor, programmeId, organisation);
  return { author, partner: found(partners[0]) };
}

/**
 * Notes that the actor's organisation works together with another one of the programme, or wants to; the other one is told
 * and may confirm it. One for each meeting.
 * Refusals: see NoteRefusal. Throws NotFound, SignedOut.
 */
export async function noteCooperation(actor: Actor, programmeId: string, input: NoteInput): Promise<Result<{ id: string }, NoteRefusal>> {
  const { userId } = requirePerson(actor);
  const { author, partner } = await chooseSides(actor, programmeId, input);
  if (!(await takePoint("cooperation", userId))) return refuse("too_many_attempts");
  const { key: id, subject, subjectLocale, stage, meeting: meetingId = null } = input;
  return db.$transaction(async (tx) => {
    const blocks = await tx.block.count({ where: { OR: [{ blockerId: author.id, blockedId: partner.id }, { blockerId: partner.id, blockedId: author.id }] } });
    if (blocks > 0) return refuse("not_available");
    const made = await tx.cooperation.createManyAndReturn({
      data: [{ id, programmeId, authorId: author.id, partnerId: partner.id, userId, meetingId, subject, subjectLocale, stage }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made.length === 0) return (await tx.cooperation.count({ where: { id, authorId: author.id } })) > 0 ? ok({ id }) : refuse("already_noted");
    await recordAudit(tx, actor, { action: "cooperation.note", objectType: "cooperation", objectId: id, programmeId, organisationId: author.id, details: { stage } });
    await enqueueMail(tx, ...(await lettersOfNote(tx, id)));
    return ok({ id });
  });
}

/** Forgets a cooperation that the actor's organisation has noted. Twice is the same as once. Throws SignedOut. */
export async function removeCooperation(actor: Actor, { cooperation: id }: { cooperation: string }): Promise<Result<{ id: string }, never>> {
  const authorIds = requirePerson(actor).memberships.map(({ organisationId }) => organisationId);
  await db.$transaction(async (tx) => {
    const key = { id, authorId: { in: authorIds } };
    const row = await tx.cooperation.findFirst({ where: key, select: { programmeId: true, authorId: true } });
    if (!row || (await tx.cooperation.deleteMany({ where: key })).count === 0) return;
    await recordAudit(tx, actor, { action: "cooperation.remove", objectType: "cooperation", objectId: id, programmeId: row.programmeId, organisationId: row.authorId });
  });
  return ok({ id });
}
