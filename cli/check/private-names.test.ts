import { expect, test } from "vitest";
import { plant } from "./plant";
import { privateNames } from "./private-names";

test("registries, folders of one machine and neighbours of the checkout are found", async () => {
  const host = ["registry", "npmjs", "org"].join(".");
  const home = ["", "home", "ada", "pomost"].join("/");
  const neighbour = ["..", "shared", "x.csv"].join("/");
  const { findings } = await privateNames.check(
    plant({
      "README.md": `Fetched from ${host}.\n`,
      "cli/demo.ts": `// \n// see ${home}\n`,
      "domain/time.ts": `// ${neighbour}\n`,
      "domain/time.test.ts": `// ${neighbour}\n`,
      "package-lock.json": '{ "resolved": "x" }\n',
      "app/page.tsx": 'import { Start } from "@/app/home/start";\n// also ./home/x and https://example.org/home/x\n',
    }),
  );
  expect(findings.map((line) => line.replace(/ \(.*/, ""))).toEqual([
    "README.md:1: names a registry",
    "cli/demo.ts:2: names a folder of one machine",
    "domain/time.ts:1: reads a folder outside the checkout",
    "package-lock.json:1: names where a package came from",
  ]);
});
