import { expect, test } from "vitest";
import { measure } from "./figures";
import { problemSchema } from "./problem";
import { solve } from "./solve";

const slots = [1, 2, 3, 4, 5].map((number) => ({ id: `s${number}` }));
/** "a-b s1 r1": the meeting of a and b. */
const figuresOf = (...lines: string[]) => {
  const entries = lines.map((line) => {
    const [meetingId = "", slotId = "", roomId = ""] = line.split(" ");
    return { meetingId, slotId, roomId };
  });
  return measure(slots, (meeting) => meeting.split("-"), entries);
};

test.each([
  { lines: [], figures: { placed: 0, breaks: 0, difference: 0, roomChanges: 0 } },
  { lines: ["a-b s1 r1"], figures: { placed: 1, breaks: 0, difference: 0, roomChanges: 0 } },
  // One after the other in the same room, or in another one.
  { lines: ["a-b s1 r1", "a-c s2 r1"], figures: { placed: 2, breaks: 0, difference: 0, roomChanges: 0 } },
  { lines: ["a-b s1 r1", "a-c s2 r2"], figures: { placed: 2, breaks: 0, difference: 0, roomChanges: 1 } },
  // A free stretch counts once, however long; b and c have none.
  { lines: ["a-b s1 r1", "a-c s5 r1"], figures: { placed: 2, breaks: 1, difference: 1, roomChanges: 0 } },
  { lines: ["a-b s1 r1", "a-c s3 r1", "a-d s5 r2"], figures: { placed: 3, breaks: 2, difference: 2, roomChanges: 1 } },
  // The order of the entries means nothing.
  { lines: ["a-d s5 r2", "a-b s1 r1", "a-c s3 r1"], figures: { placed: 3, breaks: 2, difference: 2, roomChanges: 1 } },
  // Both have the same break.
  { lines: ["a-b s1 r1", "a-c s2 r1", "b-c s3 r1"], figures: { placed: 3, breaks: 1, difference: 1, roomChanges: 0 } },
])("$lines", ({ lines, figures }) => {
  expect(figuresOf(...lines)).toEqual(figures);
});

test("what is counted here is what the solver has counted", async () => {
  const people = Array.from({ length: 7 }, (_, index) => `p${index}`);
  const meetings = [1, 2].flatMap((step) => people.map((id, index) => ({ id: `${id}-p${(index + step) % 7}`, participants: [id, `p${(index + step) % 7}`] })));
  const problem = problemSchema.parse({
    slots: slots.map(({ id }, index) => ({ id, startsAt: index * 20, endsAt: index * 20 + 15 })),
    participants: people.map((id, index) => ({ id, unavailable: index === 0 ? ["s2"] : [] })),
    rooms: ["r1", "r2", "r3"].map((id) => ({ id })),
    meetings,
  });
  const begun = performance.now();
  const answer = await solve(problem, { seconds: 10, isCancelled: () => false, onProgress: () => undefined, now: () => (performance.now() - begun) / 1000 });
  const entries = answer.placements.map(({ meeting, slot, room }) => ({ meetingId: meeting, slotId: slot, roomId: room }));
  const { breaks, ...figures } = measure(slots, (id) => id.split("-"), entries);
  expect(breaks).toBe(answer.breaks);
  expect(breaks).toBeGreaterThan(0);
  const levels = Object.fromEntries(answer.levels.map(({ name, value }) => [name, value]));
  expect(figures).toMatchObject({ placed: answer.placements.length, difference: levels["difference"], roomChanges: levels["roomChanges"] });
});
