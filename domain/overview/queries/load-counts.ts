import { db } from "@/prisma/client";
import { type OverviewCounts, type TrendWeek, trendWeeks } from "../schema";

type Row = { what: string; state: string; count: number };

/** Every count of an event in one query. */
export async function loadCounts({ id, programmeId }: { id: string; programmeId: string }): Promise<OverviewCounts> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'registration' AS what, "state"::text AS state, count(*)::int AS count FROM "Registration" WHERE "eventId" = ${id}::uuid GROUP BY 2
    UNION ALL SELECT 'request', "state"::text, count(*)::int FROM "MeetingRequest" WHERE "eventId" = ${id}::uuid GROUP BY 2
    UNION ALL SELECT 'meeting', "origin"::text, count(*)::int FROM "Meeting" WHERE "eventId" = ${id}::uuid AND "state" = 'agreed' GROUP BY 2
    UNION ALL SELECT 'organisation', '', count(DISTINCT r."organisationId")::int FROM "Registration" r
      JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved'
      WHERE r."eventId" = ${id}::uuid AND r."state" = 'approved'
    UNION ALL SELECT 'place', '', ((SELECT count(*) FROM "Slot" WHERE "eventId" = ${id}::uuid) * (SELECT count(*) FROM "Room" WHERE "eventId" = ${id}::uuid AND NOT "isClosed"))::int`;
  const of = (what: string, ...states: string[]) =>
    rows.filter((row) => row.what === what && (states.length === 0 || states.includes(row.state))).reduce((sum, { count }) => sum + count, 0);
  return {
    registrations: { all: of("registration"), approved: of("registration", "approved"), pending: of("registration", "pending", "returned"), waiting: of("registration", "waiting") },
    requests: {
      all: of("request"), pending: of("request", "pending"), accepted: of("request", "accepted"), declined: of("request", "declined"),
      withdrawn: of("request", "withdrawn"), expired: of("request", "expired"),
    },
    meetings: { agreed: of("meeting"), requested: of("meeting", "request"), paired: of("meeting", "pairing") },
    organisations: of("organisation"),
    places: of("place"),
  };
}

/** What came in each of the last weeks, by the event's own calendar; weeks begin on Monday. */
export function loadTrend({ id, timeZone }: { id: string; timeZone: string }): Promise<TrendWeek[]> {
  return db.$queryRaw<TrendWeek[]>`
    WITH weeks AS (
      SELECT generate_series(date_trunc('week', now() AT TIME ZONE ${timeZone}) - make_interval(weeks => ${trendWeeks - 1}), date_trunc('week', now() AT TIME ZONE ${timeZone}), interval '1 week') AS week
    ), things AS (
      SELECT 'registration' AS what, "createdAt" FROM "Registration" WHERE "eventId" = ${id}::uuid
      UNION ALL SELECT 'request', "createdAt" FROM "MeetingRequest" WHERE "eventId" = ${id}::uuid
      UNION ALL SELECT 'meeting', "createdAt" FROM "Meeting" WHERE "eventId" = ${id}::uuid AND "state" = 'agreed'
    )
    SELECT to_char(w.week, 'YYYY-MM-DD') AS day, (count(*) FILTER (WHERE t.what = 'registration'))::int AS registrations,
      (count(*) FILTER (WHERE t.what = 'request'))::int AS requests, (count(*) FILTER (WHERE t.what = 'meeting'))::int AS meetings
    FROM weeks w LEFT JOIN things t ON date_trunc('week', t."createdAt" AT TIME ZONE ${timeZone}) = w.week
    GROUP BY w.week ORDER BY w.week`;
}
