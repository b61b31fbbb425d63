/** What the authors of an offer or a need say of it, by ids of concepts: it is about more than its words say, or not about something. */
export type Corrections = { addedConcepts: string[]; removedConcepts: string[] };

/** As many corrections as one text may have: who could add everything would be found by everybody. */
export const mostCorrections = { added: 5, removed: 20 } as const;

/** Whether a subject counts for a text: its words speak of it, or its authors have added it, and nobody has removed it. */
export function countsFor(id: string, { addedConcepts, removedConcepts }: Corrections, isUnderstood: boolean): boolean {
  return !removedConcepts.includes(id) && (isUnderstood || addedConcepts.includes(id));
}

/**
 * Takes a subject out where it counts, and in where it does not; twice is as before. Where as many are added as may be,
 * nothing changes.
 */
export function toggleConcept(corrections: Corrections, id: string, isUnderstood: boolean): Corrections {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  const [addedConcepts, removedConcepts] = [without(corrections.addedConcepts), without(corrections.removedConcepts)];
  if (countsFor(id, corrections, isUnderstood)) {
    return { addedConcepts, removedConcepts: isUnderstood ? [...removedConcepts, id].slice(-mostCorrections.removed) : removedConcepts };
  }
  return { addedConcepts: isUnderstood ? addedConcepts : [...addedConcepts, id].slice(0, mostCorrections.added), removedConcepts };
}
