import fc from "fast-check";
import { expect, test } from "vitest";
import { boundAbove } from "./bound";
import { choosePairs } from "./choose";
import { pairGreedily } from "./greedy";
import { countMeetings, countMissing, isPossible, measureWorth, openMeetings, type Problem, worthOfMeeting } from "./problem";

const effort = { seconds: 20, onGoal: () => undefined };

/** Problems of up to seven organisations; `isAcross`: pairs between two sides only, otherwise any, circles of three too. */
const problems = (isAcross: boolean): fc.Arbitrary<Problem> =>
  fc.integer({ min: 2, max: 7 }).chain((size) => {
    const all = Array.from({ length: size }, (_, left) => Array.from({ length: size - left - 1 }, (__, index) => ({ left, right: left + index + 1 }))).flat();
    const allowed = all.filter(({ left, right }) => !isAcross || left % 2 !== right % 2);
    return fc.record({
      takers: fc.array(fc.record({ meetings: fc.integer({ min: 0, max: 3 }), capacity: fc.integer({ min: 0, max: 5 }) }), { minLength: size, maxLength: size })
        .map((rows) => rows.map((row, index) => ({ id: `o${index}`, ...row }))),
      candidates: fc.subarray(allowed, { maxLength: Math.min(9, allowed.length) }).chain((pairs) =>
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: pairs.length, maxLength: pairs.length })
          .map((scores) => pairs.map((pair, index) => ({ ...pair, score: scores[index] ?? 0 })))),
      least: fc.integer({ min: 0, max: 3 }),
      most: fc.integer({ min: 3, max: 4 }),
    });
  });

/** Every choice that is possible, tried one by one. */
function bestOfAll(problem: Problem) {
  let best = { missing: Number.POSITIVE_INFINITY, worth: 0 };
  for (let bits = 0; bits < 2 ** problem.candidates.length; bits += 1) {
    const chosen = problem.candidates.flatMap((_, place) => (Math.floor(bits / 2 ** place) % 2 === 1 ? [place] : []));
    if (!isPossible(problem, chosen)) continue;
    const missing = countMissing(problem, countMeetings(problem, chosen));
    const worth = measureWorth(problem, chosen);
    if (missing < best.missing || (missing === best.missing && worth > best.worth)) best = { missing, worth };
  }
  return best;
}

test.each([{ isAcross: true, name: "across the border" }, { isAcross: false, name: "anywhere" }])("is as good as the best of all choices, and proved: $name", async ({ isAcross }) => {
  await fc.assert(fc.asyncProperty(problems(isAcross), async (problem) => {
    const { chosen, missing, worth } = await choosePairs(problem, effort);
    expect(isPossible(problem, chosen)).toBe(true);
    expect({ missing: countMissing(problem, countMeetings(problem, chosen)), worth: measureWorth(problem, chosen) }).toEqual({ missing: missing.value, worth: worth.value });
    expect({ missing: missing.value, worth: worth.value }).toEqual(bestOfAll(problem));
    expect({ missing: missing.bound, worth: worth.bound }).toEqual({ missing: missing.value, worth: worth.value });
  }), { numRuns: 80, seed: 2026 });
});

test("no prices make a bound that some choice exceeds", () => {
  const price = fc.double({ min: -120, max: 120, noNaN: true });
  fc.assert(fc.property(problems(false), fc.array(price, { minLength: 7, maxLength: 7 }), price, (problem, takers, filled) => {
    const { missing, worth } = bestOfAll(problem);
    const most = countMissing(problem, countMeetings(problem, [])) - missing;
    expect(boundAbove(problem, { goal: "missing" }, { takers, filled })).toBeGreaterThanOrEqual(most);
    expect(boundAbove(problem, { goal: "worth", filled: most }, { takers, filled })).toBeGreaterThanOrEqual(worth);
  }), { numRuns: 100, seed: 7 });
});

test("the least wanted come before the best fits, and what is agreed already counts", async () => {
  const taker = (id: string, meetings = 0) => ({ id, meetings, capacity: 5 });
  const candidates = [{ left: 0, right: 1, score: 100 }, { left: 0, right: 2, score: 5 }, { left: 3, right: 1, score: 90 }];
  const problem = { takers: [taker("a"), taker("b"), taker("c"), taker("d", 1)], candidates, least: 1, most: 1 };
  expect(pairGreedily(problem)).toEqual([0]);
  expect(await choosePairs(problem, effort)).toEqual({ chosen: [0], missing: { value: 1, bound: 1 }, worth: { value: 220, bound: 220 } });
  const open = { ...problem, takers: [taker("a"), taker("b"), taker("c"), taker("d")] };
  expect(await choosePairs(open, effort)).toEqual({ chosen: [1, 2], missing: { value: 0, bound: 0 }, worth: { value: 335, bound: 335 } });
});

test("each further meeting counts less, and only those that can be held are open", () => {
  expect([1, 2, 3, 4, 61].map(worthOfMeeting)).toEqual([60, 30, 20, 15, 0]);
  expect(openMeetings({ most: 4 }, { id: "a", meetings: 1, capacity: 3 })).toEqual([2, 3]);
  expect(openMeetings({ most: 4 }, { id: "a", meetings: 5, capacity: 9 })).toEqual([]);
});
