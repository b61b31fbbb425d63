import fc from "fast-check";
import { expect, test } from "vitest";
import { splitMarked } from "./marked";

test("marks the words of the spans, whatever their order, and nothing else", () => {
  const spans = [{ start: 11, end: 17 }, { start: 0, end: 5 }, { start: 3, end: 5 }];
  expect(splitMarked("Lager neben Büros", spans).map(({ text, isMarked }) => [text, isMarked])).toEqual([
    ["Lager", true],
    [" neben", false],
    [" Büros", true],
  ]);
  expect(splitMarked("", spans)).toEqual([]);
});

test("loses no letter and repeats none", () => {
  const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
    const parts = splitMarked(text, spans);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    for (const { start, text: piece, isMarked } of parts) {
      const isInside = (index: number) => spans.some((one) => one.start <= index && index < one.end);
      for (let index = start; index < start + piece.length; index += 1) expect(isInside(index)).toBe(isMarked);
    }
  }));
});
