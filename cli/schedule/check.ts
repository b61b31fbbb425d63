import { readSolution } from "@/domain/schedule/solver/format/read-solution";
import { listViolations, type Violation } from "@/domain/schedule/solver/violations";
import { gauge } from "@/domain/schedule/solver/gauge";
import { readProblem, readText, used } from "./files";
import type { CheckOrder } from "./options";

/** As many are named; there may be thousands where a solution belongs to another problem. */
const mostTold = 50;

/** Judges a solution of a problem. @throws UnusableInput */
export function checkSolution({ file, solution: solutionFile, fairness, mayLeaveOut }: CheckOrder) {
  const given = readProblem(file).problem;
  const problem = fairness === undefined ? given : { ...given, fairness };
  const solution = used(solutionFile, readSolution(readText(solutionFile), problem));
  const left: Violation[] = mayLeaveOut || solution.unplaced.length === 0 ? [] : [{ rule: "every meeting is placed", meetings: solution.unplaced }];
  const violations = [...left, ...listViolations(problem, solution)];
  const { roomChanges, ...figures } = gauge(problem, solution.placements);
  return {
    ok: violations.length === 0,
    meetings: problem.meetings.length,
    unplaced: solution.unplaced.length,
    ...figures,
    // Where the solution names no rooms nobody knows.
    roomChanges: solution.hasRooms ? roomChanges : null,
    locations: problem.rooms.length,
    fairness: problem.fairness,
    violationCount: violations.length,
    violations: violations.slice(0, mostTold),
  };
}
