import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./cli/local/chromium";
import { freePort } from "./cli/local/ports";

// Chosen once: the processes that run the tests read this file again, with this environment.
process.env["E2E_PORT"] ??= String(await freePort());
const isOnServer = Boolean(process.env["CI"]);

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./cli/test/portal-server.ts",
  fullyParallel: true,
  forbidOnly: isOnServer,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: "browser", testIgnore: "query-budget.spec.ts" },
    // Counts what the database is asked, so nothing else may ask.
    { name: "alone", testMatch: "query-budget.spec.ts", dependencies: ["browser"] },
  ],
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://localhost:${process.env["E2E_PORT"]}`,
    browserName: "chromium",
    launchOptions: chromiumOptions(),
    locale: "en-GB",
    timezoneId: "Europe/Warsaw",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
