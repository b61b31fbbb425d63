import { type Advice, type FitFilters, type FitLevel, goodFit } from "./schema";

/** A fit of 0 to 100 in a word. */
export function fitLevel(fit: number): FitLevel {
  if (fit === 0) return "none";
  if (fit < goodFit) return "weak";
  return fit < 2 * goodFit ? "good" : "strong";
}

/** What would help an organisation to a better match, the first thing first. */
export function adviseFor({ offers, needs, fit }: { offers: number; needs: number; fit: number }): Advice[] {
  const missing = [...(offers === 0 ? (["write_offers"] as const) : []), ...(needs === 0 ? (["write_needs"] as const) : [])];
  if (missing.length === 2) return missing;
  return [...missing, ...(fit === 0 ? (["nobody_answers"] as const) : []), "look_for_partners"];
}

/** What an address leaves out, because it is so anyway. */
const silent: Partial<Record<keyof FitFilters, string>> = { view: "unmatched", q: "", page: "1" };

/** The query of the address that shows this and nothing else: "?view=pair&left=odrasoft", or nothing. */
export function fitQuery(filters: { [Name in keyof FitFilters]?: FitFilters[Name] | undefined }): string {
  const pairs = Object.entries(filters).flatMap(([name, value]) => {
    const text = value === undefined ? "" : String(value);
    return text === "" || silent[name as keyof FitFilters] === text ? [] : [[name, text]];
  });
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
