import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { found, requirePerson } from "@/domain/result";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { db } from "@/prisma/client";
import type { CalendarItem } from "../schema";
import { itemSelect, toItem } from "./find-invitation";

/** A person's calendar: what calendar programs read at its address. */
export type Feed = { locale: Locale; items: CalendarItem[] };

type Held = { registrationId: string; meetingId: string | null; uid: string; sequence: number; startsAt: Date; endsAt: Date; place: string | null; holds: boolean };

/** What holds for the person now and is not over for a year, the earliest first; also events that were cancelled, once told. */
function listHeld(userId: string): Promise<Held[]> {
  return db.$queryRaw<Held[]>`
    WITH own AS (SELECT "id" FROM "Registration" WHERE "userId" = ${userId}::uuid)
    SELECT t."registrationId", t."meetingId", t."uid", coalesce(c."sequence", 0) AS "sequence", t."startsAt", t."endsAt", t."place", t."holds"
    FROM calendar_truth(
        ARRAY(SELECT "id" FROM own), ARRAY(SELECT d."meetingId" FROM "MeetingSide" d JOIN own ON own."id" = d."registrationId")) t
      JOIN own ON own."id" = t."registrationId"
      LEFT JOIN "CalendarEntry" c ON c."registrationId" = t."registrationId" AND c."uid" = t."uid"
      LEFT JOIN "Registration" r ON r."id" = t."registrationId" AND t."meetingId" IS NULL
      LEFT JOIN "Event" e ON e."id" = r."eventId"
    WHERE (t."holds" OR (r."state" = 'approved' AND e."cancelledAt" IS NOT NULL AND c."id" IS NOT NULL)) AND t."endsAt" > now() - interval '1 year'
    ORDER BY t."startsAt", t."uid"`;
}

async function loadSurroundings(held: readonly Held[]) {
  const ids = (of: (one: Held) => string | null) => [...new Set(held.flatMap((one) => of(one) ?? []))];
  const [registrations, meetings] = await Promise.all([
    db.registration.findMany({
      where: { id: { in: ids((one) => one.registrationId) } },
      relationLoadStrategy: "join",
      select: { id: true, ...itemSelect.registration.select },
    }),
    db.meeting.findMany({
      where: { id: { in: ids((one) => one.meetingId) } },
      relationLoadStrategy: "join",
      select: { id: true, ...itemSelect.meeting.select },
    }),
  ]);
  return { registrations: new Map(registrations.map((row) => [row.id, row])), meetings: new Map(meetings.map((row) => [row.id, row])) };
}

/**
 * Events and released meetings of the person whose calendar address this is, in the person's language.
 * Throws NotFound (no such address, or one that has been removed).
 */
export async function loadFeed(token: string): Promise<Feed> {
  const address = await db.calendarAddress.findUnique({
    where: { tokenHash: hashSecret(token) },
    relationLoadStrategy: "join",
    select: { user: { select: { id: true, locale: true } } },
  });
  const { id, locale } = found(address).user;
  const all = await listHeld(id);
  // Whoever takes part no more does not see the agenda either.
  const taking = new Set(all.flatMap((one) => (one.meetingId === null ? [one.registrationId] : [])));
  const held = all.filter(({ registrationId }) => taking.has(registrationId));
  const { registrations, meetings } = await loadSurroundings(held);
  const items = held.flatMap(({ registrationId, meetingId, holds, ...times }): CalendarItem[] => {
    const registration = registrations.get(registrationId);
    const meeting = meetingId === null ? null : meetings.get(meetingId);
    return registration && meeting !== undefined ? [toItem({ ...times, state: holds ? "confirmed" : "cancelled", registration, meeting }, locale)] : [];
  });
  return { locale, items };
}

/** The actor's calendar address, without its secret; null where there is none. Throws SignedOut. */
export function getAddress(actor: Actor): Promise<{ id: string; createdAt: Date } | null> {
  const { userId } = requirePerson(actor);
  return db.calendarAddress.findUnique({ where: { userId }, select: { id: true, createdAt: true } });
}
