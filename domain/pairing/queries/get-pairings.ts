import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { type Locale, pageOf } from "@/domain/input";
import { found } from "@/domain/result";
import type { RunKey } from "@/domain/run/schema";
import { db } from "@/prisma/client";
import { requirePairing } from "../access";
import { pairKey } from "../rules";
import { type PairingRunInfo, type ProposalFilter, proposalFilters, proposalsPerPage, type ProposalView, type ToldObstacle } from "../schema";
import { loadObstacles } from "./load-obstacles";
import { loadPairings, pairingSelect, toPairingInfo } from "./load-pairings";
import { type EventTaker, judgeTime, loadTakers } from "./load-takers";

/** The searches of an event and how many meetings its organisations have now. Throws NotFound, SignedOut. */
export async function listPairings(actor: Actor, eventSlug: string, locale: Locale): Promise<{ event: InsideEvent; runs: PairingRunInfo[]; counts: number[] }> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [runs, takers] = await Promise.all([loadPairings(db, event.id), loadTakers(db, event)]);
  return { event, runs, counts: [...takers.values()].map(({ meetings }) => meetings) };
}

type Side = { id: string; slug: string; name: string; country: string; meetings: number };

/** Two organisations that a run proposes. `obstacle`: what forbids it by now; "agreed" where they meet already. */
export type Proposal = { key: string; fit: number; sides: readonly [Side, Side]; obstacle: ToldObstacle | null };

export type PairingView = {
  event: InsideEvent;
  run: PairingRunInfo;
  /** Those who stay below the minimum, by name. */
  short: { name: string; slug: string; meetings: number; why: NonNullable<PairingRunInfo["answer"]>["short"][number]["why"] }[];
  counts: Record<ProposalFilter, number>;
  proposals: Proposal[];
  page: number;
  pageCount: number;
};

function filterOf(obstacle: ToldObstacle | null): ProposalFilter {
  if (obstacle === null) return "open";
  return obstacle === "agreed" ? "paired" : "gone";
}

function toSide({ speaker, meetings }: EventTaker): Side {
  return { ...speaker.organisation, meetings };
}

/** Who does not take part any more is not named: both sides are there, or the proposal is left out. */
async function loadProposals(event: InsideEvent, run: PairingRunInfo): Promise<{ all: Proposal[]; takers: Map<string, EventTaker> }> {
  const [rows, takers, obstacles] = await Promise.all([
    db.pairingProposal.findMany({ where: { runId: run.id }, orderBy: [{ fit: "desc" }, { lowId: "asc" }, { highId: "asc" }], select: { lowId: true, highId: true, fit: true } }),
    loadTakers(db, event),
    loadObstacles(db, event),
  ]);
  const all = rows.flatMap(({ lowId, highId, fit }): Proposal[] => {
    const [low, high] = [takers.get(lowId), takers.get(highId)];
    if (!low || !high) return [];
    const key = pairKey(lowId, highId);
    const obstacle = obstacles.get(key) ?? judgeTime(low, high, run.most);
    return [{ key, fit, sides: [toSide(low), toSide(high)], obstacle: obstacle === "dismissed" ? "gone" : obstacle }];
  });
  return { all, takers };
}

/**
 * One search of an event with what it proposes and what became of that. A page beyond the last one is the last one.
 * Throws NotFound, SignedOut.
 */
export async function getPairingRun(actor: Actor, key: RunKey, locale: Locale, { show, page: wantedPage }: ProposalView): Promise<PairingView> {
  const { event, id } = await requirePairing(actor, key, locale);
  const run = toPairingInfo(found(await db.pairingRun.findUnique({ where: { id }, relationLoadStrategy: "join", select: pairingSelect })));
  if (!run.answer) return { event, run, short: [], counts: { open: 0, paired: 0, gone: 0 }, proposals: [], page: 1, pageCount: 1 };
  const { all, takers } = await loadProposals(event, run);
  const count = (filter: ProposalFilter) => all.filter(({ obstacle }) => filterOf(obstacle) === filter).length;
  const counts = Object.fromEntries(proposalFilters.map((filter) => [filter, count(filter)])) as Record<ProposalFilter, number>;
  const { shown, page, pageCount } = pageOf(all.filter(({ obstacle }) => filterOf(obstacle) === show), proposalsPerPage, wantedPage);
  const short = run.answer.short.flatMap(({ id: takerId, meetings, why }) => {
    const organisation = takers.get(takerId)?.speaker.organisation;
    return organisation ? [{ name: organisation.name, slug: organisation.slug, meetings, why }] : [];
  });
  return { event, run, short, counts, proposals: shown, page, pageCount };
}
