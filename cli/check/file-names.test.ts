import { expect, test } from "vitest";
import { fileNames } from "./file-names";
import { plant } from "./plant";

const allowed = [
  ".ci/run",
  ".env.example",
  ".gitignore",
  "README.md",
  "app/[locale]/(public)/page.tsx",
  "app/[locale]/moderation/[event]/_components/draft-grid.tsx",
  "app/[locale]/moderation/[event]/actions.ts",
  "app/[locale]/[...rest]/page.tsx",
  "app/api/agenda/[participant]/route.ts",
  "app/sitemap.ts",
  "components/organisation/organisation-card.tsx",
  "components/ui/button.tsx",
  "docs/decisions/0010-lint-with-oxlint.md",
  "domain/event/commands.ts",
  "domain/event/commands.race.integration.test.ts",
  "domain/event/queries/list-events.ts",
  "domain/event/rules.test.ts",
  "domain/matching/score.ts",
  "domain/schedule/solver/place-meetings.ts",
  "e2e/main-job.spec.ts",
  "i18n/request.ts",
  "messages/pl.json",
  "prisma/migrations/20261123000001_tables/migration.sql",
  "server/mail/worker.ts",
];

const refused = [
  "app/[locale]/(public)/helper.ts",
  "app/[locale]/_components/DraftGrid.tsx",
  "components/button.tsx",
  "components/ui/Button.tsx",
  "docs/decisions/lint.md",
  "domain/event/service.ts",
  "domain/event/queries/events.ts",
  "domain/helpers.ts",
  "lib/time.ts",
  "messages/fr.json",
  "server/utils/format.ts",
  "server/mail/Worker.ts",
  "todo.txt",
];

const empty = (names: string[]) => Object.fromEntries(names.map((name) => [name, ""]));

test("the vocabulary knows the names of every folder", async () => {
  expect(await fileNames.check(plant(empty(allowed)))).toEqual({ looked: `${allowed.length} files`, findings: [] });
});

test("every other name is found", async () => {
  const { findings } = await fileNames.check(plant(empty([...allowed, ...refused])));
  expect(findings.map((line) => line.replace(/: .*/, "")).toSorted()).toEqual(refused.toSorted());
});
