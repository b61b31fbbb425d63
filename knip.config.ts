import type { KnipConfig } from "knip";

const config: KnipConfig = {
  // cli/setup.mjs calls them by name, once everything is installed.
  entry: ["cli/{demo,dev,test}.ts"],
  project: ["**/*.{ts,tsx,js,mjs,css,prisma}"],
  // The types of a public function's arguments and answer are exported with it, also where nobody names them yet.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Called by name in cli/check, each through node_modules/.bin, or loaded by such a tool.
    "@swc/core",
    "dependency-cruiser",
    "oxlint",
    "oxlint-tsgolint",
    // Imported by the generated client, which is not looked at.
    "@prisma/client",
  ],
};

export default config;
