import { beforeEach, describe, expect, test } from "vitest";
import { atOnce, tally } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createFinishedRun, createPlacement, createPool, createRun } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { loadAnswer } from "../queries/load-run";
import type { Answer } from "../solver/answer";
import { acceptRun } from "./decide-run";
import { moveMeeting } from "./edit-draft";
import { performRun, type Solver } from "./perform-run";
import { startRun } from "./start-run";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;
beforeEach(async () => {
  await db.scheduleRun.deleteMany();
  pool = await createPool(3);
});

const never = new AbortController().signal;
const empty = (seed: number): Answer => ({
  status: "feasible", placements: [], unplaced: [], breaks: 0, levels: [], conflict: null, seconds: 1, seed, isCut: false,
});
const seedOf = async (id: string) => (await loadAnswer(db, id)).answer?.seed;

describe("workers", () => {
  test("that look for work at once never take the same run", async () => {
    const others = await Promise.all(atOnce(3, () => createPool(3)));
    for (const { event } of [pool, ...others]) await createRun(event.id);
    const taken: string[] = [];
    const solve: Solver = (problem) => { taken.push(problem.meetings[0]?.id ?? ""); return Promise.resolve(empty(1)); };
    const worked = await Promise.all(atOnce(12, () => performRun(solve, never)));
    expect(worked.filter(Boolean)).toHaveLength(4);
    expect(new Set(taken).size).toBe(4);
  });

  /** A worker that hangs until another one has done its run, then answers after all. */
  async function answerLate(write: (answer: Answer) => Promise<unknown>) {
    const run = await createRun(pool.event.id);
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    const late = performRun(async () => { begin(); await woken; return empty(1); }, never);
    await begun;
    await db.scheduleRun.update({ where: { id: run.id }, data: { heartbeatAt: new Date(Date.now() - 60_000) } });
    await performRun(() => Promise.resolve(empty(2)), never);
    wake();
    await late;
    await write(empty(1));
    return seedOf(run.id);
  }

  test("whose run somebody else has taken over write nothing", async () => {
    expect(await answerLate(() => Promise.resolve())).toBe(2);
  });

  test("twin: without the claim the late answer replaces the other one", async () => {
    expect(await answerLate((answer) => db.scheduleRun.updateMany({ where: { eventId: pool.event.id }, data: { answer } }))).toBe(1);
  });
});

describe("a moderator accepts while another one edits the draft", () => {
  /** Meeting 0 stands in slot 0; the run has put it into slot 1, the other moderator wants it in slot 2. */
  async function setUp() {
    const [meeting, slot, room] = [pool.meetings[0]?.id ?? "", pool.event.slots[2]?.id ?? "", pool.event.rooms[0]?.id ?? ""];
    const { version } = await createPlacement(pool.event, meeting, [0, 0]);
    const run = await createFinishedRun(pool.event, (await loadDraft(db, pool.event.id)).revision, [[meeting, 1, 0]]);
    const other = await createStaff("moderator", pool.programme.id);
    const key = { event: pool.event.slug };
    return {
      run,
      accept: () => acceptRun(pool.moderator, { ...key, run: run.id }),
      move: () => moveMeeting(other, { ...key, meeting, slot, room, version }),
    };
  }

  test("one of them does it, the other is told", async () => {
    for (let round = 0; round < 10; round += 1) {
      pool = await createPool(3);
      const { accept, move } = await setUp();
      expect(await tally(round % 2 === 0 ? [accept(), move()] : [move(), accept()])).toEqual({ ok: 1, refused: { changed_meanwhile: 1 }, thrown: [] });
    }
  });

  test("twin: looked at before the lock, the draft is overwritten and both believe to have done it", async () => {
    const { run, move } = await setUp();
    const { entries, revision } = await loadAnswer(db, run.id);
    const isUnchanged = (await loadDraft(db, pool.event.id)).revision === revision;
    expect(await move()).toMatchObject({ ok: true });
    expect(isUnchanged).toBe(true);
    await db.$transaction(async (tx) => {
      await tx.placement.deleteMany({ where: { eventId: pool.event.id } });
      await tx.placement.createMany({ data: entries.map((entry) => ({ ...entry, eventId: pool.event.id })) });
    });
    const { slotId } = await db.placement.findFirstOrThrow({ where: { eventId: pool.event.id } });
    expect(pool.event.slots.findIndex(({ id }) => id === slotId)).toBe(1);
  });
});

describe("many moderators start a run at once", () => {
  const start = async (count: number) => {
    const actors = await Promise.all(atOnce(count, () => createStaff("moderator", pool.programme.id)));
    return tally(actors.map((actor) => startRun(actor, { event: pool.event.slug, seconds: 5, fairness: null, kept: "locked" })));
  };
  const countOpen = () => db.scheduleRun.count({ where: { eventId: pool.event.id, state: "queued" } });

  test("one does, the others are told", async () => {
    expect(await start(20)).toEqual({ ok: 1, refused: { already_running: 19 }, thrown: [] });
    expect(await countOpen()).toBe(1);
  });

  // The last test of this file: it takes the guard away.
  test("twin: without the index each of them has one", async () => {
    await db.$executeRaw`DROP INDEX "ScheduleRun_open_key"`;
    expect(await start(20)).toEqual({ ok: 20, refused: {}, thrown: [] });
    expect(await countOpen()).toBe(20);
  });
});
