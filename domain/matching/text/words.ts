import type { Locale } from "@/domain/input";

/**
 * One word of a text: where it stands, its small letters, and the same without diacritics. `counts`: however small it is,
 * as an acronym ("IT") or as part of a hyphened word ("start-up").
 */
export type Word = { start: number; end: number; written: string; folded: string; counts: boolean };

const strokes: Record<string, string> = { ł: "l", ß: "ss", ø: "o", æ: "ae", œ: "oe", đ: "d", ı: "i" };

/** Small letters without diacritics: "Łódź" → "lodz", "Größe" → "grosse". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9 ]*$/.test(lower)) return lower;
  return lower.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[łßøæœđı]/gu, (letter) => strokes[letter] ?? letter);
}

const wordPattern = /(?:\.net|c\+\+|c#)(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+/giu;
/** A word longer than this is none: base64, a line of dashes, an attack. */
const longestWord = 60;

const isCapital = (raw: string) => raw.length > 1 && /^\p{Lu}+$/u.test(raw);
/** Longer ones are words that somebody shouts. */
const longestAcronym = 3;
const isShouted = (raw: string | undefined) => raw !== undefined && raw.length > longestAcronym && isCapital(raw);
const isAcronym = (raw: string, neighbours: readonly (string | undefined)[]) => raw.length <= longestAcronym && isCapital(raw) && !neighbours.some(isShouted);

/** The words of a text with their places (UTF-16), hyphened words taken apart. Linear in the length of the text. */
export function splitWords(text: string): Word[] {
  const found = [...text.matchAll(wordPattern)].filter(([raw]) => raw.length <= longestWord);
  return found.map(({ 0: raw, index: start }, place): Word => {
    const end = start + raw.length;
    const [before, after] = [found[place - 1], found[place + 1]];
    const isJoined = (text[end] === "-" && after?.index === end + 1) || (text[start - 1] === "-" && before !== undefined && before.index + before[0].length === start - 1);
    const written = raw.toLowerCase().normalize("NFC");
    return { start, end, written, folded: fold(written), counts: isJoined || isAcronym(raw, [before?.[0], after?.[0]]) };
  });
}

const boundary = /[.;!?\n\r•|]/u;
/** Words that are looked at together; what stands further apart does not make one phrase. */
const longestClause = 30;

/** The words in groups that a phrase does not cross: sentences, and parts of very long ones. */
export function splitClauses(text: string, words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [];
  let clause: Word[] = [];
  let end = 0;
  for (const word of words) {
    if (clause.length > 0 && (clause.length >= longestClause || boundary.test(text.slice(end, word.start)))) {
      clauses.push(clause);
      clause = [];
    }
    clause.push(word);
    end = word.end;
  }
  if (clause.length > 0) clauses.push(clause);
  return clauses;
}

/** Small words that carry no subject, folded as words are. */
const small: Record<Locale, string> = {
  en: `a an and are as at be been before by can could do does for from has have how i if in into is it its like may more most my need needs no not of on one only or
 other our out over own she he should so some someone somebody anyone such than that the their them then there these they this those through to too under up us very
 want wanted was we were what when where which while who whose why will with within without would you your look looking seek seeking search searching offer offers
 offering provide provides providing also any all both each every per via etc s t re ve ll get give make help helps who's eg ie about after against between during
 including incl well good please already still yet here now just help helping us know knows`,
  de: `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer auch auf aus bei beim bereits bin bis bist da dabei dafur damit dann das dass dem den
 denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwas fur fuer gerade gern gerne hat hatte haben habe
 ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jemand jemanden kann kein keine keinen keiner konnen konnte konnten lassen man mehr mit
 mochte mochten muss mussen nach neben nicht noch nun nur ob oder ohne pro sehr sein seine seinen seiner selbst sich sie sind so sogar sollen soll sollte sowie statt suche suchen
 sucht gesucht bieten bietet anbieten uber ueber um und uns unser unsere unserem unseren unserer unseres unter viel viele vom von vor wahrend war waren was weil welche welcher wenn wer
 werden wie wieder wir wird wo wollen wurde wurden zu zum zur zwischen brauchen braucht benotigen z b u a bzw inkl ca etwa dazu darauf davon machen macht geben gibt helfen hilft
 wunschen wunscht interessiert jetzt schon einige mehrere samt binnen seit biete bitte steht stehen bekommen bleiben bleibt kommen kommt`,
  pl: `a aby albo ale bardzo bez bedzie bo byc by byl byla bylo byly co cos czy czyli do dla dlaczego gdy gdzie go i ich ile im inne innych iz ja jak jaka jaki jakie jako je jego
 jej jest jestesmy jesli jeszcze juz kazdy kazda kazde kiedy ktora ktore ktorego ktorej ktorym ktory ktorych ktorzy kto ktos kogo kogos komu lub ma maja mamy mi moze mozemy mozna my na
 nad nam nami nas nasz nasza nasze naszego naszej naszym naszych naszymi nie nim niz o od on ona oni oraz pan pani panstwo panstwa po pod poprzez potrzebujemy potrzebna potrzebny potrzebne
 prosze przed przez przy sa sam sie sobie soba swoj swoje swoich szukamy szukam poszukujemy poszukuje oferujemy oferuje ta tak takze tam te tego tej ten to tu tych tylko tym u w we wraz
 wsrod z za ze zeby zas sposrod chcemy chcielibysmy chetnie takich taki takie ponad pomoze pomoc pomaga pomagamy pomozemy nawet wlasny wlasne wlasna miedzy podczas robi robimy zrobi
 trzeba wszystko wszystkie temu np itp itd m in`,
};

const smallWords: Record<Locale, ReadonlySet<string>> = {
  en: new Set(small.en.split(/\s+/)),
  de: new Set(small.de.split(/\s+/)),
  pl: new Set(small.pl.split(/\s+/)),
};

/** Whether a word carries no subject in its language: "it" does not, "IT" does. */
export function isSmall({ folded, counts }: Word, locale: Locale): boolean {
  return !counts && smallWords[locale].has(folded);
}
