import type { Locale } from "@/domain/input";
import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { askedAfterMonths } from "../rules";

/** Mails of one round. */
const most = 500;

type Row = { id: string; key: string; programmeId: string; to: string; userId: string; locale: Locale; partner: string; subject: string };

/**
 * Who is asked, by the database's clock: whoever looks after a side of a cooperation that has not ended, three and six
 * months after it was noted and within two weeks of that day. A partner that has not confirmed it is not asked, nor is
 * anybody where the stage was said within the last two weeks. The key keeps it to once for each person and time.
 */
function listDue(): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT c."id", k."key", c."programmeId", u."email" AS "to", u."id" AS "userId", u."locale"::text, other."name" AS "partner", c."subject"
    FROM "Cooperation" c
    CROSS JOIN LATERAL (VALUES (c."authorId", c."partnerId", true), (c."partnerId", c."authorId", c."isConfirmed" IS TRUE)) side ("ownId", "otherId", "isAsked")
    JOIN "Organisation" other ON other."id" = side."otherId"
    JOIN "Membership" m ON m."organisationId" = side."ownId" AND m."state" = 'active' AND (m."role" = 'owner' OR m."userId" = c."userId")
    JOIN "User" u ON u."id" = m."userId"
    CROSS JOIN LATERAL (SELECT unnest(${[...askedAfterMonths]}::int[]) AS "months") w
    CROSS JOIN LATERAL (SELECT 'cooperation_asked/' || c."id" || '/' || w."months" || '/' || u."id" AS "key") k
    WHERE side."isAsked" AND c."stage" <> 'ended' AND c."stageAt" <= now() - interval '14 days'
      AND c."createdAt" + make_interval(months => w."months") <= now() AND c."createdAt" + make_interval(months => w."months") > now() - interval '14 days'
      AND NOT EXISTS (SELECT 1 FROM "Mail" WHERE "Mail"."key" = k."key")
    ORDER BY c."id", u."id" LIMIT ${most}`;
}

/**
 * Asks how cooperations are going; for the worker.
 * @returns how many were due
 */
export async function askCooperations(): Promise<number> {
  const due = await listDue();
  await db.$transaction((tx) => enqueueMail(tx, ...due.map(({ id, programmeId, key, to, userId, locale, partner, subject }) => ({
    kind: "cooperation_asked" as const, key, to, userId, locale, params: { partner, subject, path: `/cooperations#cooperation-${id}` }, about: { programmeId, eventId: null },
  }))));
  return due.length;
}
