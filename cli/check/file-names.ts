import type { Gate } from "./gate";
import { listFiles } from "./tree";

const kebab = "[a-z0-9]+(?:-[a-z0-9]+)*";
const folders = `(?:${kebab}/)*`;
/** A name, what a test of it is about, and how real it is: capacity.race.integration.test.ts; what takes longest is a drill. */
const test = `${kebab}(?:\\.race)?(?:\\.integration|\\.drill)?\\.test`;
/** A segment of an address: named, [variable], (grouped) or left out of the address by its dot or underscore. */
const segments = "(?:(?:[a-z0-9.-]+|\\[{1,2}(?:\\.{3})?[a-zA-Z]+\\]{1,2}|\\([a-z-]+\\))/)*";
const nextNames =
  "(?:page|layout|template|loading|error|global-error|not-found|default|route|actions|opengraph-image|icon|apple-icon" +
  "|sitemap|robots|manifest)";

/** Every name that a file may have, by folder. What no line allows has no place yet: find the place first. */
const vocabulary: Record<string, string[]> = {
  "": [
    "package\\.json|package-lock\\.json|tsconfig\\.json|\\.[a-z][a-z-]*(?:\\.[a-z]+)*",
    "[A-Z]+(?:\\.md)?",
    `${kebab}\\.config\\.(?:ts|js|mjs)`,
    "proxy\\.ts|instrumentation\\.ts",
  ],
  ".ci": ["run"],
  app: [
    `${segments}${nextNames}(?:\\.test)?\\.tsx?`,
    `${segments}_components/${kebab}(?:\\.test)?\\.tsx`,
    "globals\\.css|favicon\\.ico|icon\\.(?:svg|png)|apple-icon\\.png",
  ],
  components: [`${kebab}/${kebab}(?:\\.test)?\\.tsx?`, `map/${kebab}\\.json`],
  domain: [
    "(?:actor|result|time|input)(?:(?:\\.integration)?\\.test)?\\.ts",
    `${kebab}/(?:schema|rules|access|queries|commands)\\.ts`,
    `${kebab}/(?:queries|commands)/${kebab}-${kebab}\\.ts`,
    `${kebab}/(?:queries/|commands/)?${test}\\.ts`,
    `(?:matching|(?:schedule|pairing)/solver)/${folders}(?:${kebab}|${test})\\.ts`,
    `matching/(?:lexicon/${kebab}|figures)\\.json`,
  ],
  // next.config.js reads the headers, before anything is compiled.
  server: [`${folders}(?:${kebab}|${test})\\.tsx?`, "headers\\.js"],
  i18n: [`(?:${kebab}|${test}|${kebab}\\.d)\\.ts`],
  messages: ["(?:en|de|pl)\\.json"],
  prisma: [
    "schema\\.prisma|client\\.ts|seed\\.ts",
    "migrations/(?:migration_lock\\.toml|\\d{14}_[a-z0-9_]+/migration\\.sql)",
    `(?:seed|factories)/${folders}(?:${kebab}|${test})\\.(?:ts|json|csv)`,
    `${test}\\.ts`,
  ],
  cli: [`${folders}(?:${kebab}|${test})\\.tsx?`, "(?:setup|generate|start)\\.mjs"],
  e2e: [`${folders}${kebab}(?:\\.spec)?\\.ts`, `fixtures/${kebab}\\.[a-z0-9]+`],
  bench: [`${folders}(?:${kebab}|${test})\\.(?:ts|md|json)`],
  docs: [`(?:(?!decisions/)${kebab}/)*${kebab}\\.(?:md|png|webp|svg)`, "decisions/\\d{4}-[a-z0-9-]+\\.md"],
  public: [`${folders}[a-z0-9][a-z0-9.-]*`],
};

const nowhere = /(?:^|\/)(?:src|lib|libs|utils|util|helpers|hooks|services|constants|common|misc)\//;

function judge(file: string): string | undefined {
  if (nowhere.test(file)) return "lies in a folder whose name says nothing";
  const [, folder = "", rest = ""] = /^(?:([^/]+)\/)?(.*)$/.exec(file) ?? [];
  const names = vocabulary[folder];
  if (!names) return `the top level has no folder ${folder}`;
  return names.some((name) => new RegExp(`^(?:${name})$`).test(rest)) ? undefined : "is no name of this folder";
}

/** Closed vocabulary: who knows one noun, knows where to look in all. */
export const fileNames: Gate = {
  name: "file-names",
  check(root) {
    const files = listFiles(root);
    const findings = files.flatMap((file) => {
      const why = judge(file);
      return why ? [`${file}: ${why}`] : [];
    });
    return Promise.resolve({ looked: `${files.length} files`, findings });
  },
};
