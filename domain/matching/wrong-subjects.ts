import type { Analysis, Span } from "./analyse";
import type { Background } from "./background";
import type { Lexicon } from "./lexicon";

/** What words that speak of a wrong subject are still worth. */
const half = 0.5;
/** A text speaks of a subject where its words name it at least so clearly. */
const clear = 0.5;

/**
 * The same background, by which words that speak of certain concepts, or of kinds of them, are worth half wherever they
 * meet: the words and not the concept alone, for the same words stand for its neighbours, too. Concepts that the
 * lexicon does not hold any more are passed over.
 * @param wrong ids of concepts
 */
export function discountSubjects(background: Background, wrong: readonly string[], { concepts }: Lexicon): Background {
  if (wrong.length === 0) return background;
  const ids = new Set(wrong);
  const isWrong = concepts.map(({ id, up }) => ids.has(id) || up.some((broader) => ids.has(broader)));
  const known = new WeakMap<Analysis, ReadonlySet<number>>();
  const wordsOf = (text: Analysis) => {
    const words = known.get(text) ?? new Set([...text.concepts].flatMap(([concept, { strength, spans }]) =>
      isWrong[concept] && strength >= clear ? spans.map(({ start }) => start) : [],
    ));
    known.set(text, words);
    return words;
  };
  const isDiscounted = (text: Analysis, spans: readonly Span[], concept: number | null) =>
    spans.length === 0 ? concept !== null && isWrong[concept] === true : spans.every(({ start }) => wordsOf(text).has(start));
  const worthOf = (text: Analysis, spans: readonly Span[], concept: number | null) => (isDiscounted(text, spans, concept) ? half : 1);
  return { ...background, worthOf };
}
