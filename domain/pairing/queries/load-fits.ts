import { getFrequency } from "@/domain/concept/queries";
import { matchSelect, toMatch } from "@/domain/directory/queries/list-suggestions";
import { loadCloseness } from "@/domain/embedding/queries";
import { toFit } from "@/domain/matching/fit";
import { measureBy } from "@/domain/matching/frequency";
import { comparePair } from "@/domain/matching/suggest";
import { db } from "@/prisma/client";
import { pairKey } from "../rules";

/** How well each of the first organisations fits each of the second, 0 to 100, by `pairKey`. By ids that the caller may see. */
export async function loadFits(firstIds: readonly string[], secondIds: readonly string[]): Promise<Map<string, number>> {
  const ids = [...firstIds, ...secondIds];
  const [rows, frequency, closeness] = await Promise.all([
    db.organisation.findMany({ where: { id: { in: ids } }, select: matchSelect, relationLoadStrategy: "join" }),
    getFrequency(),
    loadCloseness(ids),
  ]);
  const measure = { ...measureBy(frequency), closeness };
  const byId = new Map(rows.map((row) => [row.id, toMatch(row)]));
  const of = (wanted: readonly string[]) => wanted.flatMap((id) => byId.get(id) ?? []);
  return new Map(of(firstIds).flatMap((one) => of(secondIds).map((other): [string, number] => [pairKey(one.id, other.id), toFit(comparePair(one, other, measure).score)])));
}
