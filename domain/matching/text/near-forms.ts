/** The stems of one language, to be found again in spite of a typing error or an ending that was not taken off. */
export type NearForms = {
  /** The known stem nearest to one that is not known; null where none is near. */
  find: (stemmed: string) => string | null;
};

const shortest = 5;
const longest = 30;

function* deletions(word: string): Generator<string> {
  yield word;
  for (let index = 0; index < word.length; index += 1) yield word.slice(0, index) + word.slice(index + 1);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** How well two stems agree that begin alike, 0 to 1: what they share, by the longer one. */
function agreement(a: string, b: string): number {
  const shared = commonStart(a, b);
  return Math.min(a.length, b.length) - shared > 2 ? 0 : shared / Math.max(a.length, b.length);
}

type Index = { byDeletion: ReadonlyMap<string, string>; byStart: ReadonlyMap<string, readonly string[]> };

function makeIndex(stems: Iterable<string>): Index {
  const byDeletion = new Map<string, string>();
  const byStart = new Map<string, string[]>();
  for (const stem of [...stems].filter((word) => word.length >= shortest).toSorted()) {
    for (const form of deletions(stem)) if (!byDeletion.has(form)) byDeletion.set(form, stem);
    const start = stem.slice(0, shortest);
    const known = byStart.get(start);
    if (known) known.push(stem);
    else byStart.set(start, [stem]);
  }
  return { byDeletion, byStart };
}

function findTypo(word: string, { byDeletion }: Index): string | null {
  for (const form of deletions(word)) {
    const known = byDeletion.get(form);
    // The first letter is seldom mistyped, and short words have many neighbours.
    if (known?.[0] === word[0] && known && word.length >= 6) return known;
  }
  return null;
}

function findBeginning(word: string, { byStart }: Index): string | null {
  const [best] = (byStart.get(word.slice(0, shortest)) ?? [])
    .map((stem) => ({ stem, worth: agreement(word, stem) }))
    .toSorted((a, b) => b.worth - a.worth || a.stem.localeCompare(b.stem));
  return best && best.worth >= 0.7 ? best.stem : null;
}

/**
 * Prepares the search, when it is first asked for. One letter missing, too many, wrong, or two swapped: found by what is
 * left when either side loses a letter, so that a look-up costs the length of the word and not the size of the lexicon.
 */
export function nearForms(stems: Iterable<string>): NearForms {
  let made: Index | undefined;
  return {
    find: (stemmed) => {
      if (stemmed.length < shortest || stemmed.length > longest) return null;
      made ??= makeIndex(stems);
      return findTypo(stemmed, made) ?? findBeginning(stemmed, made);
    },
  };
}
