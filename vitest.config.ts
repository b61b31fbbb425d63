import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// An awkward zone (+05:45), so that nothing depends on where it runs.
process.env["TZ"] = "Asia/Kathmandu";

const elsewhere = ["**/node_modules/**", ".next/**", ".pomost/**", "e2e/**"];

export default defineConfig({
  resolve: { alias: { "@": resolve(".") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.integration.test.ts", "**/*.drill.test.ts"],
          // The first test of a file that reads texts makes the whole lexicon searchable, a second or more on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: elsewhere,
          globalSetup: "cli/test/database-server.ts",
          setupFiles: "cli/test/own-database.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "drills",
          include: ["**/*.drill.test.ts"],
          exclude: elsewhere,
          globalSetup: "cli/test/database-server.ts",
          setupFiles: "cli/test/own-database.ts",
          testTimeout: 600_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
