import fc from "fast-check";
import { expect, test } from "vitest";
import { type Corrections, countsFor, mostCorrections, toggleConcept } from "./rules";

const none: Corrections = { addedConcepts: [], removedConcepts: [] };

test.each([
  [none, true, { addedConcepts: [], removedConcepts: ["port"] }],
  [none, false, { addedConcepts: ["port"], removedConcepts: [] }],
  [{ addedConcepts: ["port"], removedConcepts: [] }, false, none],
  [{ addedConcepts: [], removedConcepts: ["port"] }, true, none],
  // The text has become another one since: what is pressed counts afterwards where it did not, and the reverse.
  [{ addedConcepts: ["port"], removedConcepts: [] }, true, { addedConcepts: [], removedConcepts: ["port"] }],
  [{ addedConcepts: [], removedConcepts: ["port"] }, false, { addedConcepts: ["port"], removedConcepts: [] }],
])("%j, understood: %s, becomes %j", (before, isUnderstood, after) => {
  expect(toggleConcept(before, "port", isUnderstood)).toEqual(after);
});

test("whatever is pressed, it then counts where it did not, nothing else changes, and twice is as before", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: mostCorrections.added });
  fc.assert(fc.property(some, some, fc.subarray(ids), fc.constantFrom(...ids), (added, removed, understood, pressed) => {
    const isUnderstood = (id: string) => understood.includes(id);
    const before = { addedConcepts: added.filter((id) => !isUnderstood(id)), removedConcepts: removed.filter(isUnderstood) };
    const counting = (corrections: Corrections) => ids.filter((id) => countsFor(id, corrections, isUnderstood(id)));
    const once = toggleConcept(before, pressed, isUnderstood(pressed));
    const isFull = before.addedConcepts.length === mostCorrections.added && !before.addedConcepts.includes(pressed) && !isUnderstood(pressed);
    const changed = counting(before).includes(pressed) ? counting(before).filter((id) => id !== pressed) : ids.filter((id) => id === pressed || counting(before).includes(id));
    expect(counting(once)).toEqual(isFull ? counting(before) : changed);
    const twice = toggleConcept(once, pressed, isUnderstood(pressed));
    expect([new Set(twice.addedConcepts), new Set(twice.removedConcepts)]).toEqual([new Set(before.addedConcepts), new Set(before.removedConcepts)]);
  }));
});
