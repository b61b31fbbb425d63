import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "./ports";
import { forgetPostgres, startPostgres, type Postgres } from "./postgres";
import { isRunning } from "./running";

const home = resolve(".pomost");

/**
 * A PostgreSQL of its own for one run of tests or of a developer's command: a free port, no waiting for the disk,
 * deleted by `stop`.
 */
export async function startScratchPostgres(settings: Record<string, string> = {}): Promise<Postgres> {
  forgetKilledRuns();
  const folder = join(home, `scratch-${process.pid}`);
  const postgres = await startPostgres(folder, await freePort(), {
    fsync: "off", synchronous_commit: "off", full_page_writes: "off", ...settings,
  });
  const stop = async () => {
    await postgres.stop();
    forget(folder);
  };
  return { ...postgres, stop };
}

function forgetKilledRuns() {
  let names: string[] = [];
  try {
    names = readdirSync(home).filter((name) => name.startsWith("scratch-"));
  } catch {
    return; // the first run in this checkout
  }
  for (const name of names) if (!isRunning(Number(name.replace("scratch-", "")))) forget(join(home, name));
}

function forget(folder: string) {
  forgetPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
}
