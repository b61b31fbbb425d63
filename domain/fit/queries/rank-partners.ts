import { getFrequency } from "@/domain/concept/queries";
import { matchSelect, toMatch } from "@/domain/directory/queries/list-suggestions";
import { loadCloseness } from "@/domain/embedding/queries";
import { toFit } from "@/domain/matching/fit";
import { measureBy } from "@/domain/matching/frequency";
import { comparePair } from "@/domain/matching/suggest";
import { listWanted } from "@/domain/matching/wanted";
import type { Place } from "@/domain/organisation/access";
import { db } from "@/prisma/client";
import { findPartners, type Reach } from "./find-partners";

/** Keys that are looked for, and organisations that are compared by their texts, for each. */
const mostWanted = 60;
const mostCompared = 24;
const nearby: Reach = { most: mostCompared, isAcross: true };

type RankedPartner = { id: string; fit: number };

const load = (ids: readonly string[]) => db.organisation.findMany({ where: { id: { in: [...ids] } }, select: matchSelect, relationLoadStrategy: "join" });

/**
 * For each of these organisations of a place the partners that fit best, best first; those that do not fit at all are
 * left out. As many queries for fifty as for one. By ids that the caller may see.
 * @param most for each, at the most
 * @param reach who is compared; those across the border where left out
 */
export async function rankPartners(place: Place, ids: readonly string[], most: number, reach = nearby): Promise<Map<string, RankedPartner[]>> {
  const [rows, frequency] = await Promise.all([load(ids), getFrequency()]);
  const measure = measureBy(frequency);
  const owns = rows.map(toMatch);
  const seekers = owns.map((own) => ({ id: own.id, country: own.country, wanted: listWanted(own, measure, mostWanted) }));
  const pairs = await findPartners(place, seekers, reach);
  const partnerIds = [...new Set(pairs.map(({ partnerId }) => partnerId))];
  const [partnerRows, closeness] = await Promise.all([load(partnerIds), loadCloseness([...ids, ...partnerIds])]);
  const partners = new Map(partnerRows.map((row) => [row.id, toMatch(row)]));
  const exactly = { ...measure, closeness };
  const bySeeker = Map.groupBy(pairs, ({ seekerId }) => seekerId);
  return new Map(owns.map((own) => {
    const fits = (bySeeker.get(own.id) ?? []).flatMap(({ partnerId: id }) => {
      const partner = partners.get(id);
      const fit = partner ? toFit(comparePair(own, partner, exactly).score) : 0;
      return fit > 0 ? [{ id, fit }] : [];
    });
    return [own.id, fits.toSorted((a, b) => b.fit - a.fit || a.id.localeCompare(b.id)).slice(0, most)];
  }));
}
