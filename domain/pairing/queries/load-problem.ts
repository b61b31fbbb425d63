import { rankPartners } from "@/domain/fit/queries/rank-partners";
import type { Tx } from "@/prisma/client";
import { pairKey } from "../rules";
import type { Candidate, Problem } from "../solver/problem";
import { loadObstacles } from "./load-obstacles";
import { type EventTaker, judgeTime, loadTakers } from "./load-takers";

/** Partners of each organisation that are candidates, and organisations whose partners are looked for at a time. */
const perTaker = 50;
const batch = 20;

export type Wanted = { event: { id: string; programmeId: string }; least: number; most: number; isAcross: boolean };
type Watch = { onRead: (done: number, total: number) => void; signal: AbortSignal };

/** How well each pair fits that may be paired, by `pairKey`: the better of both views where both have found it. */
async function readFits({ event, isAcross }: Wanted, ids: readonly string[], { onRead, signal }: Watch): Promise<Map<string, number>> {
  const place = { programmeId: event.programmeId, eventId: event.id };
  const fits = new Map<string, number>();
  const readFrom = async (from: number): Promise<Map<string, number>> => {
    if (from >= ids.length) return fits;
    signal.throwIfAborted();
    onRead(from, ids.length);
    const ranked = await rankPartners(place, ids.slice(from, from + batch), perTaker, { most: perTaker, isAcross });
    for (const [id, partners] of ranked) {
      for (const { id: partnerId, fit } of partners) fits.set(pairKey(id, partnerId), Math.max(fit, fits.get(pairKey(id, partnerId)) ?? 0));
    }
    return readFrom(from + batch);
  };
  return readFrom(0);
}

/** Two that suit each other, without an obstacle, and that no slot is left for. */
export type Missed = Omit<Candidate, "score"> & { why: "full" | "no_time" };

/** The problem of an event, the organisations by id, and who would be a candidate if there were time. */
export async function loadProblem(tx: Tx, wanted: Wanted, watch: Watch): Promise<Problem & { missed: Missed[] }> {
  const { event, least, most } = wanted;
  const takers = await loadTakers(tx, event);
  const ids = [...takers.keys()].toSorted();
  const fits = await readFits(wanted, ids.filter((id) => hasRoom(takers.get(id), most)), watch);
  const obstacles = await loadObstacles(tx, event);
  const places = new Map(ids.map((id, place) => [id, place]));
  const suited = [...fits].toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([key, score]) => {
    const [lowId = "", highId = ""] = key.split(" ");
    const [left, right] = [places.get(lowId), places.get(highId)];
    if (left === undefined || right === undefined || obstacles.has(key)) return [];
    return [{ left, right, score, why: judgeTime(takers.get(lowId), takers.get(highId), most) }];
  });
  const candidates = suited.flatMap(({ why, ...candidate }) => (why === null ? [candidate] : []));
  const missed = suited.flatMap(({ left, right, why }) => (why === "full" || why === "no_time" ? [{ left, right, why }] : []));
  const toTaker = (id: string) => ({ id, meetings: takers.get(id)?.meetings ?? 0, capacity: takers.get(id)?.freeSlotIds.length ?? 0 });
  return { takers: ids.map(toTaker), candidates, missed, least, most };
}

function hasRoom(taker: EventTaker | undefined, most: number): boolean {
  return taker !== undefined && taker.meetings < Math.min(most, taker.freeSlotIds.length);
}
