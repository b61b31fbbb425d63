import type { Actor } from "@/domain/actor";
import { NotFound, ok, requirePerson, type Result } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { noticeDays } from "./rules";
import type { NoticeInput, ReadAllInput } from "./schema";

/** Marks one of the own notices as read; twice is the same as once. Throws NotFound (also of somebody else's), SignedOut. */
export async function readNotice(actor: Actor, input: NoticeInput): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  const own = { mailId: input.id, userId };
  const { count } = await db.notice.updateMany({ where: { ...own, readAt: null }, data: { readAt: new Date() } });
  if (count === 0 && (await db.notice.count({ where: own })) === 0) throw new NotFound("no such notice of this person");
  return ok({ id: input.id });
}

/** Marks what the actor has seen in the list as read; what came since then stays unread. Throws SignedOut. */
export async function readAllNotices(actor: Actor, input: ReadAllInput): Promise<Result<{ count: number }, never>> {
  const { userId } = requirePerson(actor);
  const { count } = await db.notice.updateMany({ where: { userId, readAt: null, createdAt: { lte: new Date(input.until) } }, data: { readAt: new Date() } });
  return ok({ count });
}

/**
 * Forgets notices that nobody needs any more; for the worker.
 * @returns how many
 */
export async function forgetNotices(now: Date = new Date()): Promise<number> {
  const { count } = await db.notice.deleteMany({ where: { createdAt: { lt: addDays(now, -noticeDays) } } });
  return count;
}
