import { openMeetings, type Problem, worthOfMeeting } from "./problem";

/** What is made as large as possible: meetings of those below the minimum, or the worth without losing any of these. */
export type Aim = { goal: "missing" } | { goal: "worth"; filled: number };

/** One more meeting of a taker. `isNeeded`: it is below the minimum without. */
export type Step = { name: string; taker: number; nth: number; isNeeded: boolean };

/** The steps of all takers that could have more meetings; each counts less than the one before, so they fill in order. */
export function listSteps(problem: Problem): Step[] {
  return problem.takers.flatMap((taker, index) =>
    openMeetings(problem, taker).map((nth) => ({ name: `u${index}_${nth}`, taker: index, nth, isNeeded: nth <= problem.least })));
}

/** Columns of a term as a line of its own each: a text of many thousands on one line is refused. */
const sum = (terms: readonly string[]) => terms.join("\n ");

/**
 * The problem as linear constraints in CPLEX's format: x is a candidate that is paired, u a step of a taker, and each
 * taker has as many steps as pairs.
 */
export function writeModel(problem: Problem, aim: Aim, isWhole: boolean): string {
  const { candidates, takers } = problem;
  const steps = listSteps(problem);
  const needed = steps.filter(({ isNeeded }) => isNeeded);
  const pairs = takers.map((): string[] => []);
  for (const [place, { left, right }] of candidates.entries()) for (const side of [left, right]) pairs[side]?.push(`+ x${place}`);
  const ofTaker = Map.groupBy(steps, ({ taker }) => taker);
  const link = (own: readonly string[], index: number) => {
    const taken = (ofTaker.get(index) ?? []).map(({ name }) => `- ${name}`);
    return own.length + taken.length === 0 ? [] : [`t${index}: ${sum([...own, ...taken])} = 0`];
  };
  const goal = aim.goal === "missing"
    ? needed.map(({ name }) => `+ ${name}`)
    : [...candidates.map(({ score }, place) => `+ ${score} x${place}`), ...steps.map(({ name, nth }) => `+ ${worthOfMeeting(nth)} ${name}`)];
  const filled = aim.goal === "worth" && needed.length > 0 ? [`filled: ${sum(needed.map(({ name }) => `+ ${name}`))} >= ${aim.filled}`] : [];
  const columns = [...candidates.map((_, place) => `x${place}`), ...steps.map(({ name }) => name)];
  return [
    "Maximize", ` goal: ${sum(goal)}`, "Subject To", ...pairs.flatMap(link), ...filled,
    "Bounds", ...columns.map((name) => `0 <= ${name} <= 1`), ...(isWhole ? ["General", ...columns] : []), "End",
  ].join("\n");
}
