/** How far the share may raise or lower a score: 0.9 to 1.1. */
const most = 0.1;

/**
 * By how much it raises or lowers a score to how many others somebody was suggested, against the mean of those who are
 * compared: whoever is new or seldom shown comes a little earlier. It changes an order, and never makes a match.
 */
export function weighExposure(shownTo: number, mean: number): number {
  return mean + shownTo === 0 ? 1 : 1 + most * ((mean - shownTo) / (mean + shownTo));
}

/** The mean of those who say it; 0 where nobody does. */
export function meanExposure(organisations: readonly { shownTo?: number }[]): number {
  const known = organisations.flatMap(({ shownTo }) => shownTo ?? []);
  return known.length === 0 ? 0 : known.reduce((sum, shownTo) => sum + shownTo, 0) / known.length;
}
