import { beforeEach, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createPool, createRun } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import type { Answer } from "../solver/answer";
import { placeAll } from "../solver/place-all";
import type { Problem } from "../solver/problem";
import { performRun, type Solver } from "./perform-run";
import { cancelRun } from "./start-run";

let pool: Awaited<ReturnType<typeof createPool>>;
beforeEach(async () => {
  await db.scheduleRun.deleteMany();
  pool = await createPool(6);
});

const never = new AbortController().signal;
const runOf = (id: string) => db.scheduleRun.findUniqueOrThrow({ where: { id } });
const asLongAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** What a simple pass finds, as an answer. */
function answerOf(problem: Problem, more: Partial<Answer> = {}): Answer {
  const { placements, unplaced } = placeAll(problem);
  return {
    status: "feasible", placements, unplaced: unplaced.map(({ meeting }) => meeting), breaks: 0, conflict: null, seconds: 1, seed: 1, isCut: false,
    levels: [{ name: "breaks", value: 0, bound: 0, argument: "none" }], ...more,
  };
}
const simple: Solver = (problem) => Promise.resolve(answerOf(problem));

/** Works until it is told to stop, and hands over what it has. `begun` is settled once it works. */
function createPatient(status: Answer["status"] = "feasible") {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const solve: Solver = async (problem, { signal, onProgress }) => {
    onProgress({ seconds: 0.5, level: "breaks", placed: 4, breaks: 3, bound: 1 });
    begin();
    if (!signal.aborted) await new Promise<void>((stop) => { signal.addEventListener("abort", () => stop()); });
    const left = problem.meetings.map(({ id }) => id);
    return status === "unknown" ? answerOf(problem, { status, placements: [], unplaced: left, isCut: true }) : answerOf(problem, { isCut: true });
  };
  return { solve, begun };
}

test("writes the answer, the draft that it belongs to and the last progress; nothing is left to do", async () => {
  const run = await createRun(pool.event.id, { fairness: 2, kept: "placed" });
  let seen: { problem: Problem; seconds: number } | null = null;
  expect(await performRun((problem, effort) => { seen = { problem, seconds: effort.seconds }; return simple(problem, effort); }, never)).toBe(true);
  expect(seen).toMatchObject({ seconds: 5, problem: { fairness: 2 } });
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await runOf(run.id)).toMatchObject({
    state: "done", attempts: 1, revision, answer: { status: "feasible", unplaced: [] },
    progress: { placed: 6, breaks: 0, bound: 0 }, finishedAt: expect.any(Date) as Date,
  });
  expect(await db.placement.count({ where: { eventId: pool.event.id } })).toBe(0);
  expect(await performRun(simple, never)).toBe(false);
});

test("shows how far it is, and ends soon after it is cancelled, with the best so far", async () => {
  const run = await createRun(pool.event.id);
  const { solve, begun } = createPatient();
  const performed = performRun(solve, never);
  await begun;
  await expect.poll(async () => (await runOf(run.id)).progress, { timeout: 5000 }).toMatchObject({ placed: 4, breaks: 3, bound: 1 });
  const asked = performance.now();
  await cancelRun(pool.moderator, { event: pool.event.slug, run: run.id });
  await performed;
  expect(performance.now() - asked).toBeLessThan(2000);
  const { answer, ...ended } = await runOf(run.id);
  expect(ended).toMatchObject({ state: "cancelled", finishedAt: expect.any(Date) as Date });
  expect(answer).toMatchObject({ isCut: true, unplaced: [] });
});

test("cancelled before anything is found there is no answer", async () => {
  const run = await createRun(pool.event.id);
  const { solve, begun } = createPatient("unknown");
  const performed = performRun(solve, never);
  await begun;
  await cancelRun(pool.moderator, { event: pool.event.slug, run: run.id });
  await performed;
  expect(await runOf(run.id)).toMatchObject({ state: "cancelled", answer: null, revision: null });
});

test("a worker that stops gives the run back, as if it had never had it", async () => {
  const run = await createRun(pool.event.id);
  const { solve, begun } = createPatient();
  const stopping = new AbortController();
  const performed = performRun(solve, stopping.signal);
  await begun;
  stopping.abort();
  await performed;
  expect(await runOf(run.id)).toMatchObject({ state: "queued", attempts: 0, answer: null });
  await performRun(simple, never);
  expect(await runOf(run.id)).toMatchObject({ state: "done", attempts: 1 });
});

test("what goes wrong is tried once more, then failed", async () => {
  const run = await createRun(pool.event.id);
  const broken: Solver = () => Promise.reject(new Error("out of memory"));
  await expect(performRun(broken, never)).rejects.toThrow("out of memory");
  expect(await runOf(run.id)).toMatchObject({ state: "queued", attempts: 1, finishedAt: null });
  await expect(performRun(broken, never)).rejects.toThrow("out of memory");
  expect(await runOf(run.id)).toMatchObject({ state: "failed", attempts: 2, answer: null, finishedAt: expect.any(Date) as Date });
  expect(await performRun(simple, never)).toBe(false);
});

test("what a dead worker left is begun anew within a minute, and given up after the second one", async () => {
  const run = await createRun(pool.event.id, { state: "running", attempts: 1, heartbeatAt: asLongAgo(30), startedAt: asLongAgo(40) });
  expect(await performRun(simple, never)).toBe(false);
  await db.scheduleRun.update({ where: { id: run.id }, data: { heartbeatAt: asLongAgo(50) } });
  expect(await performRun(simple, never)).toBe(true);
  expect(await runOf(run.id)).toMatchObject({ state: "done", attempts: 2 });

  const second = await createRun(pool.event.id, { state: "running", attempts: 2, heartbeatAt: asLongAgo(50) });
  expect(await performRun(simple, never)).toBe(false);
  expect(await runOf(second.id)).toMatchObject({ state: "failed", answer: null });
  const unwanted = await createRun(pool.event.id, { state: "running", attempts: 1, heartbeatAt: asLongAgo(50), cancelRequestedAt: asLongAgo(49) });
  expect(await performRun(simple, never)).toBe(false);
  expect(await runOf(unwanted.id)).toMatchObject({ state: "cancelled", answer: null });
});
