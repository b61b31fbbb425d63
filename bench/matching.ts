// npm run bench:matching [-- --record]: how good the order of offers is on the judged sets, beside two baselines and per
// pair of languages. --record writes docs/matching-bench.md, and the figures that the portal shows.
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureFile, toCells } from "../cli/match/figures";
import { type RecordedFigures, type SetFigures, toSetFigures } from "../domain/matching/figures";
import { pomostLexicon } from "../domain/matching/pomost-lexicon";
import { surroundings, table, writeSection } from "./schedule/record";

const { values } = parseArgs({ options: { record: { type: "boolean", default: false } } });

const judged = ["a", "b"].map((set) => ({ set, title: `Set ${set}`, files: `bench/matching/set-${set}-`, isOurs: true }));
/** Not part of the project: the texts that the lexicon was grown with. */
const development = { set: "development", title: "Development set", files: "../shared/matching/", isOurs: false };

function judgeSet({ title, files }: typeof development): { text: string; lexicon: ReturnType<typeof measureFile>["lexicon"] } | null {
  const [profiles, judgements] = [`${files}profiles.json`, `${files}judgements.json`];
  if (!existsSync(profiles) || !existsSync(judgements)) return null;
  const measured = measureFile({ kind: "judge", profiles, judgements });
  const [heads = [], ...rows] = toCells(measured);
  const sizes = `${measured.needs} needs and ${measured.offers} offers, ${measured.lexicon.needs} of the needs judged.`;
  return { text: `### ${title}\n\n${sizes}\n\n${table(heads, rows)}`, lexicon: measured.lexicon };
}

const texts: string[] = [];
const sets: SetFigures[] = [];
for (const one of [...judged, development]) {
  const found = judgeSet(one);
  texts.push(found?.text ?? `### ${one.title}\n\nSkipped: it is not part of the project and not here.`);
  if (found && one.isOurs) sets.push(toSetFigures(one.set, found.lexicon));
}
const { version, concepts } = pomostLexicon();
const text = [surroundings(`lexicon ${version}, ${concepts.length} concepts`, ["domain/matching"]), ...texts].join("\n\n");
console.log(text);
if (values.record) {
  const recorded: RecordedFigures = { lexicon: version, measuredOn: new Date().toISOString().slice(0, 10), sets };
  writeFileSync("domain/matching/figures.json", `${JSON.stringify(recorded, null, 2)}\n`);
  writeSection("judged", "Judged sets: npm run bench:matching -- --record", text, "docs/matching-bench.md");
}
