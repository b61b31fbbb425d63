import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { loadAnswer } from "@/domain/schedule/queries/load-run";
import { db } from "@/prisma/client";
import { createFair } from "@/prisma/factories/fair";
import { createRun } from "@/prisma/factories/schedule";

function startWorker(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "cli/worker.ts"], { stdio: "ignore" });
}

test("a worker that is killed while it optimises leaves no half answer; the next one begins anew", { timeout: 120_000 }, async () => {
  const { event, meetings } = await createFair(100);
  const { id } = await createRun(event.id);
  const run = () => db.scheduleRun.findUniqueOrThrow({ where: { id } });
  const first = startWorker();
  const died = once(first, "exit");
  await expect.poll(async () => (await run()).progress, { timeout: 60_000 }).not.toBeNull();
  first.kill("SIGKILL");
  await died;
  expect(await run()).toMatchObject({ state: "running", attempts: 1, answer: null, revision: null, finishedAt: null });
  // A minute later, nobody has heard of the dead worker.
  await db.scheduleRun.update({ where: { id }, data: { heartbeatAt: new Date(Date.now() - 60_000) } });

  const second = startWorker();
  const ended = once(second, "exit");
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).toBe("done");
  second.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  const { answer } = await loadAnswer(db, id);
  expect((await run()).attempts).toBe(2);
  expect([...(answer?.placements ?? []).map(({ meeting }) => meeting), ...(answer?.unplaced ?? [])].toSorted()).toEqual(meetings.map((meeting) => meeting.id).toSorted());
});
