import { expect, test } from "vitest";
import { UnusableInput } from "./files";
import { readOrder } from "./options";

test("what may be left out has a value", () => {
  expect(readOrder(["a.dzn"])).toEqual({ kind: "solve", file: "a.dzn", out: null, certificate: null, seconds: 60, fairness: undefined, seed: undefined });
  expect(readOrder(["--seconds", "0.5", "--fairness", "none", "--seed", "7", "--out", "b", "a.dzn"])).toMatchObject({ seconds: 0.5, fairness: null, seed: 7, out: "b" });
  expect(readOrder(["--fairness=3", "a.dzn"])).toMatchObject({ fairness: 3 });
  expect(readOrder(["--check", "a", "b", "--allow-unplaced"])).toEqual({ kind: "check", file: "a", solution: "b", fairness: undefined, mayLeaveOut: true });
  expect(readOrder(["--verify", "a", "b", "--fairness", "1"])).toEqual({ kind: "verify", file: "a", certificate: "b", fairness: 1 });
  expect(readOrder(["--help"])).toEqual({ kind: "help" });
});

test.each([
  [[], "Give one file"],
  [["a", "b"], "Give one file"],
  [["a", "--seconds", "abc"], "--seconds wants a number"],
  [["a", "--seconds", "0"], "--seconds wants a number"],
  [["a", "--seconds=-1"], "--seconds wants a number"],
  [["a", "--seconds", "1e9"], "--seconds wants a number"],
  [["a", "--seconds", "-5"], "--seconds"],
  [["a", "--seconds"], "--seconds"],
  [["a", "--fairness", "two"], "--fairness wants a whole number"],
  [["a", "--fairness", "1.5"], "--fairness wants a whole number"],
  [["a", "--seed", "2147483648"], "--seed wants a whole number"],
  [["a", "--speed", "9"], "--speed"],
  [["a", "--allow-unplaced"], "--allow-unplaced goes with --check"],
  [["--check", "a"], "--check wants two files"],
  [["--check", "a", "b", "c"], "--check wants two files"],
  [["--check", "a", "b", "--seed", "1"], "--seed does not go with --check"],
  [["--verify", "a"], "--verify wants two files: the problem, and the certificate"],
  [["--verify", "a", "b", "--out", "c"], "--out does not go with --verify"],
  [["--verify", "a", "b", "--allow-unplaced"], "--allow-unplaced goes with --check"],
  [["--verify", "--check", "a", "b"], "--verify does not go with --check"],
])("%j is refused, with what is meant and how it is used", (words, told) => {
  expect(() => readOrder(words)).toThrow(UnusableInput);
  expect(() => readOrder(words)).toThrow(told);
  expect(() => readOrder(words)).toThrow("npm run schedule -- FILE.dzn");
});
