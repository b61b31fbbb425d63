import { expect, test } from "vitest";
import type { Progress } from "@/domain/schedule/solver/answer";
import { problemSchema, type Problem } from "@/domain/schedule/solver/problem";
import { certifyInThread, solveInThread } from "./thread";

/** Everybody meets everybody, which leaves no break and a lot to search. */
function createProblem(people: number, slots: number): Problem {
  const ids = Array.from({ length: people }, (_, index) => `p${index}`);
  return problemSchema.parse({
    slots: Array.from({ length: slots }, (_, index) => ({ id: `s${index}`, startsAt: index * 20, endsAt: index * 20 + 15 })),
    participants: ids.map((id) => ({ id })),
    rooms: ids.map((id) => ({ id: `room ${id}` })),
    meetings: ids.flatMap((one, index) => ids.slice(index + 1).map((other) => ({ id: `${one} ${other}`, participants: [one, other] }))),
  });
}

test("answers from another thread, and tells how far it is", async () => {
  const heard: Progress[] = [];
  const answer = await solveInThread(createProblem(4, 3), null, { seconds: 5, onProgress: (progress) => heard.push(progress) });
  expect(answer.placements).toHaveLength(6);
  expect(answer.unplaced).toEqual([]);
  expect(heard.at(-1)).toMatchObject({ placed: 6 });
});

test("a cancelled one answers all the same, with what it has", async () => {
  const answer = await solveInThread(createProblem(12, 14), null, { seconds: 60, signal: AbortSignal.abort() });
  expect(answer.seconds).toBeLessThan(5);
  expect(answer.placements.length + answer.unplaced.length).toBe(66);
});

test("what the solver throws is thrown here", async () => {
  const { meetings: [meeting], ...problem } = createProblem(2, 1);
  if (!meeting) throw new Error("nobody meets");
  const unknown = { ...problem, meetings: [{ ...meeting, participants: ["p0", "nobody"] }] };
  await expect(solveInThread(unknown, null, { seconds: 1 })).rejects.toThrow(/nobody/);
});

test("a thread that ends without an answer is an error", async () => {
  // Not a problem at all: the thread dies before it can say anything.
  await expect(solveInThread(JSON.parse("null") as Problem, null, { seconds: 1 })).rejects.toThrow("null");
});

test("a thread that does not end in time is ended", async () => {
  // So far below nothing that the time after it is over as well.
  await expect(solveInThread(createProblem(12, 14), null, { seconds: -60 })).rejects.toThrow("without an answer");
});

test("writes the proof of an answer in another thread; none where somebody cancels", async () => {
  const problem = createProblem(4, 3);
  const answer = await solveInThread(problem, null, { seconds: 5 });
  expect(await certifyInThread(problem, answer, { seconds: 5 })).toMatchObject({ claim: { kind: "breaks", atLeast: 0 } });
  expect(await certifyInThread(problem, answer, { seconds: 5, signal: AbortSignal.abort() })).toBeNull();
});
