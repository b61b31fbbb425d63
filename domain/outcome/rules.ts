/** Counts of outcomes are shown from so many answers of so many organisations on: fewer would name who said what. */
export const leastAnswers = 5;
export const leastOrganisations = 3;

/** Whether outcomes may be counted in sight of others. */
export function isCountable({ rated, organisations }: { rated: number; organisations: number }): boolean {
  return rated >= leastAnswers && organisations >= leastOrganisations;
}

/** A meeting can be rated from its beginning on: who ends early need not wait. */
export function isHeld(meeting: { startsAt: Date }, now: Date): boolean {
  return meeting.startsAt <= now;
}
