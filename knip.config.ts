import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["cli/*.ts", "bench/*.ts", "cli/check/index.ts", "e2e/nothing.ts"],
  project: ["**/*.{ts,tsx,js,mjs,css}"],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
