import { expect, test } from "vitest";
import { plant } from "./plant";
import { percentile, size } from "./size";

const lines = (count: number) => "export {};\n".repeat(count);
const functionOf = (count: number) => `export function f() {\n${"  f();\n".repeat(count - 2)}}\n`;

test("percentiles", () => {
  expect(percentile([], 0.5)).toBe(0);
  expect(percentile([3, 1, 2], 0.5)).toBe(2);
  expect(percentile(Array.from({ length: 100 }, (_, index) => index + 1), 0.95)).toBe(95);
});

test("a file over 400 lines is found, data is not", async () => {
  const small = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`domain/n${index}/rules.ts`, lines(10)]));
  const { findings } = await size.check(
    plant({ ...small, "domain/time.ts": lines(401), "prisma/seed/data/fields.ts": lines(900) }),
  );
  expect(findings).toEqual(["domain/time.ts: 401 lines, at most 400"]);
});

test("files and functions that are too long on the whole are found", async () => {
  const { findings } = await size.check(
    plant({ "domain/time.ts": functionOf(300), "components/ui/badge.tsx": functionOf(81), "app/page.tsx": functionOf(79) }),
  );
  expect(findings).toEqual([
    "files: median 81, budget 75",
    "files: 95th percentile 300, budget 250: domain/time.ts (300)",
    ".ts functions: 95th percentile 300, budget 50: domain/time.ts:1 (300)",
    ".tsx functions: 95th percentile 81, budget 80: components/ui/badge.tsx:1 (81)",
  ]);
});

test("blank lines cost nothing in a function", async () => {
  const { findings } = await size.check(plant({ "domain/time.ts": functionOf(40).replaceAll("f();\n", "f();\n\n") }));
  expect(findings).toEqual(["files: median 78, budget 75"]);
});
