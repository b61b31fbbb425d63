import { speaksOf } from "./analyse";
import type { Measure } from "./frequency";
import { conceptKey, fieldKey, wordKey } from "./mentions";
import type { MatchOrganisation, MatchStatement } from "./organisation";
import { hasText } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";
import { readText } from "./statement-text";

/**
 * What would answer a statement: a key to look for among the offers or the needs of others. `part`: what of the
 * statement it answers; of several keys for one part the best counts. `weight`: which share of the statement, 0 to 1.
 */
export type Wanted = { source: "offer" | "need"; statement: number; part: number; key: number; weight: number };

/** Siblings and what is two steps away answer too little to be looked for. */
const near = 0.5;
const shareOfField = 0.4;
const shareOfWord = 0.5;

type Part = { part: number; weight: number; answers: { key: number; worth: number }[] };

function conceptParts(statement: MatchStatement, { background }: Measure): Part[] {
  if (!hasText(statement)) return [];
  const { concepts, relations } = pomostLexicon();
  const keyOf = (concept: number) => conceptKey(concepts[concept]?.id ?? "");
  const { concepts: found, words } = readText(statement);
  const known = [...found].filter(([, { strength }]) => strength >= speaksOf).map(([concept, { strength }]): Part => ({
    part: keyOf(concept),
    weight: background.ofConcept(concept) * strength,
    answers: [...(relations[concept] ?? [])].filter(([, worth]) => worth >= near).map(([other, worth]) => ({ key: keyOf(other), worth })),
  }));
  const unknown = [...words].filter(([, { strength }]) => strength === 1).map(([word]): Part => ({
    part: wordKey(word),
    weight: background.ofWord(word) * shareOfWord,
    answers: [{ key: wordKey(word), worth: 1 }],
  }));
  return [...known, ...unknown];
}

/** Shares of a whole that is never nothing, so that a statement about one small thing does not promise all. */
function toShares(parts: readonly Part[], whole: number): Omit<Wanted, "source" | "statement">[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0.35);
  return parts.flatMap(({ part, weight, answers }) => answers.map(({ key, worth }) => ({ part, key, weight: (whole * weight * worth) / total })));
}

/**
 * What an organisation would be answered by, heaviest first: its needs by offers, its offers by needs.
 * @param most keys at the most: the heaviest
 */
export function listWanted(own: MatchOrganisation, measure: Measure, most: number): Wanted[] {
  return own.statements
    .flatMap((statement, index) => {
      const source = statement.direction === "need" ? ("offer" as const) : ("need" as const);
      const fields = statement.fields.map((field): Part => ({ part: fieldKey(field), weight: measure.worth(field), answers: [{ key: fieldKey(field), worth: 1 }] }));
      const shares = [...toShares(conceptParts(statement, measure), 1), ...toShares(fields, shareOfField)];
      return shares.map((share): Wanted => ({ ...share, source, statement: index }));
    })
    .toSorted((a, b) => b.weight - a.weight || a.statement - b.statement || a.key - b.key)
    .slice(0, most);
}
