/**
 * What vectors of an embedding service add to the comparison of two texts. Pure; without vectors nothing changes.
 */

/** How close an offer's text is to a need's by their vectors, 0 to 1; null where either has none. */
export type Closeness = (needId: string, offerId: string) => number | null;

/** Nobody made vectors. */
export const unknownCloseness: Closeness = () => null;

/**
 * Vectors have so much of a say in what two texts have in common. They only shift what the texts or their fields of
 * activity already say: a match that nothing else supports cannot be explained to those who are to meet.
 */
const shareOfVectors = 0.4;

/** How well a text answers another, 0 to 1, corrected by how close their vectors are. */
export function withCloseness(text: number, closeness: number | null): number {
  return closeness === null ? text : (1 - shareOfVectors) * text + shareOfVectors * closeness;
}

/** The cosine of two vectors of length 1. */
function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

/**
 * Closeness by the vectors of one model, each of length 1, by id of the statement.
 * @param floor the cosine of two texts that have nothing to do with each other, which is far from 0 with some models
 */
export function closenessBy(vectors: ReadonlyMap<string, Float32Array>, floor: number): Closeness {
  return (needId, offerId) => {
    const [need, offer] = [vectors.get(needId), vectors.get(offerId)];
    if (!need || !offer) return null;
    return Math.min(1, Math.max(0, (cosine(need, offer) - floor) / (1 - floor)));
  };
}
