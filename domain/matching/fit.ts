import type { Measure } from "./frequency";
import type { MatchOrganisation } from "./organisation";
import { comparePair, type Reason } from "./suggest";
import { acrossBorder, inOneLanguage, shareOfWeaker } from "./weights";

/** How many of the most points something gives. */
export type Points = { points: number; most: number };

/**
 * How well two organisations fit, 0 to 100, and what that is made of; parts and wishes add up. `theirs`: their offer for
 * the first one's need; `ours`: its offer for their need. The stronger of the two directions counts whole. `wishes`: what
 * the wishes of both add, or take where that is negative.
 */
export type Fit = { total: number; parts: Record<"theirs" | "ours" | "border" | "language", Points>; wishes: number };

/** What two would be worth that answer each other wholly, both ways, across the border and in one language, without wishes. */
const perfect = (1 + shareOfWeaker) * acrossBorder * inOneLanguage;

/** A score of the engine as people read it, 0 to 100. */
export const toFit = (score: number): number => Math.min(100, Math.round((100 * score) / perfect));

/** Whole numbers with the given sum, each as near to its share as can be. */
function roundTo(sum: number, shares: readonly number[]): number[] {
  const whole = shares.map(Math.floor);
  const order = shares.map((_, index) => index).toSorted((a, b) => (shares[b] ?? 0) % 1 - ((shares[a] ?? 0) % 1) || a - b);
  const missing = sum - whole.reduce((total, share) => total + share, 0);
  return whole.map((share, index) => share + (order.indexOf(index) < missing ? 1 : 0));
}

const best = (reasons: readonly Reason[], kind: Reason["kind"]) => Math.max(0, ...reasons.filter((reason) => reason.kind === kind).map(({ weight }) => weight));

/** How well an offer answers a need, each way, as shares of the whole; the rest is what border and language add. */
function sharesOf(own: MatchOrganisation, other: MatchOrganisation, reasons: readonly Reason[]) {
  const [theirs, ours] = [best(reasons, "they_offer"), best(reasons, "you_offer")];
  const [ofTheirs, ofOurs] = theirs >= ours ? [1, shareOfWeaker] : [shareOfWeaker, 1];
  const base = theirs * ofTheirs + ours * ofOurs;
  const across = own.country === other.country ? 1 : acrossBorder;
  const canTalk = own.languages.some((language) => other.languages.includes(language));
  return {
    most: [ofTheirs, ofOurs, (1 + shareOfWeaker) * (acrossBorder - 1), (1 + shareOfWeaker) * acrossBorder * (inOneLanguage - 1)],
    shares: [theirs * ofTheirs, ours * ofOurs, base * (across - 1), canTalk ? base * across * (inOneLanguage - 1) : 0],
  };
}

/** How well two organisations fit, and what makes it so. */
export function measureFit(own: MatchOrganisation, other: MatchOrganisation, measure: Measure): Fit {
  const { score, reasons } = comparePair(own, other, measure);
  const { shares, most } = sharesOf(own, other, reasons);
  const toPoints = (share: number) => (100 * share) / perfect;
  const [total, withoutWishes] = [toFit(score), toFit(shares.reduce((sum, share) => sum + share, 0))];
  const points = roundTo(withoutWishes, shares.map(toPoints));
  const mostPoints = roundTo(100, most.map(toPoints));
  const part = (index: number): Points => ({ points: points[index] ?? 0, most: mostPoints[index] ?? 0 });
  return { total, parts: { theirs: part(0), ours: part(1), border: part(2), language: part(3) }, wishes: total - withoutWishes };
}
