import { listSteps, type Aim } from "./model";
import { type Problem, worthOfMeeting } from "./problem";

/** A price for each taker's link, and one for not losing what is filled; from wherever. */
export type Prices = { takers: readonly number[]; filled: number };

/**
 * More than this no choice can reach, whatever the prices are: a pair is worth at most what it counts less the prices of
 * both, a step what it counts and the price (weak duality). Good prices make it the optimum. Counted in whole halves, so
 * that nothing is rounded in our favour; since every choice is a whole number, the half that is left is dropped.
 */
function boundBy(problem: Problem, aim: Aim, { takers, filled }: Prices): number {
  const prices = takers.map((price) => Math.round(2 * price));
  const forFilled = aim.goal === "worth" ? Math.max(0, Math.round(2 * filled)) : 0;
  const counts = (points: number) => (aim.goal === "worth" ? 2 * points : 0);
  const pairs = problem.candidates.reduce((sum, { left, right, score }) =>
    sum + Math.max(0, counts(score) - (prices[left] ?? 0) - (prices[right] ?? 0)), 0);
  const steps = listSteps(problem).reduce((sum, { taker, nth, isNeeded }) => {
    const worth = aim.goal === "missing" ? 2 * Number(isNeeded) : counts(worthOfMeeting(nth));
    return sum + Math.max(0, worth + (prices[taker] ?? 0) + (isNeeded ? forFilled : 0));
  }, 0);
  const given = aim.goal === "worth" ? forFilled * aim.filled : 0;
  return Math.floor((pairs + steps - given) / 2);
}

/** The same for prices whose signs are not agreed upon: both hold, so the lower one does. */
export function boundAbove(problem: Problem, aim: Aim, { takers, filled }: Prices): number {
  const both = [takers, takers.map((price) => -price)];
  return Math.min(...both.map((prices) => boundBy(problem, aim, { takers: prices, filled: Math.abs(filled) })));
}
