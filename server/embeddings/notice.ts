import { env } from "../env";

/** The host that gets the texts of offers and needs, for people to be told; null where they stay in the portal. */
export function getComparisonHost(): string | null {
  const url = env().EMBEDDINGS_URL;
  return url === undefined ? null : new URL(url).host;
}
