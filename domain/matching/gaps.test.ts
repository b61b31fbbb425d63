import { expect, test } from "vitest";
import { findGaps, type KeyUse } from "./gaps";
import { conceptKey } from "./mentions";
import { pomostLexicon } from "./pomost-lexicon";

const { concepts } = pomostLexicon();
const subjects = concepts.filter(({ kind }) => kind === "subject");
/** A subject that is a kind of another one, and the broader one. */
const [narrow, broad] = subjects.flatMap((one) => {
  const up = subjects.find(({ id }) => one.up.includes(id));
  return up ? [[one, up] as const] : [];
})[0] ?? [];
const service = concepts.find(({ kind }) => kind === "service");

const use = (source: "offer" | "need", concept: { id: string } | undefined, country: string, organisations = 1): KeyUse => ({ source, key: conceptKey(concept?.id ?? ""), country, organisations });
const brief = (uses: KeyUse[], source: "offer" | "need") => findGaps(uses, source).map(({ concept, country, organisations, isAnsweredAtHome }) => [concept, country, organisations, isAnsweredAtHome]);

test("a need is a gap where nobody across the border offers it; at home does not count, and is said", () => {
  expect(brief([use("need", broad, "PL", 3)], "need")).toEqual([[broad?.id, "PL", 3, false]]);
  expect(brief([use("need", broad, "PL", 3), use("offer", broad, "PL")], "need")).toEqual([[broad?.id, "PL", 3, true]]);
  expect(brief([use("need", broad, "PL", 3), use("offer", broad, "DE")], "need")).toEqual([]);
});

test("a kind of what is needed answers it, something broader does not", () => {
  expect(brief([use("need", broad, "PL"), use("offer", narrow, "DE")], "need")).toEqual([]);
  expect(brief([use("need", narrow, "PL"), use("offer", broad, "DE")], "need")).toEqual([[narrow?.id, "PL", 1, false]]);
});

test("an offer is asked for by itself and by what it is a kind of", () => {
  expect(brief([use("offer", narrow, "DE"), use("need", broad, "PL")], "offer")).toEqual([]);
  expect(brief([use("offer", broad, "DE"), use("need", narrow, "PL")], "offer")).toEqual([[broad?.id, "DE", 1, false]]);
});

test("services and unknown keys are no gap; what most need comes first", () => {
  expect(brief([use("need", service, "PL"), { source: "need", key: 12, country: "PL", organisations: 1 }], "need")).toEqual([]);
  expect(brief([use("need", narrow, "PL", 1), use("need", broad, "DE", 4)], "need").map(([concept]) => concept)).toEqual([broad?.id, narrow?.id]);
});
