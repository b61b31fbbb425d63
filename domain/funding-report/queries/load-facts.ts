import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { answerSchema } from "@/domain/schedule/solver/stored-answer";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { ReportScope } from "../access";
import { judgeBasis } from "../rules";
import type { CooperationFact, EventFact, Facts, MeetingFact, OrganisationFact, RegistrationFact } from "../schema";

function loadEvents(eventIds: string[]) {
  return db.event.findMany({
    where: { id: { in: eventIds } },
    orderBy: { number: "asc" },
    relationLoadStrategy: "join",
    select: {
      id: true, slug: true, startsAt: true, endsAt: true, timeZone: true,
      texts: { select: { locale: true, title: true } },
      slots: { orderBy: [{ startsAt: "asc" }, { number: "asc" }], select: { id: true } },
      scheduleVersions: { orderBy: { number: "desc" }, take: 1, select: { number: true, releasedAt: true, takenBackAt: true } },
      scheduleRuns: { where: { acceptedAt: { not: null } }, orderBy: { acceptedAt: "desc" }, take: 1, select: { answer: true } },
    },
  });
}

type EventRow = Awaited<ReturnType<typeof loadEvents>>[number];

function toEvent({ texts, slots, scheduleVersions: [version], scheduleRuns: [run], ...event }: EventRow, meetings: readonly MeetingFact[], locale: Locale): EventFact {
  const text = chooseText(texts, locale);
  const entries = meetings.flatMap(({ id, eventId, slotId }) => (eventId === event.id && slotId !== null ? [{ meetingId: id, slotId }] : []));
  const schedule = version && version.takenBackAt === null
    ? { number: version.number, releasedAt: version.releasedAt, ...judgeBasis(run ? answerSchema.parse(run.answer) : null, entries) }
    : null;
  return { ...event, title: text?.title ?? event.slug, textLocale: text?.locale ?? locale, slotIds: slots.map(({ id }) => id), schedule };
}

/** Of a report about one event only what began there. */
function cooperationsOf(programmeId: string, eventId: string | null): Prisma.Sql {
  return Prisma.sql`
    FROM "Cooperation" c LEFT JOIN "Meeting" m ON m."id" = c."meetingId"
    WHERE c."programmeId" = ${programmeId}::uuid AND (${eventId}::uuid IS NULL OR m."eventId" = ${eventId}::uuid)`;
}

/** Everybody who has to do with the events or with what came of them. */
function loadOrganisations(programmeId: string, eventIds: string[], cooperations: Prisma.Sql): Promise<OrganisationFact[]> {
  return db.$queryRaw<OrganisationFact[]>`
    SELECT o."id", o."name", o."type"::text AS type, o."country", o."region", o."profileVisibility" = 'public' AS "isListed", coalesce(a."state" = 'approved', false) AS "isAdmitted"
    FROM "Organisation" o LEFT JOIN "Admission" a ON a."organisationId" = o."id" AND a."programmeId" = ${programmeId}::uuid
    WHERE o."id" IN (
      SELECT "organisationId" FROM "Registration" WHERE "eventId" = ANY(${eventIds}::uuid[])
      UNION SELECT c."authorId" ${cooperations} UNION SELECT c."partnerId" ${cooperations})
    ORDER BY o."id"`;
}

function loadRegistrations(eventIds: string[]): Promise<RegistrationFact[]> {
  return db.$queryRaw<RegistrationFact[]>`
    SELECT r."id", r."eventId", r."organisationId", r."state"::text AS state, a."state"::text AS attendance
    FROM "Registration" r LEFT JOIN "Attendance" a ON a."registrationId" = r."id" WHERE r."eventId" = ANY(${eventIds}::uuid[]) ORDER BY r."id"`;
}

/** Each meeting with its seats, which a cancelled one has not, and with what its sides say of it. */
function loadMeetings(eventIds: string[]): Promise<MeetingFact[]> {
  return db.$queryRaw<MeetingFact[]>`
    SELECT m."id", m."eventId", m."origin"::text AS origin, m."state"::text AS state, m."lowId", m."highId",
      l."registrationId" AS "lowPersonId", h."registrationId" AS "highPersonId", s."slotId", s."resourceId" AS "roomId",
      lr."outcome"::text AS "lowOutcome", hr."outcome"::text AS "highOutcome",
      CASE WHEN t."confirmedAt" IS NOT NULL THEN 'arranged' WHEN t."meetingId" IS NOT NULL THEN 'wished' END AS second
    FROM "Meeting" m
      JOIN "MeetingSide" l ON l."meetingId" = m."id" AND l."organisationId" = m."lowId"
      JOIN "MeetingSide" h ON h."meetingId" = m."id" AND h."organisationId" = m."highId"
      LEFT JOIN "Seat" s ON s."meetingId" = m."id" AND s."resourceKind" = 'room'
      LEFT JOIN "Rating" lr ON lr."meetingId" = m."id" AND lr."organisationId" = m."lowId"
      LEFT JOIN "Rating" hr ON hr."meetingId" = m."id" AND hr."organisationId" = m."highId"
      LEFT JOIN "SecondMeeting" t ON t."meetingId" = m."id"
    WHERE m."eventId" = ANY(${eventIds}::uuid[]) ORDER BY m."id"`;
}

/** All rows of a programme, or of one event of it, that figures and the open export are made of: six queries. */
export async function loadFacts({ programme, choices, event }: ReportScope, locale: Locale): Promise<Facts> {
  const eventIds = event ? [event.id] : choices.map(({ id }) => id);
  const where = { eventId: { in: eventIds } };
  const noted = cooperationsOf(programme.id, event?.id ?? null);
  const [events, organisations, registrations, requests, meetings, cooperations] = await Promise.all([
    loadEvents(eventIds),
    loadOrganisations(programme.id, eventIds, noted),
    loadRegistrations(eventIds),
    db.meetingRequest.findMany({ where, orderBy: { id: "asc" }, select: { id: true, eventId: true, requesterId: true, recipientId: true, state: true } }),
    loadMeetings(eventIds),
    db.$queryRaw<CooperationFact[]>`SELECT c."id", m."eventId", c."authorId", c."partnerId", c."stage"::text AS stage, c."stageAt", c."isConfirmed" ${noted} ORDER BY c."id"`,
  ]);
  return { countries: programme.countries, events: events.map((row) => toEvent(row, meetings, locale)), organisations, registrations, requests, meetings, cooperations };
}
