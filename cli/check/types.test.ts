import { expect, test } from "vitest";
import { plant } from "./plant";
import { types } from "./types";

test("an index that may be out of range, and an optional property set to undefined, are errors", async () => {
  const root = plant(
    {
      "domain/time.ts": "export const first = (list: string[]): string => list[0];\n",
      "domain/input.ts": 'export const input: { name?: string } = { name: undefined };\nexport const fine = "x";\n',
    },
    ["tsconfig.json"],
  );
  const { findings } = await types.check(root);
  expect(findings.filter((line) => line.includes("error TS")).map((line) => line.split("(")[0])).toEqual([
    "domain/input.ts",
    "domain/time.ts",
  ]);
}, 60_000);

test("sound code passes", async () => {
  const { findings } = await types.check(plant({ "domain/time.ts": "export const zone = 1;\n" }, ["tsconfig.json"]));
  expect(findings).toEqual([]);
}, 60_000);
