import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

/** What came of some tests; `skipped` names each that did not run, with the reason where it gave one. */
export type Outcome = { passed: number; failed: number; skipped: string[] };

export function addUp(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs one project of vitest.config.ts. */
export async function runVitest(project: "unit" | "integration" | "drills"): Promise<Outcome> {
  const report = `.pomost/test/${project}.json`;
  const options = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTests("node_modules/vitest/vitest.mjs", options, report);
  const content = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  const tests = content.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed").map(({ fullName }) => fullName);
  return judge(code, { passed: content.numPassedTests, failed: content.numFailedTests, skipped });
}

type Suite = { suites?: Suite[]; specs: { title: string; tests: PlaywrightTest[] }[] };
type PlaywrightTest = { status: string; annotations: { type: string; description?: string }[] };

/** Runs the browser tests. */
export async function runPlaywright(): Promise<Outcome> {
  const report = "test-results/e2e.json";
  const code = await runTests("node_modules/@playwright/test/cli.js", ["test"], report);
  const specs = specsOf(JSON.parse(readFileSync(report, "utf8")) as Suite);
  const tests = specs.flatMap(({ title, tests: runs }) => runs.map((run) => ({ title, ...run })));
  const skipped = tests.filter(({ status }) => status === "skipped").map(({ title, annotations }) => {
    const reason = annotations.find(({ type }) => type === "skip")?.description;
    return reason ? `${title}: ${reason}` : title;
  });
  const passed = tests.filter(({ status }) => status === "expected").length;
  return judge(code, { passed, failed: tests.length - passed - skipped.length, skipped });
}

function specsOf({ suites = [], specs = [] }: Partial<Suite>): Suite["specs"] {
  return [...specs, ...suites.flatMap(specsOf)];
}

// Something outside the tests can break a run: set-up, an error nobody waited for, no test found.
function judge(code: number | null, outcome: Outcome): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

async function runTests(tool: string, options: string[], report: string) {
  rmSync(report, { force: true });
  const child = spawn(process.execPath, [tool, ...options], { stdio: ["ignore", "inherit", "inherit"] });
  return await new Promise<number | null>((resolve) => child.once("close", resolve));
}
