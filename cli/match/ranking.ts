import { writeFileSync } from "node:fs";
import { pomostLexicon } from "@/domain/matching/pomost-lexicon";
import { profilesSchema, textsOf } from "@/domain/matching/profiles";
import { rankOffers } from "@/domain/matching/rank";
import { explain } from "@/domain/matching/reasons";
import { readJson, UnusableInput } from "./files";
import type { RankOrder } from "./options";

const mostReasons = 3;
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Writes or prints the order of the offers for each need, as one JSON list with a need a line. */
export function rankFile({ profiles: file, out, top }: RankOrder): void {
  const profiles = readJson(file, profilesSchema);
  const lexicon = pomostLexicon();
  const { ranked, background } = rankOffers(textsOf(profiles, "needs"), textsOf(profiles, "offers"), lexicon);
  const lines = ranked.map(({ need, ranking }) => {
    const listed = ranking.slice(0, top).map(({ offer, score }) => {
      const reasons = score > 0 ? explain({ need, offer }, { lexicon, background }, mostReasons) : [];
      return { offer: offer.id, score: round(score), reasons: reasons.map((reason) => ({ ...reason, weight: round(reason.weight) })) };
    });
    return JSON.stringify({ need: need.id, ranking: listed });
  });
  const text = `[\n${lines.join(",\n")}\n]\n`;
  if (out === null) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text);
  } catch {
    throw new UnusableInput(`--out: ${out} cannot be written.`);
  }
}
