import { countMeetings, openMeetings, type Problem } from "./problem";

/**
 * The obvious way, best fits first, for those below the minimum first: what moderators do by hand. To begin with, and to
 * compare with.
 */
export function pairGreedily(problem: Problem): number[] {
  const { candidates, takers, least } = problem;
  const counts = countMeetings(problem, []);
  const limits = takers.map((taker) => taker.meetings + openMeetings(problem, taker).length);
  const byScore = candidates.map((_, place) => place).toSorted((a, b) => (candidates[b]?.score ?? 0) - (candidates[a]?.score ?? 0) || a - b);
  const chosen = new Set<number>();
  const pass = (isWanted: (left: number, right: number) => boolean) => {
    for (const place of byScore) {
      const candidate = candidates[place];
      if (!candidate || chosen.has(place)) continue;
      const { left, right } = candidate;
      const [ofLeft, ofRight] = [counts[left] ?? 0, counts[right] ?? 0];
      if (ofLeft >= (limits[left] ?? 0) || ofRight >= (limits[right] ?? 0) || !isWanted(ofLeft, ofRight)) continue;
      chosen.add(place);
      counts[left] = ofLeft + 1;
      counts[right] = ofRight + 1;
    }
  };
  pass((left, right) => left < least && right < least);
  pass((left, right) => left < least || right < least);
  pass(() => true);
  return [...chosen];
}
