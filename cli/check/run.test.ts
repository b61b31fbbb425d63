import { expect, test } from "vitest";
import type { Gate } from "./gate";
import { runGates } from "./run";

const gate = (name: string, findings: string[]): Gate => ({
  name,
  check: () => Promise.resolve({ looked: "2 files", findings }),
});

test("a gate that finds something or breaks off has failed, and the last line sums up", async () => {
  const said: string[] = [];
  const broken: Gate = { name: "broken", check: () => Promise.reject(new Error("no such tool")) };
  const totals = await runGates([gate("fine", []), gate("bad", ["x.ts: too long"]), broken], ".", (line) => said.push(line));
  expect(totals).toEqual({ passed: 1, failed: 2 });
  expect(said.map((line) => line.replace(/\d\.\d s/, "0.0 s"))).toEqual([
    "ok     fine           0 findings, 2 files, 0.0 s",
    "failed bad            1 findings, 2 files, 0.0 s",
    "         x.ts: too long",
    "failed broken         1 findings, broke off, 0.0 s",
    "         no such tool",
    "gates: 1 passed, 2 failed",
  ]);
});
