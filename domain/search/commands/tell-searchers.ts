import type { Person } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { enqueueMail } from "@/domain/mail/commands";
import { NotFound } from "@/domain/result";
import { addMinutes } from "@/domain/time";
import { getPerson } from "@/domain/user/queries";
import { db, type Tx } from "@/prisma/client";
import { listHits } from "../queries";
import { noticeDay, noticeKey } from "../rules";

type Search = { id: string; name: string; programmeId: string; query: string; locale: Locale };
type Fitting = Search & { organisations: { id: string; name: string }[] };

/** Minutes until the same search is looked at again. */
const pause = 5;

/** Takes the searches of somebody whose turn it is and who was not told of anything today; nobody where there is none. */
async function claimSearches(now: Date): Promise<(Search & { userId: string })[]> {
  const before = addMinutes(now, -pause).toISOString();
  return db.$queryRaw<(Search & { userId: string })[]>`
    UPDATE "SavedSearch" SET "lookedAt" = ${now.toISOString()}::timestamptz
    WHERE "lookedAt" <= ${before}::timestamptz AND "userId" = (
      SELECT s."userId" FROM "SavedSearch" s
      WHERE s."lookedAt" <= ${before}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM "Mail" m WHERE m."key" = 'search_found/' || s."userId" || '/' || ${noticeDay(now)})
      ORDER BY s."lookedAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "name", "programmeId", "query", "locale"::text, "userId"`;
}

/** Who fits a search; nobody where the person no longer takes part in the programme. */
async function findFitting(person: Person, search: Search): Promise<Fitting> {
  try {
    return { ...search, organisations: await listHits(person, search.programmeId, search) };
  } catch (error) {
    if (error instanceof NotFound) return { ...search, organisations: [] };
    throw error;
  }
}

/** Notes who fits and was not known; answers these alone, each with the first search that found it. */
async function noteHits(tx: Tx, fitting: readonly Fitting[]): Promise<Fitting[]> {
  // In one order in all workers: otherwise two could wait for each other.
  const data = fitting.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ id, organisations }) => organisations.map((organisation) => ({ savedSearchId: id, organisationId: organisation.id })));
  const noted = await tx.searchHit.createManyAndReturn({ data, skipDuplicates: true });
  const told = new Set<string>();
  return fitting.flatMap((search) => {
    const fresh = new Set(noted.filter(({ savedSearchId }) => savedSearchId === search.id).map(({ organisationId }) => organisationId));
    const organisations = search.organisations.filter(({ id }) => fresh.has(id) && !told.has(id));
    for (const { id } of organisations) told.add(id);
    return organisations.length > 0 ? [{ ...search, organisations }] : [];
  });
}

/** Names of one search in a mail; the saved search leads to all. */
const mostNames = 10;

/** Ends a transaction that has noted somebody already. */
class ToldToday extends Error {
  override name = "ToldToday";
}

/** One mail about everybody who is new. Where one went out today, nothing is noted, and tomorrow's mail tells of it. */
async function tellPerson(person: Person, fitting: readonly Fitting[], now: Date): Promise<void> {
  const telling = db.$transaction(async (tx) => {
    const fresh = await noteHits(tx, fitting);
    if (fresh.length === 0) return;
    const searches = fresh.map(({ name, organisations }) => ({ name, organisations: organisations.slice(0, mostNames).map((one) => one.name) }));
    const params = { count: fresh.reduce((sum, { organisations }) => sum + organisations.length, 0), searches, path: "/searches" };
    const mail = { kind: "search_found", key: noticeKey(person.userId, now), to: person.email, userId: person.userId, locale: person.locale, params, about: null } as const;
    if ((await enqueueMail(tx, mail)) === 0) throw new ToldToday();
  });
  await telling.catch((error: unknown) => {
    if (!(error instanceof ToldToday)) throw error;
  });
}

/** Looks at the searches of one person whose turn it is. Answers whether there was one. */
async function tellNext(now: Date): Promise<boolean> {
  const searches = await claimSearches(now);
  const person = searches[0] ? await getPerson(searches[0].userId) : null;
  if (!person) return false;
  await tellPerson(person, await Promise.all(searches.map((search) => findFitting(person, search))), now);
  return true;
}

/** People of one round; the others' turn comes in the next. */
const mostPeople = 200;

/**
 * Tells people by mail who fits their saved searches anew, of those whom they may see: once of each organisation, and in
 * one mail a day at the most; for the worker. Several workers share the work.
 * @returns how many people's searches were looked at
 */
export async function tellSearchers(now: Date = new Date(), most: number = mostPeople): Promise<number> {
  if (most === 0 || !(await tellNext(now))) return 0;
  return 1 + (await tellSearchers(now, most - 1));
}
