import { type Claim, held, performNext, releaseRun } from "@/domain/run/commands";
import { db } from "@/prisma/client";
import { loadProblem, type Missed } from "../queries/load-problem";
import { distribute } from "../rules";
import type { PairingAnswer, PairingProgress } from "../schema";
import { type Choice, countMeetings, countMissing, type Problem } from "../solver/problem";

/** Chooses whom to pair; aborted, it rejects. `seconds`: for each of the two goals. */
export type Chooser = (problem: Problem, effort: { seconds: number; signal: AbortSignal; onGoal: (goal: "missing" | "worth") => void }) => Promise<Choice>;

/** How long each goal may take. */
const goalSeconds = 120;

type EventProblem = Awaited<ReturnType<typeof loadProblem>>;
type Chances = { capacity: number; offered: number; full: number; apart: number; least: number };

function whyShort({ capacity, offered, full, apart, least }: Chances): PairingAnswer["short"][number]["why"] {
  if (capacity < least) return "little_time";
  if (offered + full >= least) return "partners_full";
  return offered + full + apart >= least ? "no_time" : "few_partners";
}

/** How many of the pairs each taker is in. */
function countPairs({ takers }: Problem, pairs: readonly Pick<Missed, "left" | "right">[]): number[] {
  const counts = takers.map(() => 0);
  for (const { left, right } of pairs) for (const side of [left, right]) counts[side] = (counts[side] ?? 0) + 1;
  return counts;
}

/** Who stays below the minimum, and why. */
function explainShort(problem: EventProblem, counts: readonly number[]): PairingAnswer["short"] {
  const { takers, candidates, missed, least } = problem;
  const offered = countPairs(problem, candidates);
  const [full, apart] = (["full", "no_time"] as const).map((wanted) => countPairs(problem, missed.filter(({ why }) => why === wanted)));
  return takers.flatMap(({ id, capacity, meetings: before }, index) => {
    const meetings = counts[index] ?? 0;
    if (meetings >= least) return [];
    const chances = { capacity, offered: before + (offered[index] ?? 0), full: full?.[index] ?? 0, apart: apart?.[index] ?? 0, least };
    return [{ id, meetings, why: whyShort(chances) }];
  });
}

function describe(problem: EventProblem, { chosen, missing, worth }: Choice, seconds: number): PairingAnswer {
  const [before, after] = [countMeetings(problem, []), countMeetings(problem, chosen)];
  return {
    organisations: problem.takers.length, candidates: problem.candidates.length, pairs: chosen.length, before: distribute(before), after: distribute(after),
    missingBefore: countMissing(problem, before), missing, worth, seconds, short: explainShort(problem, after),
  };
}

/** The whole end in one transaction; a claim that somebody else has taken over meanwhile writes nothing. */
async function finish(claim: Claim, problem: EventProblem, choice: Choice, seconds: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.pairingRun.updateMany({ where: held(claim), data: { state: "done", answer: describe(problem, choice, seconds), finishedAt: new Date() } });
    if (count === 0) return;
    const idAt = (place: number) => problem.takers[place]?.id ?? "";
    await tx.pairingProposal.createMany({
      data: choice.chosen.flatMap((place) => {
        const candidate = problem.candidates[place];
        return candidate ? [{ runId: claim.id, lowId: idAt(candidate.left), highId: idAt(candidate.right), fit: candidate.score }] : [];
      }),
    });
  });
}

/**
 * Looks for the pairs of one run that waits; for the worker.
 * @param stopping aborted: the run is given back for another worker
 * @returns whether there was one; rejects with what went wrong
 */
export function performPairing(choose: Chooser, stopping: AbortSignal): Promise<boolean> {
  return performNext<PairingProgress>("PairingRun", async (claim, { unwanted, tell }) => {
    const { event, ...goals } = await db.pairingRun.findUniqueOrThrow({
      where: { id: claim.id },
      relationLoadStrategy: "join",
      select: { least: true, most: true, isAcross: true, event: { select: { id: true, programmeId: true } } },
    });
    const signal = AbortSignal.any([unwanted, stopping]);
    const begun = performance.now();
    try {
      const problem = await loadProblem(db, { event, ...goals }, { signal, onRead: (done, total) => tell({ stage: "reading", done, total }) });
      const choice = await choose(problem, { seconds: goalSeconds, signal, onGoal: (stage) => tell({ stage, done: 0, total: 0 }) });
      await finish(claim, problem, choice, (performance.now() - begun) / 1000);
    } catch (error) {
      if (!signal.aborted) throw error;
      await releaseRun("PairingRun", claim);
    }
  });
}
