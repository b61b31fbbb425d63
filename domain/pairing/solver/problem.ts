/** An organisation that takes part. `meetings`: it has so many already; `capacity`: so many it can hold in all. */
export type Taker = { id: string; meetings: number; capacity: number };

/** Two that could be paired, by their places in the list of takers. `score`: how well they fit, a whole number of 0 to 100. */
export type Candidate = { left: number; right: number; score: number };

/** Whom to pair, so that everybody has `least` meetings and nobody more than `most`. A pair is a candidate once. */
export type Problem = { takers: readonly Taker[]; candidates: readonly Candidate[]; least: number; most: number };

/** What has been found for a goal, and how far it could be better at the most. Proved where both are the same. */
export type Goal = { value: number; bound: number };

/** Places of the chosen candidates in the list, and both goals: meetings that are missing, and what all is worth. */
export type Choice = { chosen: number[]; missing: Goal; worth: Goal };

/** Points that a meeting counts besides its fit, for a side that it is the first of; the second counts half, and so on. */
const firstMeeting = 60;

/** What it counts for an organisation to have its nth meeting: the fewer it has, the more. */
export const worthOfMeeting = (nth: number): number => Math.floor(firstMeeting / nth);

/** The numbers of the meetings that an organisation could still get: its third, its fourth. */
export function openMeetings({ most }: Pick<Problem, "most">, { meetings, capacity }: Taker): number[] {
  return Array.from({ length: Math.max(0, Math.min(most, capacity) - meetings) }, (_, index) => meetings + index + 1);
}

/** Meetings of each taker if these candidates were paired. */
export function countMeetings({ takers, candidates }: Problem, chosen: readonly number[]): number[] {
  const counts = takers.map(({ meetings }) => meetings);
  for (const place of chosen) {
    const candidate = candidates[place];
    if (!candidate) continue;
    for (const side of [candidate.left, candidate.right]) counts[side] = (counts[side] ?? 0) + 1;
  }
  return counts;
}

/** How many meetings all lack together to have `least` each. */
export function countMissing({ least }: Pick<Problem, "least">, counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + Math.max(0, least - count), 0);
}

/** What these candidates are worth: how well they fit, and more for those who have few meetings. */
export function measureWorth(problem: Problem, chosen: readonly number[]): number {
  const fits = chosen.reduce((sum, place) => sum + (problem.candidates[place]?.score ?? 0), 0);
  const counts = countMeetings(problem, chosen);
  const gains = problem.takers.flatMap(({ meetings }, index) =>
    Array.from({ length: (counts[index] ?? 0) - meetings }, (_, nth) => worthOfMeeting(meetings + nth + 1)));
  return gains.reduce((sum, gain) => sum + gain, fits);
}

/** Nobody gets more meetings than can be held or are wanted, and no pair twice. */
export function isPossible(problem: Problem, chosen: readonly number[]): boolean {
  const counts = countMeetings(problem, chosen);
  const isRoomy = problem.takers.every((taker, index) => (counts[index] ?? 0) - taker.meetings <= openMeetings(problem, taker).length);
  return isRoomy && new Set(chosen).size === chosen.length && chosen.every((place) => problem.candidates[place] !== undefined);
}
