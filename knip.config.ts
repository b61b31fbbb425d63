import type { KnipConfig } from "knip";

const config: KnipConfig = {
  project: ["**/*.{ts,tsx,js,mjs,css,prisma}"],
  // The types of a public function's arguments and answer are exported with it, also where nobody names them yet.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Called by name in cli/check, each through node_modules/.bin, or loaded by such a tool.
    "@swc/core",
    "dependency-cruiser",
    "oxlint",
    "oxlint-tsgolint",
  ],
};

export default config;
