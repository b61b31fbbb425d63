// npm run bench:repair [-- FOLDER] [--seconds N] [--seed N] [--only NAME]: changes to released optima, and what a repair moves.
import type { Answer, Before } from "../domain/schedule/solver/answer";
import type { Problem } from "../domain/schedule/solver/problem";
import { randomFrom, type Random } from "../domain/schedule/solver/random";
import { listViolations } from "../domain/schedule/solver/violations";
import { solveInThread } from "../server/solver/thread";
import { readOptions } from "./schedule/options";
import { readInstances } from "./schedule/published";
import { conditions, median, seconds, table, writeSection } from "./schedule/record";

type Change = { name: string; apply: (problem: Problem, before: Before, random: Random) => Problem };

function draw<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

/** So many participants, of those who have a meeting, do not come at all: their meetings are gone. */
const takeOut = (count: number): Change => ({
  name: `${count} out`,
  apply(problem, _before, random) {
    const gone = new Set(draw([...new Set(problem.meetings.flatMap(({ participants }) => participants))], count, random));
    const meetings = problem.meetings.filter(({ participants }) => !participants.some((id) => gone.has(id)));
    const left = new Set(meetings.map(({ id }) => id));
    return { ...problem, meetings: meetings.map((meeting) => ({ ...meeting, after: meeting.after.filter((id) => left.has(id)) })) };
  },
});

/** So many participants are away in one slot in which they have a meeting that is not fixed. */
const makeAbsent = (count: number): Change => ({
  name: `${count} away in a slot`,
  apply(problem, before, random) {
    const fixed = new Set(problem.meetings.filter(({ pinned }) => pinned).map(({ id }) => id));
    const slots = new Map(before.map(({ meeting, slot }) => [meeting, slot]));
    const hit = draw(problem.meetings.filter(({ id }) => !fixed.has(id)), count, random);
    const away = new Map(hit.map(({ id, participants }) => [participants[0] ?? "", slots.get(id) ?? ""]));
    const participants = problem.participants.map((one) => {
      const slot = away.get(one.id);
      return slot === undefined ? one : { ...one, unavailable: [...new Set([...one.unavailable, slot])] };
    });
    return { ...problem, participants };
  },
});

/** So many pairs who have a slot left each agree late. */
const addLate = (count: number): Change => ({
  name: `${count} late`,
  apply(problem, _before, random) {
    const own = new Map(problem.participants.map(({ id, unavailable }) => [id, problem.slots.length - unavailable.length]));
    for (const id of problem.meetings.flatMap(({ participants }) => participants)) own.set(id, (own.get(id) ?? 0) - 1);
    const known = new Set(problem.meetings.map(({ participants }) => participants.toSorted().join(" ")));
    const open = problem.participants.filter(({ id }) => (own.get(id) ?? 0) > 0).map(({ id }) => id);
    const pairs = open.flatMap((one, index) => open.slice(index + 1).map((other) => [one, other])).filter((pair) => !known.has(pair.toSorted().join(" ")));
    const late = draw(pairs, count, random).map((participants, index) => ({
      id: `late ${index + 1}`, participants, weight: 1, slots: null, session: null, rooms: null, roomKinds: null, pinned: null, after: [], interpretation: [],
    }));
    return { ...problem, meetings: [...problem.meetings, ...late] };
  },
});

/** Rooms are closed until the fullest slot has one too few. */
const closeRooms: Change = {
  name: "rooms closed",
  apply(problem, before) {
    const loads = [...Map.groupBy(before, ({ slot }) => slot).values()].map((all) => all.length);
    return { ...problem, rooms: problem.rooms.slice(0, Math.max(...loads) - 1) };
  },
};

const changes = [1, 3, 5].flatMap((count) => [takeOut(count), makeAbsent(count), addLate(count)]).concat(closeRooms);

function countMoved(before: Before, { placements }: Answer): number {
  const slots = new Map(before.map(({ meeting, slot }) => [meeting, slot]));
  return placements.filter(({ meeting, slot }) => slots.has(meeting) && slots.get(meeting) !== slot).length;
}

const options = readOptions({ seconds: 20 });
const times: number[] = [];
const rows: (string | number)[][] = [];
for (const { name, problem } of readInstances(options.words[0], options.only)) {
  const released = await solveInThread(problem, null, { seconds: 60 });
  if (released.unplaced.length > 0) continue;
  for (const [index, { name: change, apply }] of changes.entries()) {
    const changed = apply(problem, released.placements, randomFrom(options.seed * 100 + index));
    const held = new Set(changed.meetings.map(({ id }) => id));
    const before = released.placements.filter(({ meeting }) => held.has(meeting));
    const repaired = await solveInThread(changed, before, { seconds: options.seconds });
    const anew = await solveInThread(changed, null, { seconds: options.seconds });
    const moved = countMoved(before, repaired);
    const least = repaired.levels.find((level) => level.name === "moved")?.bound ?? 0;
    const broken = listViolations(changed, repaired).length;
    times.push(repaired.seconds);
    rows.push([
      name, change, repaired.unplaced.length, moved, moved === least ? "proved" : `at least ${least}`, countMoved(before, anew),
      repaired.breaks, anew.breaks, seconds(repaired.seconds), seconds(anew.seconds), broken,
    ]);
    console.log(rows.at(-1)?.join("  "));
  }
}
const heads = ["file", "change", "left out", "moved", "fewest", "moved by a new run", "breaks", "breaks of a new run", "s", "s of a new run", "broken rules"];
const summary = `Repairs: median ${seconds(median(times))} s, slowest ${seconds(Math.max(0, ...times))} s. “out”: participants do not come; “away”: not there in one slot in which they had a meeting; “late”: new meetings; “rooms closed”: one room too few in the fullest slot.`;
const text = `${conditions(options.seed, options.seconds)}\n\n${summary}\n\n${table(heads, rows)}`;
console.log(`\n${text}`);
if (options.isWhole) writeSection("repair", "Repair: npm run bench:repair", text);
process.exit(0);
