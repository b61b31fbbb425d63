import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Locale } from "@/domain/input";
import { analyse, analyseAs } from "./analyse";
import { learnBackground } from "./background";
import { compareTexts } from "./compare";
import { type Corrections, correct, keepTelling } from "./corrections";
import { evenFrequency, measureBy } from "./frequency";
import { conceptKey, mentionsOf } from "./mentions";
import type { MatchOrganisation, WrittenText } from "./organisation";
import { findConcept } from "./narrower";
import { pomostLexicon } from "./pomost-lexicon";
import { blankOut, explain, type Pair } from "./reasons";
import { answersNeed } from "./statement-text";
import { comparePair, explainPair } from "./suggest";
import { listWanted } from "./wanted";
import { discountSubjects } from "./wrong-subjects";

const lexicon = pomostLexicon();
const background = learnBackground([], lexicon);
const ids = lexicon.concepts.filter(({ kind }) => kind === "subject").map(({ id }) => id);
const labelIn = (id: string, locale: Locale) => findConcept(id)?.[locale][0] ?? "";

const say = (id: string, country: string, direction: "offer" | "need", written: WrittenText): MatchOrganisation => ({
  id, country, languages: ["en"], statements: [{ id: `${id}-1`, direction, fields: [], ...written }],
});
const vague = { text: "Wir haben Platz für Ihre Sachen", locale: "de" } as const;
const seeker = say("a", "PL", "need", { text: "szukamy magazynu", locale: "pl" });
const offering = (corrections: Corrections) => say("b", "DE", "offer", { ...vague, ...corrections });
const keysOf = (organisation: MatchOrganisation, source: string) =>
  mentionsOf({ statements: organisation.statements, descriptions: [] }).filter((mention) => mention.source === source).map(({ key, strength }) => [key, strength]);

describe("a concept that the authors added", () => {
  const corrected = offering({ addedConcepts: ["warehouse"] });

  test("makes a match across the border that the words alone do not", () => {
    expect(comparePair(seeker, offering({})).reasons).toEqual([]);
    expect(comparePair(seeker, corrected).reasons).toHaveLength(1);
  });

  test("is told as added, and no words are marked that do not say it", () => {
    const [reason] = explainPair(seeker, corrected, 1)[0]?.because ?? [];
    expect(reason).toMatchObject({ concept: "warehouse", offer: [], added: { need: null, offer: { en: labelIn("warehouse", "en"), pl: labelIn("warehouse", "pl") } } });
    expect(reason?.need).toEqual([{ start: 8, end: 16 }]);
  });

  test("is stored to be found by, as clearly as can be, and looked for", () => {
    expect(keysOf(corrected, "offer")).toContainEqual([conceptKey("warehouse"), 100]);
    const wanted = (organisation: MatchOrganisation) => listWanted(organisation, measureBy(evenFrequency), 100).map(({ key }) => key);
    expect(wanted(offering({}))).not.toContain(conceptKey("warehouse"));
    expect(wanted(corrected)).toContain(conceptKey("warehouse"));
  });

  test("is worth half where the reader has found the subject wrong, and only then", () => {
    const [need, offer] = [{ text: "xyzzy", locale: "pl", addedConcepts: ["warehouse"] }, { ...vague, addedConcepts: ["warehouse"] }] as const;
    const full = answersNeed(need, offer, background);
    expect(answersNeed(need, offer, discountSubjects(background, ["translation"], lexicon))).toBe(full);
    expect(answersNeed(need, offer, discountSubjects(background, ["warehouse"], lexicon))).toBeLessThan(full * 0.9);
  });

  test("changes nothing where the words say it themselves, and where the lexicon does not hold it", () => {
    const read = analyse("Wir vermieten ein Lager", "de", lexicon);
    expect(correct(read, { addedConcepts: ["warehouse"] }, lexicon)).toEqual(read);
    expect(correct(read, { addedConcepts: ["no_such_concept"], removedConcepts: ["nor_this"] }, lexicon)).toEqual(read);
  });
});

describe("a concept that the authors removed", () => {
  const plain = say("b", "DE", "offer", { text: "Lager", locale: "de" });
  const removed = [...analyse("Lager", "de", lexicon).concepts.keys()].map((index) => lexicon.concepts[index]?.id ?? "");
  const corrected = say("b", "DE", "offer", { text: "Lager", locale: "de", removedConcepts: removed });

  test("makes no match, and is not stored to be found by", () => {
    expect(comparePair(seeker, plain).reasons).toHaveLength(1);
    expect(comparePair(seeker, corrected).reasons).toEqual([]);
    expect(keysOf(plain, "offer").map(([key]) => key)).toContain(conceptKey("warehouse"));
    expect(keysOf(corrected, "offer")).toEqual([]);
  });

  test("stays removed, whoever adds it at the same time", () => {
    const read = analyse("Lager", "de", lexicon);
    expect(correct(read, { addedConcepts: ["warehouse"], removedConcepts: ["warehouse"] }, lexicon)).toEqual(correct(read, { removedConcepts: ["warehouse"] }, lexicon));
  });
});

describe("whatever is corrected", () => {
  const locale = fc.constantFrom<Locale>("en", "de", "pl");
  const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
  const written = fc.record({ words: fc.array(fc.constantFrom(...ids), { maxLength: 3 }), locale, addedConcepts: some, removedConcepts: some });
  const toText = <Some extends Corrections>({ words, locale: language, ...corrections }: { words: string[]; locale: Locale } & Some) =>
    ({ text: words.map((id) => labelIn(id, language)).join(" "), locale: language, ...corrections });

  test("scores lie between 0 and 1", () => {
    fc.assert(fc.property(written, written, (one, other) => {
      const score = answersNeed(toText(one), toText(other), background);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }), { numRuns: 200 });
  });

  test("what is kept of the corrections says all that they say, and keeping it twice changes nothing", () => {
    fc.assert(fc.property(written, (one) => {
      const text = toText(one);
      const read = analyse(text.text, text.locale, lexicon);
      const kept = keepTelling(read, { ...text, addedConcepts: [...text.addedConcepts, "no_such_concept"] }, lexicon);
      expect(correct(read, kept, lexicon)).toEqual(correct(read, text, lexicon));
      expect(keepTelling(read, kept, lexicon)).toEqual(kept);
      expect(kept.addedConcepts.filter((id) => kept.removedConcepts.includes(id) || id === "no_such_concept")).toEqual([]);
    }), { numRuns: 200 });
  });

  test("of every reason shown: it cites words or what was added, and the score falls when that is taken out", () => {
    fc.assert(fc.property(written, written, (one, other) => {
      const pair: Pair = { need: toText(one), offer: toText(other) };
      const locales = { need: analyse(pair.need.text, pair.need.locale, lexicon).locale, offer: analyse(pair.offer.text, pair.offer.locale, lexicon).locale };
      const read = (side: "need" | "offer", { text, ...corrections }: Pair["need"]) => correct(analyseAs(text, locales[side], lexicon), corrections, lexicon);
      const value = (need: Pair["need"], offer: Pair["need"]) => compareTexts(read("need", need), read("offer", offer), { lexicon, background }).score;
      const whole = value(pair.need, pair.offer);
      for (const reason of explain(pair, { lexicon, background }, 5)) {
        const without = (side: "need" | "offer"): Pair["need"] => {
          const { addedConcepts = [], text, ...rest } = pair[side];
          const label = reason.added[side]?.en;
          expect(reason[side].length > 0).toBe(label === undefined);
          return { ...rest, text: blankOut(text, reason[side]), addedConcepts: addedConcepts.filter((id) => labelIn(id, "en") !== label) };
        };
        expect(value(without("need"), without("offer"))).toBeLessThan(whole);
        expect(value(without("need"), pair.offer)).toBeLessThan(whole);
        expect(value(pair.need, without("offer"))).toBeLessThan(whole);
      }
    }), { numRuns: 150 });
  });
});
