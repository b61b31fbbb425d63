import { countKeys, readUnread } from "../../domain/concept/commands";
import { getFrequency } from "../../domain/concept/queries";
import { requireViewpoint } from "../../domain/directory/access";
import { listSuggestions } from "../../domain/directory/queries/list-suggestions";
import { measureBy } from "../../domain/matching/frequency";
import { suggestPartners } from "../../domain/matching/suggest";
import { addStatement } from "../../domain/organisation/commands/add-statement";
import type { Random } from "../../domain/schedule/solver/random";
import { db } from "../../prisma/client";
import { createRegistration } from "../../prisma/factories/meeting";
import { createMember, createOrganisation } from "../../prisma/factories/organisation";
import { createEvent, createProgramme } from "../../prisma/factories/programme";
import { median } from "../schedule/record";
import { createRegion } from "./region";

const viewerCount = 40;

async function time<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const begun = performance.now();
  const answer = await work();
  return { ms: performance.now() - begun, answer };
}

const percentile95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** Reads all that is unread; organisations per second. */
async function readAll(count: number): Promise<number> {
  const { ms } = await time(async () => {
    while (await readUnread());
    await countKeys();
  });
  // As the server's own upkeep does before long.
  await db.$executeRaw`VACUUM ANALYZE`;
  return Math.round((count / ms) * 1000);
}

async function indexSize(): Promise<number> {
  const [row] = await db.$queryRaw<{ bytes: number }[]>`SELECT (pg_total_relation_size('"Mention"') + pg_total_relation_size('"KeyCount"'))::float8 AS bytes`;
  return row?.bytes ?? 0;
}

/** `eventId`: among those who take part in an event, instead of the whole programme. */
const suggest = async (programmeId: string, organisationId: string, most: number, eventId?: string) => {
  const actor = await createMember(organisationId);
  const place = await requireViewpoint(actor, programmeId);
  return time(() => listSuggestions(actor, eventId === undefined ? place : { ...place, eventId }, most));
};

/** Milliseconds for the suggestions inside an event of 200 of the organisations, for those who look. */
async function measureEvent(programmeId: string, ids: readonly string[], viewers: readonly string[]): Promise<number[]> {
  const event = await createEvent({ programmeId, slotCount: 1 });
  const organisationIds = [...new Set([...viewers, ...ids.slice(0, 200)])].slice(0, 200);
  for (const organisationId of organisationIds) {
    const { userId } = await createMember(organisationId);
    await createRegistration({ eventId: event.id, organisationId, userId, slotIds: [] });
  }
  const times: number[] = [];
  for (const id of viewers) times.push((await suggest(programmeId, id, 24, event.id)).ms);
  return times;
}

/** How many of the first ten that a comparison with everybody finds are among the first ten of the portal, per cent. */
async function compareWithAll(programmeId: string, ids: readonly string[], size: number): Promise<string> {
  if (size > 10_000) return "not compared";
  const viewers = ids.slice(0, size > 1000 ? 3 : 10);
  const rows = await db.organisation.findMany({ include: { statements: { include: { fields: true } } }, relationLoadStrategy: "join" });
  const all = rows.map(({ statements, ...row }) => ({ ...row, statements: statements.map(({ fields, ...statement }) => ({ ...statement, fields: fields.map(({ fieldCode }) => fieldCode) })) }));
  const frequency = await getFrequency();
  let same = 0;
  for (const id of viewers) {
    const own = all.find((one) => one.id === id);
    const best = own ? suggestPartners(own, all, 10, measureBy(frequency)).map(({ organisationId }) => organisationId) : [];
    const shown = new Set((await suggest(programmeId, id, 10)).answer.map(({ card }) => card.id));
    same += best.filter((one) => shown.has(one)).length;
  }
  return `${Math.round((same / viewers.length) * 10)} %`;
}

/** Milliseconds from the form of a new offer until it is suggested to the first that looks for it. */
async function findNew(programmeId: string, stamp: number): Promise<number> {
  const seeker = await createOrganisation({ programmeId, statements: { create: [{ direction: "need", locale: "pl", text: `Szukamy partnera: renowacja organów piszczałkowych, dąb i cyna, warsztat ${stamp}` }] } });
  const offering = await createOrganisation({ programmeId, country: "DE", region: "DE80", statements: {} });
  const owner = await createMember(offering.id);
  const form = { organisation: offering.slug, key: crypto.randomUUID(), direction: "offer" as const, locale: "de" as const, text: `Renowacja organów piszczałkowych ${stamp}: Restaurierung von Pfeifenorgeln`, fields: [] };
  const { ms } = await time(() => addStatement(owner, form));
  const found = await suggest(programmeId, seeker.id, 4);
  if (!found.answer.some(({ card }) => card.id === offering.id)) throw new Error("The new organisation is not suggested.");
  return Math.round(ms + found.ms);
}

/** One row of the table. All that an earlier size has left is deleted first. */
export async function measureSize(size: number, random: Random): Promise<(string | number)[]> {
  await db.$executeRaw`TRUNCATE "Organisation", "Programme", "User" CASCADE`;
  const programme = await createProgramme();
  const ids = await createRegion(programme.id, size, random);
  const perSecond = await readAll(size);
  const chosen = Array.from({ length: viewerCount }, () => ids[Math.floor(random() * ids.length)] ?? "");
  const times: Record<"few" | "all" | "again", number[]> = { few: [], all: [], again: [] };
  for (const id of chosen) times.all.push((await suggest(programme.id, id, 24)).ms);
  for (const id of chosen) times.few.push((await suggest(programme.id, id, 4)).ms);
  for (const id of chosen) times.again.push((await suggest(programme.id, id, 24)).ms);
  const bytes = await indexSize();
  const round = (ms: number) => ms.toFixed(1);
  return [
    size, round(median(times.few)), round(median(times.again)), round(percentile95(times.again)), round(median(times.all)), round(median(await measureEvent(programme.id, ids, chosen))), await compareWithAll(programme.id, chosen, size),
    (bytes / 1e6).toFixed(1), Math.round(bytes / size), perSecond, await findNew(programme.id, size),
  ];
}
