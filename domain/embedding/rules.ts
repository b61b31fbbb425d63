import type { Direction } from "@/domain/organisation/schema";
import type { EmbeddingPrefixes } from "./schema";

/** Lengths of vectors that can be stored; the same as the database's constraint says. */
export const dimensionLimits = { least: 2, most: 8192 } as const;

/** A text as the model wants it: a need asks, an offer answers. */
export function withPrefix(prefixes: EmbeddingPrefixes, direction: Direction, text: string): string {
  if (prefixes === "none") return text;
  return direction === "need" ? `query: ${text}` : `passage: ${text}`;
}

const longestPause = 3600;

/** Seconds until the service is asked again, after it has failed so often in a row; what it asked for itself counts, up to an hour. */
export function retrySeconds(failures: number, askedFor: number | null): number {
  return Math.min(longestPause, Math.max(5 * 2 ** Math.min(failures - 1, 20), askedFor ?? 0));
}

/** The same direction at length 1; null where there is none. */
export function toUnit(numbers: readonly number[]): Float32Array | null {
  const length = Math.hypot(...numbers);
  return Number.isFinite(length) && length > 0 ? Float32Array.from(numbers, (number) => number / length) : null;
}

/** A vector as it is stored: four bytes a number, the lowest first on every machine. */
export function toBytes(vector: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [index, number] of vector.entries()) view.setFloat32(index * 4, number, true);
  return new Uint8Array(view.buffer);
}

export function fromBytes(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vector = new Float32Array(bytes.byteLength / 4);
  for (let index = 0; index < vector.length; index += 1) vector[index] = view.getFloat32(index * 4, true);
  return vector;
}
