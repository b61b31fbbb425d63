// npm run bench:run -- [participants] [seconds]: what a moderator waits for at a large event, in the database of
// DATABASE_URL, which the event stays in. Prints one JSON object: sizes, seconds of each step, and what was found.
import { acceptRun } from "@/domain/schedule/commands/decide-run";
import { performRun } from "@/domain/schedule/commands/perform-run";
import { startRun } from "@/domain/schedule/commands/start-run";
import { getDraft } from "@/domain/schedule/queries/get-draft";
import { getRun } from "@/domain/schedule/queries/get-run";
import { db } from "@/prisma/client";
import { createFair } from "@/prisma/factories/fair";
import { solveInThread } from "@/server/solver/thread";

const [participants = 500, seconds = 30] = process.argv.slice(2).map(Number);
const { event, moderator, meetings } = await createFair(participants);

const times: Record<string, number> = {};
async function time<T>(step: string, work: Promise<T>): Promise<T> {
  const begun = performance.now();
  const answer = await work;
  times[step] = Math.round(performance.now() - begun) / 1000;
  return answer;
}

await time("draftPage", getDraft(moderator, event.slug, "en"));
const budget = seconds === 5 || seconds === 120 ? seconds : 30;
const started = await startRun(moderator, { event: event.slug, seconds: budget, fairness: null, kept: "locked" });
if (!started.ok) throw new Error(started.reason);
const key = { event: event.slug, run: started.value.id };
await time("run", performRun((problem, effort) => solveInThread(problem, null, effort), new AbortController().signal));
const { result } = await time("resultPage", getRun(moderator, key.event, key.run, "en"));
await time("accept", acceptRun(moderator, key));
console.log(JSON.stringify({
  event: event.slug,
  participants,
  meetings: meetings.length,
  slots: event.slots.length,
  rooms: event.rooms.length,
  status: result?.answer.status,
  levels: result?.answer.levels,
  isCut: result?.answer.isCut,
  proposed: result?.proposed,
  seconds: times,
  megabytes: Math.round(process.memoryUsage().rss / 1e6),
}, null, 2));
await db.$disconnect();
