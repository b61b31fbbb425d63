import loadHighs from "highs";
import { boundAbove, type Prices } from "./bound";
import { pairGreedily } from "./greedy";
import { type Aim, listSteps, writeModel } from "./model";
import { type Choice, countMeetings, countMissing, isPossible, measureWorth, type Problem } from "./problem";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** Compiled once; each call solves in an instance of its own. */
let loading: Promise<Highs> | undefined;
const getHighs = () => (loading ??= loadHighs());

/** `seconds`: for each of the two goals. `onGoal` is called when work on one begins. */
export type Effort = { seconds: number; onGoal: (goal: Aim["goal"]) => void };

type Solution = { chosen: number[]; isWhole: boolean; isProved: boolean; prices: Prices };

function solve(highs: Highs, problem: Problem, aim: Aim, { isWhole, seconds }: { isWhole: boolean; seconds: number }): Solution | null {
  const options = { output_flag: false, time_limit: seconds, ...(isWhole ? { mip_rel_gap: 0, mip_abs_gap: 0.5 } : { solver: "ipm" as const }) };
  const { Status: status, Columns: columns, Rows: rows } = highs.solve(writeModel(problem, aim, isWhole), options);
  if (status !== "Optimal" && !(isWhole && status === "Time limit reached")) return null;
  const values = problem.candidates.map((_, place) => columns[`x${place}`]?.Primal ?? 0);
  const duals = new Map(rows.flatMap((row) => ("Dual" in row ? [[row.Name, row.Dual] as const] : [])));
  return {
    chosen: values.flatMap((value, place) => (value > 0.5 ? [place] : [])),
    isWhole: values.every((value) => Math.abs(value - Math.round(value)) < 1e-6),
    isProved: isWhole && status === "Optimal",
    prices: { takers: problem.takers.map((_, index) => duals.get(`t${index}`) ?? 0), filled: duals.get("filled") ?? 0 },
  };
}

/** `measure`: what a choice reaches; null where it is not possible, or loses what the goal before has reached. */
type Search = { seconds: number; measure: (chosen: number[]) => number | null };

/**
 * The best choice for an aim that HiGHS finds in its time, and a bound that we count ourselves from its prices. Between
 * two sides of a border the linear answer is whole by itself; where three could pair in a circle, it may hold halves, and
 * is searched for a whole one.
 */
function reach(highs: Highs, problem: Problem, aim: Aim, { seconds, measure }: Search) {
  const linear = solve(highs, problem, aim, { isWhole: false, seconds });
  const none: Prices = { takers: problem.takers.map(() => 0), filled: 0 };
  const bound = Math.min(boundAbove(problem, aim, none), linear ? boundAbove(problem, aim, linear.prices) : Number.POSITIVE_INFINITY);
  if (linear?.isWhole && measure(linear.chosen) === bound) return { chosen: linear.chosen, bound };
  const whole = solve(highs, problem, aim, { isWhole: true, seconds });
  const found = [linear?.isWhole ? linear.chosen : null, whole?.isWhole ? whole.chosen : null].filter((one) => one !== null);
  const [best] = found.filter((one) => measure(one) !== null).toSorted((a, b) => (measure(b) ?? 0) - (measure(a) ?? 0));
  const proved = whole?.isProved && best ? measure(best) : null;
  return { chosen: best ?? null, bound: Math.min(bound, proved ?? bound) };
}

/**
 * Whom to pair: first as few missing meetings as can be, then the most worth without losing any of these (decision 0090).
 * The same problem has the same answer. Not proved only where the time was too short.
 */
export async function choosePairs(problem: Problem, { seconds, onGoal }: Effort): Promise<Choice> {
  const missingOf = (chosen: readonly number[]) => countMissing(problem, countMeetings(problem, chosen));
  const [before, most] = [missingOf([]), listSteps(problem).filter(({ isNeeded }) => isNeeded).length];
  const filledBy = (chosen: number[]) => (isPossible(problem, chosen) ? before - missingOf(chosen) : null);
  const byHand = pairGreedily(problem);
  onGoal("missing");
  const highs = await getHighs();
  const first = most === 0 || before - missingOf(byHand) === most
    ? { chosen: byHand, bound: before - missingOf(byHand) }
    : reach(highs, problem, { goal: "missing" }, { seconds, measure: filledBy });
  const [start = byHand] = [first.chosen ?? byHand, byHand].toSorted((a, b) => missingOf(a) - missingOf(b));
  const filled = before - missingOf(start);
  onGoal("worth");
  const worthOf = (chosen: number[]) => (isPossible(problem, chosen) && before - missingOf(chosen) >= filled ? measureWorth(problem, chosen) : null);
  const second = reach(highs, problem, { goal: "worth", filled }, { seconds, measure: worthOf });
  const [chosen = start] = [second.chosen ?? start, start, byHand].filter((one) => worthOf(one) !== null).toSorted((a, b) => (worthOf(b) ?? 0) - (worthOf(a) ?? 0));
  return {
    chosen: chosen.toSorted((a, b) => a - b),
    missing: { value: missingOf(chosen), bound: before - first.bound },
    worth: { value: measureWorth(problem, chosen), bound: second.bound },
  };
}
