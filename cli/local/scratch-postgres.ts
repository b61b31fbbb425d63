import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "./ports";
import { forgetPostgres, startPostgres, type Postgres } from "./postgres";
import { isRunning } from "./running";

const home = resolve(".pomost");
/** What a run of tests keeps on the disk: durable only as long as the run. */
export const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** The folder of this run, below `.pomost/`; folders of runs that were killed are cleared away. */
export function scratchFolder(): string {
  forgetKilledRuns();
  return join(home, `scratch-${process.pid}`);
}

/** Deletes the folder of a run and the database in it. */
export function forgetScratch(folder: string) {
  forgetPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
}

/**
 * A PostgreSQL of its own for one run of tests or of a developer's command: a free port, no waiting for the disk,
 * deleted by `stop`.
 */
export async function startScratchPostgres(settings: Record<string, string> = {}): Promise<Postgres> {
  const folder = scratchFolder();
  const postgres = await startPostgres(folder, await freePort(), { ...forgetful, ...settings });
  const stop = async () => {
    await postgres.stop();
    forgetScratch(folder);
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
  for (const name of names) if (!isRunning(Number(name.replace("scratch-", "")))) forgetScratch(join(home, name));
}
