import { expect, test } from "vitest";
import { deadCode } from "./dead-code";
import { plant } from "./plant";

const manifest = (dependencies: Record<string, string>) => JSON.stringify({ name: "x", type: "module", dependencies });

test("a file, an export and a package that nobody uses are found, and a hint that does nothing", async () => {
  const { findings } = await deadCode.check(
    plant({
      "knip.json": '{ "entry": ["cli/start.ts", "cli/gone.ts"], "project": ["**/*.ts"] }',
      "package.json": manifest({ zod: "4.6.7" }),
      "cli/start.ts": 'import { used } from "../domain/time";\nconsole.log(used);\n',
      "domain/time.ts": "export const used = 1;\nexport const idle = 2;\n",
      "domain/input.ts": "export const alone = 1;\n",
    }),
  );
  expect(findings.map((line) => line.split("  ")[0])).toEqual([
    "Unused files: domain/input.ts",
    "Unused dependencies: zod",
    "Unused exports: idle",
    "Configuration hints: cli/gone.ts",
  ]);
}, 60_000);

test("a tree in which all is used passes", async () => {
  const { findings } = await deadCode.check(
    plant({
      "knip.json": '{ "entry": ["cli/start.ts"], "project": ["**/*.ts"] }',
      "package.json": manifest({}),
      "cli/start.ts": "console.log(1);\n",
    }),
  );
  expect(findings).toEqual([]);
}, 60_000);
