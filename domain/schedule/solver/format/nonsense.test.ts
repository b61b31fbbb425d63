import fc from "fast-check";
import { expect, test } from "vitest";
import { readDzn } from "./read-dzn";
import { readJson } from "./read-json";

const dzn = `nBusiness = 3;\nnMeetings = 2;\nnTables = 1;\nnTotalSlots = 4;\nnMorningSlots = 2;
requested = [|1, 2,1,\n|2, 3,3,\n|];\nforbidden = [{0},\n{1,4},\n{}];\nfixed = [0,3];\nprecedences = [{},\n{1}];\n`;
const json = `{"slots":[{"id":"s","startsAt":0,"endsAt":1},{"id":"t","startsAt":1,"endsAt":2}],"participants":[{"id":"a"},{"id":"b","unavailable":["s"]}],
"rooms":[{"id":"r"}],"meetings":[{"id":"m","participants":["a","b"],"after":[],"pinned":{"slot":"t"}}],"fairness":2}`;

/** A text with some pieces cut out, put in or put elsewhere. */
const damaged = (text: string) =>
  fc.array(fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 12 }), fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("-1", "9".repeat(30), "[", "}", "\u0000", "\ud800", "null", "1e9", "\n", '"', "__proto__"))), { minLength: 1, maxLength: 4 })
    .map((cuts) => cuts.reduce((whole, [at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length), text));

test.each([
  ["data", dzn, readDzn],
  ["JSON", json, readJson],
] as const)("damaged %s is read or refused, with a line that it has", (_, text, read) => {
  expect(read(text).ok).toBe(true);
  fc.assert(fc.property(damaged(text), (given) => {
    const answer = read(given);
    if (answer.ok) return;
    expect(answer.defect.reason).toMatch(/^[a-z_]+$/);
    expect(answer.defect.line ?? 1).toBeLessThanOrEqual(given.split("\n").length);
  }), { numRuns: 3000 });
});
