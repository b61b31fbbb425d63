import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Conflict, ConflictPart, Effort } from "./answer";
import { gauge } from "./gauge";
import { everyRule, isPossible, tryAll, type Kept } from "./oracle/brute-force";
import { problemSchema, type Problem } from "./problem";
import { repairSchedule, solve } from "./solve";
import { listViolations } from "./violations";

// So long only where something is wrong: each of these problems takes milliseconds.
const effort: Effort = { seconds: 10, isCancelled: () => false, onProgress: () => undefined, now: () => performance.now() / 1000 };

const named = <T extends object>(prefix: string, items: T[]) => items.map((item, index) => ({ id: `${prefix}${index}`, ...item }));
const nameOf = (prefix: string, most: number) => fc.nat({ max: most - 1 }).map((index) => `${prefix}${index}`);
const rarely = <T>(usual: T, other: fc.Arbitrary<T>, weight = 3) => fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

type Size = { slots: number; rooms: number; people: number };

const meetings = ({ slots, rooms, people }: Size) => fc.array(fc.record({
  participants: fc.uniqueArray(nameOf("p", people), { minLength: 2, maxLength: Math.min(3, people) }),
  weight: fc.integer({ min: 1, max: 3 }),
  slots: rarely(null, fc.uniqueArray(nameOf("s", slots))),
  session: rarely<string | null>(null, fc.constantFrom("morning", "afternoon")),
  rooms: rarely(null, fc.uniqueArray(nameOf("r", rooms)), 5),
  roomKinds: rarely(null, fc.uniqueArray(fc.constantFrom("table", "zoom"), { minLength: 1 }), 5),
  pinned: rarely(null, fc.record({ slot: nameOf("s", slots), room: fc.option(nameOf("r", rooms)) }), 7),
  interpretation: rarely([], fc.uniqueArray(fc.constantFrom("de", "pl"), { maxLength: 2 }), 4),
  after: rarely([], fc.uniqueArray(nameOf("m", 3), { maxLength: 2 }), 4),
}), { maxLength: 6 }).map((items) => {
  const all = named("m", items);
  // Whoever is later in the list is later: no circles.
  return all.map((meeting, index) => ({ ...meeting, after: meeting.after.filter((id) => Number(id.slice(1)) < index) }));
});

/** Any small event, with everything that a problem can say. */
const problems: fc.Arbitrary<Problem> = fc
  .record({ slots: fc.integer({ min: 1, max: 5 }), rooms: fc.integer({ min: 1, max: 3 }), people: fc.integer({ min: 2, max: 8 }) })
  .chain((size) => {
    const absent = rarely([], fc.uniqueArray(nameOf("s", size.slots), { maxLength: 2 }), 1);
    const list = <T extends object>(prefix: string, count: number, one: fc.Arbitrary<T>) =>
      fc.array(one, { minLength: count, maxLength: count }).map((items) => named(prefix, items));
    return fc.record({
      slots: fc.array(fc.constantFrom(5, 5, 30), { minLength: size.slots, maxLength: size.slots }).map((pauses) => {
        let at = 0;
        return pauses.map((pause, index) => {
          const slot = { id: `s${index}`, startsAt: at, endsAt: at + 20, session: index * 2 < pauses.length ? "morning" : "afternoon" };
          at += 20 + pause;
          return slot;
        });
      }),
      rooms: list("r", size.rooms, fc.record({ unavailable: absent, capacity: rarely(null, fc.constantFrom(2, 3)), kind: fc.constantFrom(null, "table", "zoom") })),
      participants: list("p", size.people, fc.record({ unavailable: absent, restMinutes: rarely(0, fc.constantFrom(5, 10, 30)) })),
      interpreters: fc.array(fc.record({ languages: fc.uniqueArray(fc.constantFrom("de", "pl")), unavailable: absent }), { maxLength: 2 }).map((items) => named("i", items)),
      meetings: meetings(size),
      fairness: fc.constantFrom(null, 0, 1, 2),
      seed: fc.nat({ max: 1000 }),
    }).map((problem) => problemSchema.parse(problem));
  });

const weightOf = (problem: Problem, answer: Answer) => problem.meetings.filter(({ id }) => answer.unplaced.includes(id)).reduce((sum, { weight }) => sum + weight, 0);
const levelOf = (answer: Answer, name: string) => answer.levels.find((level) => level.name === name);
const figuresOf = (problem: Problem, answer: Answer) => ({ unplaced: weightOf(problem, answer), breaks: answer.breaks });
/** An answer without what depends on the machine. */
const lasting = (answer: Answer) => ({ ...answer, seconds: 0 });

describe("solve, on any small problem", () => {
  test("finds the best that there is, says so, and breaks no rule", async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const answer = await solve(problem, effort);
      expect(listViolations(problem, answer)).toEqual([]);
      const { breaks, difference, roomChanges } = gauge(problem, answer.placements);
      expect(breaks).toBe(answer.breaks);
      const best = tryAll(problem);
      expect(figuresOf(problem, answer)).toEqual({ unplaced: best.unplaced, breaks: best.breaks });
      expect(answer.status).toBe(best.unplaced === 0 ? "optimal" : "infeasible");
      expect(answer.isCut).toBe(false);
      expect(levelOf(answer, "weight")).toMatchObject({ value: best.unplaced, bound: best.unplaced });
      expect(levelOf(answer, "breaks")).toMatchObject({ value: best.breaks, bound: best.breaks });
      const fairest = levelOf(answer, "difference");
      expect(fairest?.value ?? difference).toBe(difference);
      expect(fairest?.bound ?? 0).toBeLessThanOrEqual(best.difference);
      expect(levelOf(answer, "roomChanges")?.value ?? roomChanges).toBe(roomChanges);
    }), { numRuns: 300 });
  }, 120_000);

  test("answers the same again", async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const answer = await solve(problem, effort);
      const copy = JSON.parse(JSON.stringify(problem)) as Problem;
      expect(lasting(await solve(copy, effort))).toEqual(lasting(answer));
    }), { numRuns: 100 });
  }, 120_000);

  test("is no worse with another slot or another room", async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const end = problem.slots.at(-1)?.endsAt ?? 0;
      const more = [
        { ...problem, slots: [...problem.slots, { id: "another", startsAt: end + 5, endsAt: end + 25, session: null }] },
        { ...problem, rooms: [...problem.rooms, { id: "another", unavailable: [], capacity: null, kind: "table" }] },
      ];
      const before = figuresOf(problem, await solve(problem, effort));
      for (const wider of more) {
        const after = figuresOf(wider, await solve(wider, effort));
        // Who places more may need more breaks for it.
        const isWorse = after.unplaced > before.unplaced || (after.unplaced === before.unplaced && after.breaks > before.breaks);
        expect({ before, after, isWorse }).toEqual({ before, after, isWorse: false });
      }
    }), { numRuns: 100 });
  }, 120_000);

  test("comes to the same figures under other names and in another order", async () => {
    const renamed = problems.chain((problem) => fc.record({
      problem: fc.constant(problem),
      people: fc.shuffledSubarray(problem.participants.map(({ id }) => id), { minLength: problem.participants.length }),
      names: fc.shuffledSubarray(problem.meetings.map(({ id }) => id), { minLength: problem.meetings.length }),
    }));
    await fc.assert(fc.asyncProperty(renamed, async ({ problem, people, names }) => {
      const person = new Map(problem.participants.map(({ id }, index) => [id, people[index] ?? ""]));
      const name = new Map(problem.meetings.map(({ id }, index) => [id, names[index] ?? ""]));
      const other = {
        ...problem,
        participants: problem.participants.map((one) => ({ ...one, id: person.get(one.id) ?? "" })).toReversed(),
        meetings: problem.meetings.map((one) => ({
          ...one, id: name.get(one.id) ?? "",
          participants: one.participants.map((id) => person.get(id) ?? ""), after: one.after.map((id) => name.get(id) ?? ""),
        })).toReversed(),
      };
      expect(figuresOf(other, await solve(other, effort))).toEqual(figuresOf(problem, await solve(problem, effort)));
    }), { numRuns: 100 });
  }, 120_000);
});

/** The rules that a conflict names, and no others. */
function rulesOf(problem: Problem, parts: readonly ConflictPart[]): Kept {
  const of = <K extends ConflictPart["kind"]>(kind: K) => parts.filter((part): part is Extract<ConflictPart, { kind: K }> => part.kind === kind);
  const orders = new Set(of("order").map(({ earlier, later }) => `${earlier} ${later}`));
  return {
    meetings: new Set(of("meeting").map(({ meeting }) => meeting)),
    participants: new Set(of("participant").map(({ participant }) => participant)),
    roomSlots: new Set(of("rooms").map(({ slot }) => slot)),
    interpreterSlots: new Set(of("interpreters").map(({ slot }) => slot)),
    isOrdered: (earlier, later) => orders.has(`${earlier} ${later}`),
    isFair: of("fairness").length > 0,
  };
}

describe("the reason why not all can be placed", () => {
  test("cannot be satisfied, and without any one of its parts can", async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const { status, conflict } = await solve(problem, effort);
      expect(conflict === null).toBe(status !== "infeasible");
      if (conflict === null) return;
      const { parts }: Conflict = conflict;
      expect(isPossible(problem, everyRule(problem))).toBe(false);
      expect(isPossible(problem, rulesOf(problem, parts))).toBe(false);
      for (const part of parts) {
        expect([part, isPossible(problem, rulesOf(problem, parts.filter((other) => other !== part)))]).toEqual([part, true]);
      }
    }), { numRuns: 200 });
  }, 120_000);
});

describe("repairSchedule, on any small problem", () => {
  test("changes nothing where nothing has changed", async () => {
    await fc.assert(fc.asyncProperty(problems, async (problem) => {
      const { placements } = await solve(problem, effort);
      const repaired = await repairSchedule(problem, placements, effort);
      expect(repaired.placements).toEqual(placements);
      expect(levelOf(repaired, "moved")).toMatchObject({ value: 0, bound: 0 });
    }), { numRuns: 100 });
  }, 120_000);

  test("places as much as a new run, and changes as little as possible", async () => {
    const changed = problems.chain((problem) => fc.record({
      problem: fc.constant(problem),
      absent: fc.record({ person: nameOf("p", problem.participants.length), slot: nameOf("s", problem.slots.length) }),
    }));
    await fc.assert(fc.asyncProperty(changed, async ({ problem, absent }) => {
      const before = (await solve(problem, effort)).placements;
      const participants = problem.participants.map((one) => (one.id === absent.person ? { ...one, unavailable: [...new Set([...one.unavailable, absent.slot])] } : one));
      const after = { ...problem, participants };
      const repaired = await repairSchedule(after, before, effort);
      expect(listViolations(after, repaired)).toEqual([]);
      expect(repaired.isCut).toBe(false);
      const slots = new Map(before.map(({ meeting, slot }) => [meeting, slot]));
      const { unplaced, moved, told, breaks } = tryAll(after, slots);
      expect(weightOf(after, repaired)).toBe(unplaced);
      expect(repaired.placements.filter(({ meeting, slot }) => slots.has(meeting) && slots.get(meeting) !== slot)).toHaveLength(moved);
      for (const [name, value] of Object.entries({ moved, told, breaks })) expect(levelOf(repaired, name)).toMatchObject({ value, bound: value });
    }), { numRuns: 100 });
  }, 120_000);
});
