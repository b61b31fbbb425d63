import { liesInOneOf } from "@/domain/region/rules";
import type { MatchOrganisation, Wishes } from "./organisation";

// A side wishes for two things at the most, so that all four together give 0.85 to 1.1.
const fulfilled = 0.025;
const unfulfilled = -0.0375;

type Partner = Pick<MatchOrganisation, "type" | "region">;

/** What one wish adds or takes: nothing where it is empty, or where the partner does not say. */
function weighWish(wish: readonly string[], value: string | undefined, isMet: (value: string) => boolean): number {
  if (wish.length === 0 || value === undefined) return 0;
  return isMet(value) ? fulfilled : unfulfilled;
}

function weighSide({ types, regions }: Wishes, { type, region }: Partner): number {
  return weighWish(types, type, (value) => types.includes(value)) + weighWish(regions, region, (value) => liesInOneOf(value, regions));
}

const none: Wishes = { types: [], regions: [] };

/**
 * By how much the wishes of two organisations raise or lower what they are worth to each other, 0.85 to 1.1, whichever
 * of them looks. A wish excludes nobody; without wishes it is 1.
 */
export function weighWishes(one: MatchOrganisation, other: MatchOrganisation): number {
  return 1 + weighSide(one.wishes ?? none, other) + weighSide(other.wishes ?? none, one);
}
