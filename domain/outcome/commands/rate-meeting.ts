import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { holdMeeting, recordOf, requireOwnMeeting } from "../access";
import type { NoteInput, RateInput } from "../schema";

/**
 * Says what came of a meeting, for the side that the actor speaks for; it can be said anew at any time.
 * Refusals: "not_begun". Throws NotFound, SignedOut.
 */
export async function rateMeeting(actor: Actor, input: Omit<RateInput, "from">): Promise<Result<{ id: string }, "not_begun">> {
  const own = await requireOwnMeeting(actor, input);
  if (!own.hasBegun) return refuse("not_begun");
  const { meetingId, organisationId } = own;
  const rating = { userId: own.registration.userId, outcome: input.outcome };
  return db.$transaction(async (tx) => {
    await holdMeeting(tx, meetingId);
    await tx.rating.upsert({ where: { meetingId_organisationId: { meetingId, organisationId } }, create: { meetingId, organisationId, ...rating }, update: rating });
    // What was said stands in the rating alone: staff reads the log.
    await recordAudit(tx, actor, recordOf(own, "outcome.rate"));
    return ok({ id: meetingId });
  });
}

/** Keeps a word to oneself about a meeting; an empty one removes it. Nobody else ever reads it. Throws NotFound, SignedOut. */
export async function saveNote(actor: Actor, input: NoteInput): Promise<Result<{ id: string }, never>> {
  const own = await requireOwnMeeting(actor, input);
  const { text, locale } = input;
  const { meetingId } = own;
  const key = { meetingId, userId: own.registration.userId };
  await db.$transaction(async (tx) => {
    await holdMeeting(tx, meetingId);
    if (text) await tx.meetingNote.upsert({ where: { meetingId_userId: key }, create: { ...key, text, locale }, update: { text, locale } });
    else await tx.meetingNote.deleteMany({ where: key });
    await recordAudit(tx, actor, recordOf(own, "outcome.note"));
  });
  return ok({ id: meetingId });
}
