import type { Span } from "@/domain/matching/analyse";

export type TextPart = { start: number; text: string; isMarked: boolean };

/** A text in pieces, those marked that lie in a span. Spans may overlap, come in any order and reach over the end. */
export function splitMarked(text: string, spans: readonly Span[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const push = (end: number, isMarked: boolean) => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return parts;
}
