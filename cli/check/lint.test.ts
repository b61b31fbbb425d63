import { expect, test } from "vitest";
import { lint } from "./lint";
import { plant } from "./plant";

const settings = [".oxlintrc.json", "tsconfig.json"];

const planted: Record<string, { file: string; text: string; says: string }> = {
  "any": { file: "domain/time.ts", text: "export const x: any = 1;\n", says: "no-explicit-any" },
  "an unsafe value": { file: "domain/time.ts", text: 'export const x = JSON.parse("1");\nexport const y: string = x.z;\n', says: "no-unsafe" },
  "a promise nobody waits for": {
    file: "server/log.ts",
    text: "export function f(g: () => Promise<void>) {\n  g();\n}\n",
    says: "no-floating-promises",
  },
  "a word to the console": { file: "server/log.ts", text: 'export const f = () => console.log("x");\n', says: "no-console" },
  "a text in the markup": {
    file: "components/ui/badge.tsx",
    text: "export function Badge() {\n  return <p>Hello</p>;\n}\n",
    says: "jsx-no-literals",
  },
  "a picture without words": {
    file: "components/ui/badge.tsx",
    text: 'export function Badge() {\n  return <input type="image" src="/x.png" />;\n}\n',
    says: "alt-text",
  },
  "a silenced rule": {
    file: "domain/time.ts",
    text: "// oxlint-disable-next-line no-var\nvar x = 1;\nexport { x };\n",
    says: "silences a check",
  },
  "an assertion by way of unknown": {
    file: "domain/time.ts",
    text: "export const x = 1 as unknown as string;\n",
    says: "silences a check",
  },
  "a query inside a loop": {
    file: "domain/event/queries.ts",
    text: "export async function f(ids: string[], find: (id: string) => Promise<void>) {\n  for (const id of ids) await find(id);\n}\n",
    says: "no-await-in-loop",
  },
};

test.for(Object.entries(planted))("%s is found", { timeout: 60_000 }, async ([, { file, text, says }]) => {
  const { findings } = await lint.check(plant({ [file]: text }, settings));
  expect(findings.join("\n")).toContain(says);
});

test("sound code passes", { timeout: 60_000 }, async () => {
  const { findings } = await lint.check(plant({ "domain/time.ts": "export const zone = 1;\n" }, settings));
  expect(findings).toEqual([]);
});
