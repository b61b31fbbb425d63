// npm test: every gate and every test, to the end, whatever fails. The last line counts: N passed, N failed.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { checkAll } from "./check/all";
import { buildWhereChanged } from "./local/build";
import { installBrowser } from "./test/browser";
import { installCalendarReader } from "./test/calendar-reader";
import { addUp, runPlaywright, runVitest, type Outcome } from "./test/outcomes";

const logs = resolve(".pomost/test");
mkdirSync(logs, { recursive: true });

const stages: [name: string, run: () => Promise<Outcome>][] = [
  ["gates", async () => ({ skipped: [], ...(await checkAll(process.cwd(), (line) => console.log(`  ${line}`))) })],
  ["calendar reader", async () => await Promise.resolve(installCalendarReader())],
  ["unit tests", async () => await runVitest("unit")],
  ["integration tests", async () => await runVitest("integration")],
  ["browser", async () => await succeed(installBrowser)],
  ["drills", async () => await runVitest("drills")],
  ["build", async () => await succeed(async () => await buildWhereChanged(logs))],
  ["browser tests", runPlaywright],
];

async function succeed(work: () => Promise<void>): Promise<Outcome> {
  await work();
  return { passed: 1, failed: 0, skipped: [] };
}

const outcomes: (Outcome & { name: string; seconds: string })[] = [];
for (const [name, run] of stages) {
  console.log(`\n== ${name}`);
  const begun = performance.now();
  const outcome = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: [] };
  });
  outcomes.push({ name, seconds: ((performance.now() - begun) / 1000).toFixed(0), ...outcome });
}

console.log("\n== all");
for (const { name, seconds, passed, failed, skipped } of outcomes) {
  console.log(`  ${failed === 0 ? "ok    " : "FAILED"} ${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped, ${seconds} s`);
  for (const test of skipped) console.log(`         skipped: ${test}`);
}
const { passed, failed, skipped } = addUp(outcomes);
console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);
