import { setTimeout as wait } from "node:timers/promises";
import { db } from "@/prisma/client";
import { loadProblem, type Missed, type Wanted } from "../queries/load-problem";
import { distribute } from "../rules";
import type { PairingAnswer, PairingProgress } from "../schema";
import { type Choice, countMeetings, countMissing, type Problem } from "../solver/problem";

/** Chooses whom to pair; aborted, it rejects. `seconds`: for each of the two goals. */
export type Chooser = (problem: Problem, effort: { seconds: number; signal: AbortSignal; onGoal: (goal: "missing" | "worth") => void }) => Promise<Choice>;

/** A run that this worker has; `attempts` is its claim, which another worker's would have changed. */
type ClaimedRun = { id: string; attempts: number; eventId: string; programmeId: string; least: number; most: number; isAcross: boolean };

/** As for runs of schedules (decision 0041): who was not heard of for so long is dead; twice is enough. */
const staleSeconds = 45;
const maxAttempts = 2;
const beatMilliseconds = 900;
/** How long each goal may take. */
const goalSeconds = 120;

/** Ends runs that have been left by their worker and are not tried again: nobody wants them, or it would be too often. */
async function endAbandoned(): Promise<void> {
  await db.$executeRaw`
    UPDATE "PairingRun" SET "finishedAt" = now(),
      "state" = CASE WHEN "cancelRequestedAt" IS NULL THEN 'failed'::"ScheduleRunState" ELSE 'cancelled' END
    WHERE "state" = 'running' AND "heartbeatAt" < now() - make_interval(secs => ${staleSeconds})
      AND ("attempts" >= ${maxAttempts} OR "cancelRequestedAt" IS NOT NULL)`;
}

/** Takes the run that waits longest, or one that its worker has left. Several workers never take the same. */
async function claimRun(): Promise<ClaimedRun | undefined> {
  const [run] = await db.$queryRaw<ClaimedRun[]>`
    UPDATE "PairingRun" r SET "state" = 'running', "attempts" = r."attempts" + 1, "startedAt" = now(), "heartbeatAt" = now(), "progress" = NULL
    FROM "Event" e
    WHERE e."id" = r."eventId" AND r."id" IN (
      SELECT "id" FROM "PairingRun"
      WHERE "state" = 'queued' OR ("state" = 'running' AND "heartbeatAt" < now() - make_interval(secs => ${staleSeconds}))
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING r."id", r."attempts", r."eventId", e."programmeId", r."least", r."most", r."isAcross"`;
  return run;
}

/** The run, as long as this worker has it. */
const held = ({ id, attempts }: ClaimedRun) => ({ id, attempts, state: "running" as const });

/** Says that the worker lives and how far it is. False: the run is not wanted, or not this worker's, any more. */
async function beat(run: ClaimedRun, progress: PairingProgress | null): Promise<boolean> {
  const [still] = await db.$queryRaw<{ isWanted: boolean }[]>`
    UPDATE "PairingRun" SET "heartbeatAt" = now(), "progress" = COALESCE(${progress === null ? null : JSON.stringify(progress)}::jsonb, "progress")
    WHERE "id" = ${run.id}::uuid AND "state" = 'running' AND "attempts" = ${run.attempts}
    RETURNING "cancelRequestedAt" IS NULL AS "isWanted"`;
  return still?.isWanted ?? false;
}

type Watch = { latest: () => PairingProgress | null; cancel: () => void; ended: AbortSignal };

/** Beats until `ended`; calls `cancel` once the run is not wanted. A database that is away for a while is no reason to stop. */
async function keepAlive(run: ClaimedRun, watch: Watch): Promise<void> {
  const isLater = await wait(beatMilliseconds, true, { signal: watch.ended }).catch(() => false);
  if (!isLater) return;
  if (!(await beat(run, watch.latest()).catch(() => true))) watch.cancel();
  await keepAlive(run, watch);
}

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
async function finish(run: ClaimedRun, problem: EventProblem, choice: Choice, seconds: number): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.pairingRun.updateMany({ where: held(run), data: { state: "done", answer: describe(problem, choice, seconds), finishedAt: new Date() } });
    if (count === 0) return;
    const idAt = (place: number) => problem.takers[place]?.id ?? "";
    await tx.pairingProposal.createMany({
      data: choice.chosen.flatMap((place) => {
        const candidate = problem.candidates[place];
        return candidate ? [{ runId: run.id, lowId: idAt(candidate.left), highId: idAt(candidate.right), fit: candidate.score }] : [];
      }),
    });
  });
}

/** Gives the run back because the worker stops, as if it had never been taken; or ends it where nobody wants it. */
async function release({ id, attempts }: ClaimedRun): Promise<void> {
  await db.$executeRaw`
    UPDATE "PairingRun" SET "attempts" = "attempts" - 1, "progress" = NULL,
      "state" = CASE WHEN "cancelRequestedAt" IS NULL THEN 'queued'::"ScheduleRunState" ELSE 'cancelled' END,
      "finishedAt" = CASE WHEN "cancelRequestedAt" IS NULL THEN NULL ELSE now() END
    WHERE "id" = ${id}::uuid AND "state" = 'running' AND "attempts" = ${attempts}`;
}

/** It went wrong: once more, or never again. */
async function giveUp(run: ClaimedRun): Promise<void> {
  const data = run.attempts >= maxAttempts ? { state: "failed" as const, finishedAt: new Date() } : { state: "queued" as const };
  await db.pairingRun.updateMany({ where: held(run), data });
}

async function perform({ eventId, programmeId, ...run }: ClaimedRun, choose: Chooser, stopping: AbortSignal): Promise<void> {
  const claimed = { eventId, programmeId, ...run };
  const wanted: Wanted = { event: { id: eventId, programmeId }, least: run.least, most: run.most, isAcross: run.isAcross };
  const [unwanted, ended] = [new AbortController(), new AbortController()];
  let progress: PairingProgress | null = null;
  const beating = keepAlive(claimed, { latest: () => progress, cancel: () => unwanted.abort(), ended: ended.signal });
  const signal = AbortSignal.any([unwanted.signal, stopping]);
  const begun = performance.now();
  try {
    const problem = await loadProblem(db, wanted, { signal, onRead: (done, total) => { progress = { stage: "reading", done, total }; } });
    const choice = await choose(problem, { seconds: goalSeconds, signal, onGoal: (stage) => { progress = { stage, done: 0, total: 0 }; } });
    await finish(claimed, problem, choice, (performance.now() - begun) / 1000);
  } catch (error) {
    if (!signal.aborted) throw error;
    await release(claimed);
  } finally {
    ended.abort();
    await beating;
  }
}

/**
 * Works on one run that waits: for the worker. While it does, it says every second that it lives; a run whose worker has
 * died is begun anew by another one, and given up after the second time.
 * @param stopping aborted: the run is given back for another worker
 * @returns whether there was one; rejects with what went wrong
 */
export async function performPairing(choose: Chooser, stopping: AbortSignal): Promise<boolean> {
  await endAbandoned();
  const run = await claimRun();
  if (!run) return false;
  await perform(run, choose, stopping).catch(async (error: unknown) => {
    await giveUp(run);
    throw error;
  });
  return true;
}
