import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { liftSuppression, repeatMail, requeueMails } from "@/domain/mail/commands";
import { isCalendarMail, isSecretMail } from "@/domain/mail/rules";
import { secretMails, type StaffMailKind } from "@/domain/mail/schema";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireMail, requireOutbox } from "../access";
import type { OutboxKey, ResendInput } from "../schema";

/** Mails that one round sends again. */
const most = 1000;

/**
 * Those of these mails whose link to the online meeting is not the recipient's any more (the event has another one, or
 * the recipient does not take part), or whose announcement was stopped; and why.
 */
async function listStale(tx: Tx, ids: readonly string[]): Promise<Map<string, "mail_outdated" | "mail_stopped">> {
  const stale = await tx.$queryRaw<{ id: string; reason: "mail_outdated" | "mail_stopped" }[]>`
    SELECT m."id", 'mail_stopped' AS "reason" FROM "Mail" m
    JOIN "Announcement" n ON n."id"::text = m."params"->>'announcementId' AND n."stoppedAt" IS NOT NULL
    WHERE m."id" = ANY(${[...ids]}::uuid[]) AND m."kind" = 'announcement'
    UNION ALL SELECT m."id", 'mail_outdated' FROM "Mail" m
    WHERE m."id" = ANY(${[...ids]}::uuid[]) AND m."kind" = 'event_link' AND NOT EXISTS (
      SELECT 1 FROM "Event" e
      JOIN "Registration" r ON r."eventId" = e."id" AND r."state" = 'approved' AND r."email" = m."to"
      JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = e."programmeId" AND a."state" = 'approved'
      JOIN "Membership" o ON o."organisationId" = r."organisationId" AND o."userId" = r."userId" AND o."state" = 'active'
      WHERE e."id" = m."eventId" AND e."cancelledAt" IS NULL AND e."meetingUrl" = m."params"->>'url'
    )`;
  return new Map(stale.map(({ id, reason }) => [id, reason]));
}

type ResendRefusal = "mail_secret" | "mail_of_calendar" | "mail_outdated" | "mail_stopped";
type Resent = { id: string; programmeId: string | null; eventId: string | null };

async function record(tx: Tx, actor: Actor, mails: readonly Resent[], from: ResendInput["seen"]): Promise<void> {
  const entry = { action: "mail.resend", objectType: "mail", details: { from } };
  await recordAudit(tx, actor, ...mails.map(({ id: objectId, ...whose }) => ({ ...entry, ...whose, objectId })));
}

/**
 * Sends one mail again: what did not go out is due at once, what was delivered goes out as a new mail. Twice is the
 * same as once; what went out meanwhile stays as it is. An address that was not known is written to again.
 * Refusals: "mail_secret" (its link worked once and is forgotten), "mail_of_calendar" (the recipient's calendar has been
 * told), "mail_outdated" (its link is not the recipient's any more), "mail_stopped" (its announcement was stopped). Throws
 * NotFound, SignedOut.
 */
export async function resendMail(actor: Actor, input: ResendInput): Promise<Result<{ id: string }, ResendRefusal>> {
  const { id, kind, to, programmeId, eventId } = await requireMail(actor, input);
  if (isSecretMail(kind as StaffMailKind)) return refuse("mail_secret");
  if (input.seen === "sent" && isCalendarMail(kind as StaffMailKind)) return refuse("mail_of_calendar");
  return db.$transaction(async (tx) => {
    const stale = (await listStale(tx, [id])).get(id);
    if (stale) return refuse(stale);
    if (input.seen !== "sent") await liftSuppression(tx, to);
    const resent = input.seen === "sent" ? await repeatMail(tx, id, input.key) : await requeueMails(tx, [id]);
    await record(tx, actor, resent.map(() => ({ id, programmeId, eventId })), input.seen);
    return ok({ id });
  });
}

/**
 * Sends all mails of an outbox again that were given up, but for those with a secret, an outdated link or a stopped announcement; a thousand at
 * a time. Answers how many. Throws NotFound, SignedOut.
 */
export async function resendDead(actor: Actor, key: OutboxKey): Promise<Result<{ count: number }, never>> {
  const outbox = await requireOutbox(actor, key);
  return db.$transaction(async (tx) => {
    const dead = await tx.mail.findMany({
      where: { AND: [outbox, { state: "dead", kind: { notIn: [...secretMails] } }] },
      orderBy: { id: "asc" },
      take: most,
      select: { id: true, programmeId: true, eventId: true },
    });
    const stale = await listStale(tx, dead.map(({ id }) => id));
    const resent = new Set(await requeueMails(tx, dead.flatMap(({ id }) => (stale.has(id) ? [] : [id]))));
    await record(tx, actor, dead.filter(({ id }) => resent.has(id)), "dead");
    return ok({ count: resent.size });
  });
}
