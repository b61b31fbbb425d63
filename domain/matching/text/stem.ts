import type { Locale } from "@/domain/input";

/** Takes off the first ending that fits and leaves at least `rest` letters. Endings longest first. */
function strip(word: string, endings: readonly string[], rest: number): string {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= rest);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

const longestFirst = (endings: string) => endings.split(/\s+/).toSorted((a, b) => b.length - a.length || a.localeCompare(b));

const english = longestFirst("ings ing ers er ors or ions ion ments ment ed es s ers's al ally ly ness ity ive ical ic able ible ance ancy ence ency ant ent ism ist ists y e ies ied izes ized ises ised ize ise izing ising");

function stemEnglish(word: string): string {
  const singular = word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") ? word.slice(0, -1) : word;
  const base = strip(strip(singular.replace(/ie$/, "y"), english, 4), longestFirst("at is iz e y i"), 5);
  // planning, plan; travelling, travel
  return base.length > 4 && /([bdglmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

const germanInflection = longestFirst("e em en ern er es s n ens ers erin erinnen te ten tem ter tes t st est end ende enden ender endes");
const germanDerivation = longestFirst("ung heit keit igkeit lich isch ig schaft bar sam ier ieren iert ierung er el");

function stemGerman(word: string): string {
  // Gruesse, Grüße, Grusse
  const plain = word.replaceAll(/([aou])e/g, "$1");
  const base = strip(plain.replace(/ungen$|ungs$/, "ung"), germanInflection, 4);
  return strip(strip(base, germanDerivation, 4), longestFirst("ier ig er e"), 5);
}

const polishInflection = longestFirst(
  `a e i o u y ie ia iu ii io em iem om iom ow owi ami iami ach iach ej iej ego iego emu iemu ym im ymi imi ych ich ac ec ic yc uc owac ywac iwac
 uje ujemy ujecie uja ujac ujacy ujaca ujace ujacych ujacego ujacej am amy acie emy imy ymy isz ysz al ala ali alo aly il ila ili ilo ily yl yla yli ylo yly
 acy aca ace acych acego acej any ana ane anych anego anej anym anymi ani ony ona one onych onego onej onym onymi eni
 anie ania aniu aniem aniami aniach an enie enia eniu eniem eniami eniach en owanie owania owaniu owaniem owan owany owana owane owanych owanego owanej owanym
 osc osci oscia osciami oscma owie ze zie ecie ycie`,
);
const polishDerivation = longestFirst("ow ew n sk ick yck ck k ek ik yk nik niczy nicz nict stw ars acj ysci ist yst aln eln arn arz ark iw yw liw izacj yzacj iz yz");

function stemPolish(word: string): string {
  // usłudze, usługa; polityce, polityka
  const base = strip(word.replace(/dze$/, "ga"), polishInflection, word.length > 5 ? 4 : 3);
  const hard = base.replace(/dz$/, "g").replace(/(?<![srd])c$/, "k");
  return strip(strip(hard, polishDerivation, 4), polishDerivation, 5);
}

/** Beginnings of words that the rules would take for other ones: Rechnung is no Rechner, a booking is no book. */
const apart: Record<Locale, readonly string[]> = {
  en: `application applicant booking building business careers cleaning community connections county customs cooperative dentist detector dispatching draft drafting
    drawing factoring factory figures findings forwarder foundation founder gradually graduates hearing heating host hosting housing innovation international
    interpreter interpreting labelling localis machining marketing meeting milling parking plaster plastic portal printer printing product production programming
    record recording router scheduling shipment shopping sprinkling staffing store storing students study substation surveying traveller trainee trainer training
    watering wearable worker`.split(/\s+/),
  de: `bewerber bildung buchen buchung drucker einfuhrung fahrer kellner kleidung konzern konzert lager leiter leitung lieferung luftung marke meister messung parken
    pflaster rechner rechnung router schuler schule schweden sendung siedlung sitzung steuerung theater versicherung wohnung zahler zahlung zeichnung zeitung`.split(/\s+/),
  pl: `ciezarow dluznik drobnic drukar elektroniczn ekspertyz glosowani kanu kolejk licznik lodz logo lokalizacj lecznic monitorow muzyk naukow papierni piaskowan podatnosc
    portal postac promocj promow przechowalni przewodnik reklamacj robotnik rodzinn seri spotkan statyk suszen szklarni szkodnik szkolen targow terminal terminarz tworzyw
    zbiork zielen`.split(/\s+/),
};
/** How many letters of an ending such a beginning may have. */
const longestEnding: Record<Locale, number> = { en: 2, de: 2, pl: 4 };

function keptApart(word: string, locale: Locale): string | null {
  return apart[locale].find((known) => word.startsWith(known) && word.length - known.length <= longestEnding[locale]) ?? null;
}

const stemmers: Record<Locale, (word: string) => string> = { en: stemEnglish, de: stemGerman, pl: stemPolish };

/**
 * What the forms of a word have in common: "Prüfungen", "prüft" → "pruf". Light on purpose: it joins the forms of a word
 * and most of what is made of it, and is used for both the lexicon and the texts, so that it need not be a real root.
 * @param word folded
 */
export function stem(word: string, locale: Locale): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return keptApart(word, locale) ?? stemmers[locale](word);
}
