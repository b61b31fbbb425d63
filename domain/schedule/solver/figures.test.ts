import { expect, test } from "vitest";
import { measure } from "./figures";

const slots = [1, 2, 3, 4, 5].map((number) => ({ id: `s${number}` }));
/** "ab s1 r1": the meeting of a and b. */
const figuresOf = (...lines: string[]) => {
  const entries = lines.map((line) => {
    const [meetingId = "", slotId = "", roomId = ""] = line.split(" ");
    return { meetingId, slotId, roomId };
  });
  return measure(slots, (meeting) => [...meeting], entries);
};

test.each([
  { lines: [], figures: { placed: 0, breaks: 0, difference: 0, roomChanges: 0 } },
  { lines: ["ab s1 r1"], figures: { placed: 1, breaks: 0, difference: 0, roomChanges: 0 } },
  // One after the other in the same room, or in another one.
  { lines: ["ab s1 r1", "ac s2 r1"], figures: { placed: 2, breaks: 0, difference: 0, roomChanges: 0 } },
  { lines: ["ab s1 r1", "ac s2 r2"], figures: { placed: 2, breaks: 0, difference: 0, roomChanges: 1 } },
  // A free stretch counts once, however long; b and c have none.
  { lines: ["ab s1 r1", "ac s5 r1"], figures: { placed: 2, breaks: 1, difference: 1, roomChanges: 0 } },
  { lines: ["ab s1 r1", "ac s3 r1", "ad s5 r2"], figures: { placed: 3, breaks: 2, difference: 2, roomChanges: 1 } },
  // The order of the entries means nothing.
  { lines: ["ad s5 r2", "ab s1 r1", "ac s3 r1"], figures: { placed: 3, breaks: 2, difference: 2, roomChanges: 1 } },
  // Both have the same break.
  { lines: ["ab s1 r1", "ac s2 r1", "bc s3 r1"], figures: { placed: 3, breaks: 1, difference: 1, roomChanges: 0 } },
])("$lines", ({ lines, figures }) => {
  expect(figuresOf(...lines)).toEqual(figures);
});
