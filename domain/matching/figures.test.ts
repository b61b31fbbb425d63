import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recordedFigures, toSetFigures } from "./figures";
import { judge } from "./judge";
import { pomostLexicon } from "./pomost-lexicon";
import { judgementsSchema, profilesSchema, textsOf, toJudgements } from "./profiles";
import { rankOffers } from "./rank";

function measure(set: string) {
  const read = (part: string): unknown => JSON.parse(readFileSync(`bench/matching/set-${set}-${part}.json`, "utf8"));
  const profiles = profilesSchema.parse(read("profiles"));
  const { ranked } = rankOffers(textsOf(profiles, "needs"), textsOf(profiles, "offers"), pomostLexicon());
  return toSetFigures(set, judge(ranked, toJudgements(judgementsSchema.parse(read("judgements")))));
}

test("the figures that the portal shows are those of today's lexicon; else run npm run bench:matching -- --record", () => {
  const { measuredOn, ...recorded } = recordedFigures;
  expect(recorded).toEqual({ lexicon: pomostLexicon().version, sets: ["a", "b"].map(measure) });
  expect(measuredOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});
