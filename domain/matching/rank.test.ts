import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "@/domain/input";
import { analyse, analyseAs } from "./analyse";
import { learnBackground } from "./background";
import { compareTexts } from "./compare";
import { pomostLexicon } from "./pomost-lexicon";
import { rankOffers, type RankedText } from "./rank";
import { blankOut, explain } from "./reasons";

const lexicon = pomostLexicon();
const nothing = learnBackground([], lexicon);
const score = (need: string, offer: string) => compareTexts(analyse(need, null, lexicon), analyse(offer, null, lexicon), { lexicon, background: nothing }).score;

const text = (id: string, country: string, words: string): RankedText => ({ id, country, text: words, locale: null });
const offers = [
  text("o1", "DE", "Steuerung automatischer Hochregallager"),
  text("o2", "DE", "Buchhaltung und Lohnabrechnung für kleine Betriebe"),
  text("o3", "DE", "Wir dolmetschen bei Verhandlungen mit polnischen Kunden"),
  text("o4", "DE", "Penetrationstests und Schwachstellenanalyse"),
  text("o5", "DE", "Luftbilder mit der Drohne, Vermessung von Baustellen"),
];
const needs = [
  text("n1", "PL", "szukamy kogoś, kto poprowadzi magazyn wysokiego składowania"),
  text("n2", "PL", "kto będzie nam naliczał płace?"),
  text("n3", "PL", "tłumacz ustny na negocjacje"),
  text("n4", "PL", "ktoś, kto znajdzie luki w zabezpieczeniach"),
  text("n5", "PL", "pomiary placu budowy z powietrza"),
];

const subjects = lexicon.concepts.map((concept, index) => ({ concept, index })).filter(({ concept }) => concept.kind === "subject");
const locale = fc.constantFrom<Locale>(...locales);
const anySubject = fc.constantFrom(...subjects);
const sentence = fc.array(anySubject, { minLength: 1, maxLength: 4 });
const say = (picked: typeof subjects, language: Locale) => picked.map(({ concept }) => concept[language][0] ?? "").join(" ");

describe("rankOffers", () => {
  test("finds across the language border what means the same", () => {
    const { ranked } = rankOffers(needs, offers, lexicon);
    expect(ranked.map(({ ranking }) => ranking[0]?.offer.id)).toEqual(["o1", "o2", "o3", "o4", "o5"]);
  });

  test("leaves out offers of the same country", () => {
    expect(rankOffers(needs, [text("own", "PL", "magazyn")], lexicon).ranked.every(({ ranking }) => ranking.length === 0)).toBe(true);
  });

  test("the order in which organisations come changes nothing", () => {
    fc.assert(fc.property(fc.shuffledSubarray(offers, { minLength: 5 }), fc.shuffledSubarray(needs, { minLength: 5 }), (someOffers, someNeeds) => {
      const given = rankOffers(someNeeds, someOffers, lexicon).ranked.toSorted((a, b) => a.need.id.localeCompare(b.need.id));
      expect(given).toEqual(rankOffers(needs, offers, lexicon).ranked);
    }), { numRuns: 20 });
  });
});

describe("compareTexts", () => {
  test("another service on the same subject counts less", () => {
    const need = "Schulung zur Datenschutz-Grundverordnung";
    expect(score(need, "szkolenia z ochrony danych")).toBeGreaterThan(score(need, "tłumaczenie ustne"));
    expect(score("E-Learning zum Datenschutz programmieren", "szkolenie stacjonarne z RODO")).toBeLessThan(score("Schulung zum Datenschutz", "szkolenie z RODO"));
  });

  test("a label means the same in all three languages, and more than a concept elsewhere", () => {
    fc.assert(fc.property(anySubject, anySubject, locale, locale, (one, other, from, to) => {
      fc.pre(one.index !== other.index && !lexicon.relations[one.index]?.has(other.index));
      const read = (item: typeof one, language: Locale) => analyseAs(item.concept[language][0] ?? "", language, lexicon);
      const same = compareTexts(read(one, from), read(one, to), { lexicon, background: nothing }).score;
      expect(same).toBeGreaterThan(0.2);
      expect(same).toBeGreaterThanOrEqual(compareTexts(read(one, from), read(other, to), { lexicon, background: nothing }).score);
    }), { numRuns: 500 });
  });

  test("missing diacritics and one typing error change little", () => {
    expect(score("Pruefung von Vertraegen in Lodz", "sprawdzanie umow")).toBeGreaterThan(0.2);
    expect(score("tlumaczenie przysiegle dokumentow", "beglaubigte Übersetzung")).toBeGreaterThan(0.3);
    expect(score("Buchhaltug", "księgowość")).toBeGreaterThan(0.2);
  });

  test("mixed languages are read", () => {
    expect(score("Unsere księgowość sucht bookkeeping", "Buchhaltung")).toBeGreaterThan(0.3);
  });

  test.each(["", "   ", "?!… — · „“ ()", "\u0000\uD800", "ـــ", "1234 5678"])("nothing is found in %j", (empty) => {
    expect(score(empty, "Buchhaltung")).toBe(0);
    expect(score("Buchhaltung", empty)).toBe(0);
  });

  test("scores lie between 0 and 1", () => {
    fc.assert(fc.property(sentence, sentence, locale, locale, (need, offer, from, to) => {
      const value = score(say(need, from), say(offer, to));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }), { numRuns: 200 });
  });

  test.each([["words", "Lagerverwaltung, księgowość i tłumaczenie. "], ["one word", "a"], ["dashes", "-"], ["nonsense", "xq7 Zwölfboxkämpfer "]])(
    "a megabyte of %s is read in a time that grows with its length",
    (_, piece) => {
      const time = (length: number) => {
        const long = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const start = performance.now();
        score(long, "Buchhaltung");
        score("Buchhaltung", long);
        return performance.now() - start;
      };
      time(50_000);
      const [small, large] = [time(100_000), time(1_000_000)];
      // Ten times the text; quadratic growth would take a hundred times as long. The floor forgives a busy machine.
      expect(large).toBeLessThan(40 * Math.max(small, 50));
    },
    120_000,
  );
});

describe("explain", () => {
  test("marks the words that carry the match", () => {
    const [need, offer] = ["kto sprawdzi nasze umowy?", "Prüfung von Verträgen"];
    const reasons = explain({ need: { text: need, locale: "pl" }, offer: { text: offer, locale: "de" } }, { lexicon, background: nothing }, 3);
    expect(reasons[0]?.concept).toBe("contract_law");
    expect(reasons[0]?.need.map(({ start, end }) => need.slice(start, end))).toContain("umowy");
    expect(reasons[0]?.offer.map(({ start, end }) => offer.slice(start, end))).toContain("Verträgen");
  });

  test("names no subject that only one side speaks of", () => {
    const subjectsOf = (need: string, offer: string) =>
      explain({ need: { text: need, locale: "de" }, offer: { text: offer, locale: "pl" } }, { lexicon, background: nothing }, 5).map(({ concept }) => concept);
    const subjects = subjectsOf("barrierefreie Webseiten für Ämter", "sklep internetowy gotowy w cztery tygodnie");
    expect(subjects.length).toBeGreaterThan(0);
    expect(subjects).not.toContain("digital_accessibility");
    expect(subjectsOf("barrierefreie Webseiten für Ämter", "dostosowanie stron do wymagań dostępności cyfrowej")).toContain("digital_accessibility");
  });

  test("of every reason shown: the score falls when its words are taken out", () => {
    const { background } = rankOffers(needs, offers, lexicon);
    fc.assert(fc.property(sentence, sentence, locale, locale, (wanted, given, from, to) => {
      const texts = { need: say([...wanted, ...given.slice(0, 1)], from), offer: say(given, to) };
      const locales = { need: analyse(texts.need, null, lexicon).locale, offer: analyse(texts.offer, null, lexicon).locale };
      const value = (need: string, offer: string) => compareTexts(analyseAs(need, locales.need, lexicon), analyseAs(offer, locales.offer, lexicon), { lexicon, background }).score;
      const whole = value(texts.need, texts.offer);
      for (const reason of explain({ need: { text: texts.need, locale: null }, offer: { text: texts.offer, locale: null } }, { lexicon, background }, 5)) {
        expect(reason.need.length * reason.offer.length).toBeGreaterThan(0);
        expect(value(blankOut(texts.need, reason.need), blankOut(texts.offer, reason.offer))).toBeLessThan(whole);
        expect(value(blankOut(texts.need, reason.need), texts.offer)).toBeLessThan(whole);
        expect(value(texts.need, blankOut(texts.offer, reason.offer))).toBeLessThan(whole);
      }
    }), { numRuns: 150 });
  });
});
