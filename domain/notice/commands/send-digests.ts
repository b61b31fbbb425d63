import type { Locale } from "@/domain/input";
import { enqueueMail } from "@/domain/mail/commands";
import { addDays } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { noticeSelect, toNotice } from "../access";
import { digestDays, mostLines, ripeDays } from "../rules";

/** People of one round; the others' turn comes in the next. */
const most = 200;

type Line = { mailId: string; isAsking: boolean };
type Due = { userId: string; email: string; locale: Locale; lines: Line[] };

/**
 * Who has something to be told of, and wants a digest, what asks for an answer first, then what was put off, the oldest
 * first: notices whose matter still waits for an answer that the person may give, and unread ones of kinds that the person
 * wants in it, since the last one. One of them has waited for a day: what came just now has just been told.
 */
function listDue(now: Date): Promise<Due[]> {
  const [ripe, last] = [addDays(now, -ripeDays).toISOString(), addDays(now, -digestDays).toISOString()];
  return db.$queryRaw<Due[]>`
    WITH told AS (
      SELECT n."userId", n."mailId", n."createdAt", u."email", u."locale", m."kind", about."id", n."readAt" IS NULL AND c."delivery" = 'digest' AND n."createdAt" > coalesce(u."digestedAt", '-infinity') AS "isPutOff",
        CASE m."kind"
          WHEN 'request_received' THEN EXISTS (
            SELECT 1 FROM "MeetingRequest" r JOIN "Registration" g ON g."eventId" = r."eventId" AND g."userId" = n."userId" AND g."organisationId" = r."recipientId" AND g."state" = 'approved'
            WHERE r."id" = about."id" AND r."state" = 'pending' AND r."expiresAt" > ${now.toISOString()}::timestamptz)
          WHEN 'membership_requested' THEN EXISTS (SELECT 1 FROM "Membership" s WHERE s."id" = about."id" AND s."state" = 'requested' AND (
            EXISTS (SELECT 1 FROM "Membership" w WHERE w."organisationId" = s."organisationId" AND w."userId" = n."userId" AND w."role" = 'owner' AND w."state" = 'active')
            OR EXISTS (SELECT 1 FROM "StaffRole" t JOIN "Admission" a ON a."programmeId" = t."programmeId" WHERE t."userId" = n."userId" AND t."eventId" IS NULL AND a."organisationId" = s."organisationId")))
          WHEN 'membership_invited' THEN EXISTS (SELECT 1 FROM "Membership" s WHERE s."id" = about."id" AND s."state" = 'invited')
          WHEN 'registration_returned' THEN EXISTS (
            SELECT 1 FROM "Registration" g JOIN "Event" e ON e."id" = g."eventId"
            WHERE g."id" = about."id" AND g."state" = 'returned' AND e."cancelledAt" IS NULL AND e."endsAt" > ${now.toISOString()}::timestamptz)
          WHEN 'organisation_returned' THEN EXISTS (
            SELECT 1 FROM "Admission" a JOIN "Membership" w ON w."organisationId" = a."organisationId" AND w."userId" = n."userId" AND w."role" = 'owner' AND w."state" = 'active'
            WHERE a."id" = about."id" AND a."state" = 'returned')
          ELSE false END AS "isAsking"
      FROM "Notice" n
      JOIN "Mail" m ON m."id" = n."mailId" AND m."state" <> 'outdated'
      JOIN "User" u ON u."id" = n."userId" AND (u."digestedAt" IS NULL OR u."digestedAt" <= ${last}::timestamptz)
      CROSS JOIN LATERAL (SELECT encode(sha256(convert_to(u."email", 'UTF8')), 'hex') AS "hash") h
      LEFT JOIN "MailChoice" c ON c."addressHash" = h."hash" AND c."kind" = m."kind"
      LEFT JOIN "MailChoice" d ON d."addressHash" = h."hash" AND d."kind" = 'digest'
      CROSS JOIN LATERAL (SELECT CASE WHEN split_part(m."key", '/', 2) ~ '^[0-9a-f-]{36}$' THEN split_part(m."key", '/', 2)::uuid END AS "id") about
      WHERE d."delivery" IS DISTINCT FROM 'off'
    ), line AS (
      SELECT DISTINCT ON ("userId", CASE WHEN "isAsking" THEN "kind" || "id" ELSE "mailId"::text END) * FROM told
      WHERE "isAsking" OR "isPutOff"
      ORDER BY "userId", CASE WHEN "isAsking" THEN "kind" || "id" ELSE "mailId"::text END, "createdAt" DESC
    )
    SELECT "userId", "email", "locale"::text,
      jsonb_agg(jsonb_build_object('mailId', "mailId", 'isAsking', "isAsking") ORDER BY "isAsking" DESC, "createdAt", "mailId") AS "lines"
    FROM line GROUP BY "userId", "email", "locale" HAVING min("createdAt") <= ${ripe}::timestamptz
    ORDER BY min("createdAt") LIMIT ${most}`;
}

/** One mail for one person, unless another worker was faster. */
async function digest(tx: Tx, now: Date, { userId, email, locale, lines }: Due): Promise<boolean> {
  const last = addDays(now, -digestDays);
  const { count } = await tx.user.updateMany({ where: { id: userId, OR: [{ digestedAt: null }, { digestedAt: { lte: last } }] }, data: { digestedAt: now } });
  if (count === 0) return false;
  const shown = lines.slice(0, mostLines);
  const rows = await tx.notice.findMany({ where: { mailId: { in: shown.map(({ mailId }) => mailId) } }, relationLoadStrategy: "join", select: noticeSelect });
  const contents = (isAsking: boolean) => shown.flatMap((line) => {
    const row = line.isAsking === isAsking ? rows.find(({ mailId }) => mailId === line.mailId) : undefined;
    return row ? [toNotice(row, locale).content] : [];
  });
  const waiting = lines.filter(({ isAsking }) => isAsking).length;
  const params = { waiting, asking: contents(true), news: contents(false), more: lines.length - shown.length, path: "/notices" };
  await enqueueMail(tx, { kind: "digest", key: `digest/${userId}/${now.toISOString()}`, to: email, userId, locale, params, about: null });
  return true;
}

/**
 * Tells people in one mail what waits for their answer and what they wanted to have told together; every two days at the
 * most, and nothing where nothing waits; for the worker.
 * @returns how many mails were added
 */
export async function sendDigests(now: Date): Promise<number> {
  const due = await listDue(now);
  const sent = await Promise.all(due.map((person) => db.$transaction((tx) => digest(tx, now, person))));
  return sent.filter(Boolean).length;
}
