import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the verifier knows the problem and how files are read, and nothing of the solver", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith(".test.ts"));
  const imported = files.flatMap((name) => [...readFileSync(`${import.meta.dirname}/${name}`, "utf8").matchAll(/from "(.+)";/g)].map(([, from]) => from));
  const outside = new Set(imported.filter((from) => !from?.startsWith("./")));
  expect(outside).toEqual(new Set(["../format/defect", "../format/json-text", "../problem", "zod"]));
});
