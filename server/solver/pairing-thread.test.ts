import { expect, test } from "vitest";
import { choosePairsInThread } from "./pairing-thread";

const taker = (id: string) => ({ id, meetings: 0, capacity: 2 });
const problem = { takers: [taker("a"), taker("b"), taker("c")], candidates: [{ left: 0, right: 1, score: 50 }, { left: 1, right: 2, score: 40 }], least: 1, most: 2 };
const effort = { seconds: 20, onGoal: () => undefined };

test("answers from another thread, and tells which goal it works on", async () => {
  const goals: string[] = [];
  const choice = await choosePairsInThread(problem, { ...effort, signal: new AbortController().signal, onGoal: (goal) => goals.push(goal) });
  expect(choice).toEqual({ chosen: [0, 1], missing: { value: 0, bound: 0 }, worth: { value: 300, bound: 300 } });
  expect(goals).toEqual(["missing", "worth"]);
});

test("is ended by a cancel, before and while it works", async () => {
  await expect(choosePairsInThread(problem, { ...effort, signal: AbortSignal.abort(new Error("unwanted")) })).rejects.toThrow("unwanted");
  const stop = new AbortController();
  const running = choosePairsInThread(problem, { ...effort, signal: stop.signal });
  stop.abort(new Error("unwanted"));
  await expect(running).rejects.toThrow("unwanted");
});

test("what is thrown there is thrown here", async () => {
  await expect(choosePairsInThread(JSON.parse("null") as typeof problem, { ...effort, signal: new AbortController().signal })).rejects.toThrow(/null/);
});
