// npm run bench:schedule-growth [-- PEOPLE...] [--seconds N] [--seed N]: larger and larger events, each in a process of its own.
import { execFileSync } from "node:child_process";
import { problemSchema, type Problem } from "../domain/schedule/solver/problem";
import { randomFrom, type Random } from "../domain/schedule/solver/random";
import { listViolations } from "../domain/schedule/solver/violations";
import { solveInThread } from "../server/solver/thread";
import { z } from "zod";
import { readOptions } from "./schedule/options";
import { conditions, seconds, table, writeSection } from "./schedule/record";

const meetingsEach = 6;
const slotCount = 12;
const fill = 0.8;
/** People, and the seconds that they may take. */
const sizes = [[200, 5], [1_000, 20], [5_000, 120]] as const;

function shuffle<T>(items: T[], random: Random): T[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other] as T, items[index] as T];
  }
  return items;
}

/** Everybody meets so many others, nobody twice: ends are paired at random, and bad pairs exchange theirs with others. */
function pairUp(people: number, random: Random): [number, number][] {
  const ends = shuffle(Array.from({ length: people * meetingsEach }, (_, index) => index % people), random);
  const pairs = Array.from({ length: ends.length / 2 }, (_, index): [number, number] => [ends[index * 2] ?? 0, ends[index * 2 + 1] ?? 0]);
  const key = ([a, b]: [number, number]) => Math.min(a, b) * people + Math.max(a, b);
  for (;;) {
    const seen = new Set<number>();
    const bad = pairs.filter((pair) => pair[0] === pair[1] || seen.size === seen.add(key(pair)).size);
    if (bad.length === 0) return pairs;
    for (const pair of bad) {
      const other = pairs[Math.floor(random() * pairs.length)];
      if (other) [pair[1], other[1]] = [other[1], pair[1]];
    }
  }
}

function generate(people: number, seed: number): Problem {
  const pairs = pairUp(people, randomFrom(seed));
  return problemSchema.parse({
    slots: Array.from({ length: slotCount }, (_, index) => ({ id: `s${index}`, startsAt: index * 20, endsAt: index * 20 + 15 })),
    participants: Array.from({ length: people }, (_, index) => ({ id: `p${index}` })),
    rooms: Array.from({ length: Math.ceil(pairs.length / slotCount / fill) }, (_, index) => ({ id: `r${index}` })),
    meetings: pairs.map(([a, b], index) => ({ id: `m${index}`, participants: [`p${a}`, `p${b}`] })),
    fairness: 2,
    seed,
  });
}

const measuredSchema = z.object({ meetings: z.number(), placed: z.number(), breaks: z.number(), bound: z.number(), status: z.string(), seconds: z.number(), firstAt: z.number(), megabytes: z.number(), broken: z.number() });

/** In the process of its own: one event, one line of JSON. */
async function measureOne(people: number, limit: number, seed: number) {
  const problem = generate(people, seed);
  const begun = performance.now();
  let firstAt = Number.NaN;
  const answer = await solveInThread(problem, null, {
    seconds: limit,
    onProgress: ({ placed }) => (firstAt = placed === problem.meetings.length && Number.isNaN(firstAt) ? (performance.now() - begun) / 1000 : firstAt),
  });
  const bound = answer.levels.find(({ name }) => name === "breaks")?.bound ?? 0;
  return {
    meetings: problem.meetings.length, placed: answer.placements.length, breaks: answer.breaks, bound, status: answer.status,
    seconds: (performance.now() - begun) / 1000, firstAt: Number.isNaN(firstAt) ? -1 : firstAt,
    megabytes: process.resourceUsage().maxRSS / 1024, broken: listViolations(problem, answer).length,
  };
}

const options = readOptions({ seconds: 0 });
if (process.env["GROWTH_PEOPLE"] !== undefined) {
  console.log(JSON.stringify(await measureOne(Number(process.env["GROWTH_PEOPLE"]), options.seconds, options.seed)));
  process.exit(0);
}
const wanted = options.words.length === 0 ? sizes : options.words.map((word) => [Number(word), sizes.find(([people]) => people >= Number(word))?.[1] ?? 120] as const);
const rows = wanted.map(([people, usual]) => {
  const limit = options.seconds > 0 ? options.seconds : usual;
  const words = [...process.execArgv, "bench/schedule-growth.ts", "--seconds", String(limit), "--seed", String(options.seed)];
  const told = execFileSync(process.execPath, words, { encoding: "utf8", env: { ...process.env, GROWTH_PEOPLE: String(people) }, stdio: ["ignore", "pipe", "inherit"] });
  const one = measuredSchema.parse(JSON.parse(told));
  console.log(`${people}: ${told.trim()}`);
  const gap = ((one.breaks - one.bound) / one.meetings) * 100;
  return [people, one.meetings, one.placed, one.status, one.breaks, one.bound, `${gap.toFixed(2)} %`, one.firstAt < 0 ? null : seconds(one.firstAt), seconds(one.seconds), limit, Math.round(one.megabytes), one.broken];
});
const heads = ["people", "meetings", "placed", "status", "breaks", "at least", "gap, of the meetings", "s until all placed", "s", "limit s", "peak memory MB", "broken rules"];
const text = `${conditions(options.seed, Math.max(...wanted.map(([, limit]) => limit)))} ${meetingsEach} meetings each, ${slotCount} slots, rooms at ${fill * 100} %.\n\n${table(heads, rows)}`;
console.log(`\n${text}`);
if (options.isWhole && options.words.length === 0) writeSection("growth", "Growth: npm run bench:schedule-growth", text);
process.exit(0);
