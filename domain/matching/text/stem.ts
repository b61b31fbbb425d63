import type { Locale } from "@/domain/input";
import { familyOf, spell } from "./apart";
import { fold } from "./words";

/** Endings by their length, the longest first. */
type Endings = readonly (readonly [number, ReadonlySet<string>])[];

function endingsOf(list: string): Endings {
  const byLength = new Map<number, Set<string>>();
  for (const ending of list.split(/\s+/)) byLength.set(ending.length, (byLength.get(ending.length) ?? new Set()).add(ending));
  return [...byLength].toSorted(([a], [b]) => b - a);
}

/** Takes off the longest ending that leaves at least `rest` letters. */
function strip(word: string, endings: Endings, rest: number): string {
  for (const [length, known] of endings) {
    if (word.length - length >= rest && known.has(word.slice(-length))) return word.slice(0, -length);
  }
  return word;
}

const english = endingsOf("ings ing ers er ors or ions ion ments ment ed es s ers's al ally ly ness ity ive ical ic able ible ance ancy ence ency ant ent ism ist ists y e ies ied izes ized ises ised ize ise izing ising");
const englishRest = endingsOf("at is iz e y i");

function stemEnglish(word: string): string {
  const singular = word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") ? word.slice(0, -1) : word;
  const base = strip(strip(singular.replace(/ie$/, "y"), english, 4), englishRest, 5);
  // planning, plan; travelling, travel
  return base.length > 4 && /([bdglmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

const germanInflection = endingsOf("e em en ern er es s n ens ers erin erinnen te ten tem ter tes t st est end ende enden ender endes");
const germanDerivation = endingsOf("ung heit keit igkeit lich isch ig schaft bar sam ier ieren iert ierung er el");
const germanRest = endingsOf("ier ig er e");

function stemGerman(word: string): string {
  // Gruesse, Grüße, Grusse
  const plain = word.replaceAll(/([aou])e/g, "$1");
  const base = strip(plain.replace(/ungen$|ungs$/, "ung"), germanInflection, 4);
  return strip(strip(base, germanDerivation, 4), germanRest, 5);
}

const polishInflection = endingsOf(
  `a e i o u y ie ia iu ii io em iem om iom ow owi ami iami ach iach ej iej ego iego emu iemu ym im ymi imi ych ich ac ec ic yc uc owac ywac iwac
 uje ujemy ujecie uja ujac ujacy ujaca ujace ujacych ujacego ujacej am amy acie emy imy ymy isz ysz al ala ali alo aly il ila ili ilo ily yl yla yli ylo yly
 acy aca ace acych acego acej any ana ane anych anego anej anym anymi ani ony ona one onych onego onej onym onymi eni
 anie ania aniu aniem aniami aniach an enie enia eniu eniem eniami eniach en owanie owania owaniu owaniem owan owany owana owane owanych owanego owanej owanym
 osc osci oscia osciami oscma owie ze zie ecie ycie`,
);
const polishDerivation = endingsOf("ow ew n sk ick yck ck k ek ik yk nik niczy nicz nict stw ars acj ysci ist yst aln eln arn arz ark iw yw liw izacj yzacj iz yz");

function stemPolish(word: string): string {
  // usłudze, usługa; polityce, polityka
  const base = strip(word.replace(/dze$/, "ga"), polishInflection, word.length > 5 ? 4 : 3);
  const hard = base.replace(/dz$/, "g").replace(/(?<![srd])c$/, "k");
  return strip(strip(hard, polishDerivation, 4), polishDerivation, 5);
}

const stemmers: Record<Locale, (word: string) => string> = { en: stemEnglish, de: stemGerman, pl: stemPolish };

/**
 * What the forms of a word have in common: "Prüfungen", "prüft" → "pruf". Light on purpose: it joins the forms of a word
 * and most of what is made of it, and is used for both the lexicon and the texts, so that it need not be a real root.
 * Where that would join different words, lexicon/apart.json says which belong together.
 * @param word in small letters, with its diacritics or without
 */
export function stem(word: string, locale: Locale): string {
  if (/\d/.test(word)) return fold(word);
  const family = familyOf(word, locale);
  if (family !== null) return family;
  const folded = fold(spell(word, locale));
  return folded.length < 4 ? folded : stemmers[locale](folded);
}
