import { expect, test } from "vitest";
import { findMissedImports } from "./import-graph";
import { imports } from "./imports";
import { plant } from "./plant";

const settings = [".dependency-cruiser.mjs", "tsconfig.json"];
const leaf = "export const x = 1;\nexport type T = number;\n";
const importing = (...modules: string[]) =>
  `${modules.map((module, index) => `import { x as x${index} } from "${module}";\n`).join("")}export const y = 1;\n`;

/** One file of each kind, each importing all that its row of the matrix allows. */
const clean = {
  "package.json": JSON.stringify({ dependencies: { zod: "4" }, devDependencies: { vitest: "5" } }),
  "prisma/generated/client.ts": leaf,
  "prisma/client.ts": importing("./generated/client", "@/server/env"),
  "prisma/factories/event.ts": importing("../client", "@/domain/event/rules"),
  "server/env.ts": importing("zod"),
  "server/auth.ts": importing("@/prisma/client", "@/domain/event/queries", "@/i18n/routing", "@/messages/en.json"),
  "server/log.ts": importing("nodemailer", "@/domain/event/commands"),
  "messages/en.json": "{}",
  "i18n/routing.ts": importing("@/messages/en.json", "next-intl"),
  "domain/time.ts": leaf,
  "domain/event/schema.ts": importing("zod", "@/domain/time"),
  "domain/event/rules.ts": importing("./schema"),
  "domain/event/queries.ts": importing("@/prisma/client", "./rules", "@prisma/client"),
  "domain/event/commands.ts": importing("./queries", "node:crypto", "@/domain/matching/score"),
  "domain/event/commands.integration.test.ts": importing("@/prisma/factories/event", "vitest"),
  "domain/matching/score.ts": importing("@/domain/event/schema"),
  "components/ui/badge.tsx": importing("./frame"),
  "components/ui/frame.tsx": leaf,
  "components/event/event-card.tsx":
    `import type { T } from "@/domain/event/queries";\n${importing("@/components/ui/badge", "@/domain/event/rules", "@/i18n/routing")}`,
  "app/page.tsx": importing("@/components/event/event-card", "@/domain/event/queries", "@/server/log", "./actions"),
  "app/actions.ts": `"use server";\n${importing("@/domain/event/commands")}`,
  "app/_components/event-form.tsx": `"use client";\n${importing("../actions")}`,
  "cli/demo.ts": importing("@/domain/event/commands", "@/server/log", "@/i18n/routing"),
  "e2e/fixtures.ts": importing("@/prisma/factories/event"),
};

test("what the matrix allows passes", { timeout: 60_000 }, async () => {
  const { findings, looked } = await imports.check(plant(clean, settings));
  expect(findings).toEqual([]);
  expect(looked).toBe("23 files, 40 imports");
});

const planted = {
  "app/a.ts": { imports: ["@/prisma/client", "nodemailer", "pg"], breaks: ["app", "mail-and-log", "database-packages"] },
  "cli/b.ts": { imports: ["@/prisma/client", "@/app/page"], breaks: ["cli", "cli"] },
  "components/event/c.tsx": {
    imports: ["@/app/page", "@/server/log", "@/prisma/client", "@/domain/event/queries", "@/messages/en.json"],
    breaks: ["components", "components", "components", "components-types", "components"],
  },
  "components/ui/d.tsx": {
    imports: ["@/domain/event/schema", "@/i18n/routing", "@/components/event/event-card"],
    breaks: ["components-ui", "components-ui", "components-ui"],
  },
  "server/e.ts": {
    imports: ["@/app/page", "@/components/ui/badge", "@/prisma/client", "vitest"],
    breaks: ["server", "server", "server", "development-package"],
  },
  "domain/noun/access.ts": {
    imports: ["@/app/page", "@/components/ui/badge", "@/server/log", "@/i18n/routing", "next/cache", "pino"],
    breaks: ["domain", "domain", "domain", "domain", "domain-framework", "mail-and-log"],
  },
  "domain/noun/schema.ts": {
    imports: ["@/prisma/client", "@/domain/event/queries", "node:fs", "@prisma/client"],
    breaks: ["domain-pure", "domain-pure", "domain-pure-io", "domain-pure-packages"],
  },
  "domain/schedule/solver/f.ts": {
    imports: ["@/domain/event/commands", "@/server/env", "react"],
    breaks: ["domain-pure", "domain-pure", "domain-pure-packages", "domain-framework"],
  },
  "domain/input.ts": { imports: ["@/domain/event/access"], breaks: ["unresolvable"] },
  "domain/noun/queries.ts": { imports: ["@/domain/event/commands.integration.test"], breaks: ["import-of-test"] },
  "domain/event/rules.test.ts": { imports: ["@/app/page", "vitest", "@/prisma/client"], breaks: ["domain-tests"] },
  "i18n/g.ts": { imports: ["@/domain/time", "@/components/ui/badge"], breaks: ["i18n", "i18n"] },
  "prisma/client.ts": { imports: ["@/i18n/routing", "@/server/env"], breaks: ["prisma-client"] },
  "server/auth.ts": { imports: ["@/prisma/factories/event", "@/app/page"], breaks: ["server-auth", "server-auth"] },
  "prisma/factories/h.ts": { imports: ["@/domain/event/commands", "@/app/page"], breaks: ["prisma", "prisma"] },
  "e2e/i.ts": {
    imports: ["@/app/page", "@/components/ui/badge", "@/domain/time", "@/prisma/client"],
    breaks: ["e2e", "e2e", "e2e", "e2e"],
  },
  "bench/j.ts": { imports: ["@/app/page"], breaks: ["bench"] },
  "proxy.ts": { imports: ["@/domain/event/queries", "@/i18n/routing"], breaks: ["root"] },
  "server/ring.ts": { imports: ["./ring-other"], breaks: [] },
  // A ring is told once.
  "server/ring-other.ts": { imports: ["./ring"], breaks: ["cycle"] },
};

test("every row of the matrix refuses what it does not allow", { timeout: 60_000 }, async () => {
  const files = Object.entries(planted).map(([file, { imports: modules }]) => [file, importing(...modules)] as const);
  const { findings } = await imports.check(
    plant({ ...clean, ...Object.fromEntries(files) }, settings),
  );
  const found = findings.map((finding) => finding.replace(/ → .*/, ""));
  const expected = Object.entries(planted).flatMap(([file, { breaks }]) => breaks.map((rule) => `${rule}: ${file}`));
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test("nouns that need each other are found, types included", { timeout: 60_000 }, async () => {
  const { findings } = await imports.check(
    plant(
      {
        ...clean,
        "domain/event/access.ts": importing("@/domain/organisation/rules"),
        "domain/organisation/rules.ts": leaf,
        "domain/organisation/queries.ts": 'import type { T } from "@/domain/event/queries";\nexport const y = 1;\n',
      },
      settings,
    ),
  );
  expect(findings).toEqual([
    "noun-cycle: domain/event → domain/organisation → … → domain/event",
    "noun-cycle: domain/organisation → domain/event → … → domain/organisation",
  ]);
});

test("code of the server in a client component is found, by whatever way it gets there", { timeout: 60_000 }, async () => {
  const { findings } = await imports.check(
    plant(
      {
        ...clean,
        "app/_components/direct.tsx": `// why\n'use client';\n${importing("@/domain/event/queries")}`,
        "app/_components/by-way.tsx": `"use client";\n${importing("./shared-part")}`,
        "app/_components/shared-part.tsx": importing("@/server/log"),
      },
      settings,
    ),
  );
  expect(findings.filter((line) => line.includes("direct.tsx"))).toContain(
    "client: app/_components/direct.tsx → … → domain/event/queries.ts",
  );
  expect(findings.filter((line) => line.includes("by-way.tsx"))).toContain(
    "client: app/_components/by-way.tsx → … → server/log.ts",
  );
});

test("an import that the matrix did not look at is found, whatever its form", () => {
  const text = 'import type { A } from "a";\nexport * from "b";\nexport const c = () => import("node:fs");\n';
  const modules = new Map([["x.ts", [{ module: "b", resolved: "b.ts", dependencyTypes: [] }]]]);
  expect(findMissedImports(plant({ "x.ts": text }), ["x.ts"], modules)).toEqual(["not seen: x.ts → a", "not seen: x.ts → node:fs"]);
});
