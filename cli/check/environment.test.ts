import { expect, test } from "vitest";
import { environment } from "./environment";
import { plant } from "./plant";

test("every way of reading the environment is found, and only where it is not allowed", async () => {
  const read = 'export const url = process.env["URL"];\n';
  const { findings } = await environment.check(
    plant({
      "app/page.tsx": read,
      "components/ui/badge.tsx": "export const { env } = process;\n",
      "domain/time.ts": 'import { env } from "node:process";\nexport const zone = env;\n',
      "server/log.ts": "export const level = globalThis.process.env.LEVEL;\n",
      "server/env.ts": read,
      "cli/demo.ts": read,
      "prisma.config.ts": read,
      "server/mail/worker.ts": "// process.env is read elsewhere\nexport const id = process.pid;\n",
    }),
  );
  expect(findings.map((line) => line.split(": ")[0])).toEqual([
    "app/page.tsx:1",
    "components/ui/badge.tsx:1",
    "domain/time.ts:1",
    "server/log.ts:1",
  ]);
});
