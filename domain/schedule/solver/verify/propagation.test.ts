import fc from "fast-check";
import { expect, test } from "vitest";
import { count } from "./count";
import { Propagation } from "./propagation";

const variables = 6;
const literal = fc.integer({ min: 1, max: variables }).chain((variable) => fc.constantFrom(variable, -variable));
const clauses = fc.array(fc.array(literal, { maxLength: 4 }), { maxLength: 25 });

function create(count: number): Propagation {
  const propagation = new Propagation();
  for (let variable = 0; variable < count; variable += 1) propagation.newVariable();
  return propagation;
}

/** Unit propagation as it is defined, looking at every clause again and again. */
function contradicts(given: readonly number[][], assumed: readonly number[]): boolean {
  const held = new Set(assumed);
  for (let size = -1; size !== held.size; ) {
    size = held.size;
    for (const clause of given) {
      const open = new Set(clause.filter((one) => !held.has(-one)));
      const [only] = open;
      if (only === undefined) return true;
      if (open.size === 1) held.add(only);
    }
  }
  return [...held].some((one) => held.has(-one));
}

test("a check finds what unit propagation finds, and leaves nothing behind", () => {
  fc.assert(fc.property(clauses, clauses, (given, checked) => {
    const propagation = create(variables);
    const known: number[][] = [];
    for (const [index, clause] of given.entries()) {
      propagation.add(...clause);
      known.push(clause);
      expect(propagation.isContradictory).toBe(contradicts(known, []));
      const asked = checked[index % Math.max(1, checked.length)] ?? [];
      expect(propagation.follows(asked)).toBe(contradicts(known, asked.map((one) => -one)));
    }
  }), { numRuns: 500 });
});

test("more clauses and variables than there was room for at first", () => {
  const length = 40_000;
  const chain = create(length);
  for (let variable = 1; variable < length; variable += 1) chain.add(-variable, variable + 1, -variable);
  expect(chain.follows([-1, length])).toBe(true);
  expect(chain.follows([1, -length])).toBe(false);
  chain.add(1);
  expect(chain.follows([length])).toBe(true);
  expect(chain.isContradictory).toBe(false);
  chain.add(-length);
  expect(chain.isContradictory).toBe(true);
});

test.each(["both", "up"] as const)("counts what holds: %s", (direction) => {
  fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 8 }), (held, most) => {
    const propagation = create(held.length);
    const sums = count(propagation, held.map((_, index) => index + 1), most, direction);
    expect(sums).toHaveLength(Math.min(held.length, most));
    for (const [index, isHeld] of held.entries()) propagation.add(isHeld ? index + 1 : -index - 1);
    const holding = held.filter(Boolean).length;
    for (const [index, sum] of sums.entries()) {
      expect(propagation.follows([sum])).toBe(holding > index);
      expect(propagation.follows([-sum])).toBe(direction === "both" && holding <= index);
    }
  }));
});
