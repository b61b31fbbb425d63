import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../local/database";
import { keepParts } from "../local/parts";
import { startPortal } from "../local/portal";
import { freePort } from "../local/ports";
import { forgetful, forgetScratch, scratchFolder } from "../local/scratch-postgres";

/**
 * Once for all browser tests: the built portal with the demo data, a database, a mail catcher and a worker of its
 * own. Tests find it in the environment: the portal's own variables, MAIL_URL (the catcher) and DATABASE_LOG.
 */
async function setup() {
  const folder = scratchFolder();
  const { keep, stop } = keepParts((reason) => console.error(reason));
  const end = async () => {
    await stop();
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".log"))) {
      cpSync(join(folder, name), join("test-results", "logs", name));
    }
    forgetScratch(folder);
  };
  try {
    const ports = { web: Number(process.env["E2E_PORT"]), mail: await freePort(), smtp: await freePort(), database: await freePort() };
    // Counts the queries of each page.
    const postgresSettings = { ...forgetful, shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track": "all" };
    const { mailUrl, databaseLog, env } = await startPortal({ folder, ports, mode: "production", postgresSettings }, keep);
    await execute(env.DATABASE_URL, "CREATE EXTENSION pg_stat_statements");
    Object.assign(process.env, env, { MAIL_URL: mailUrl, DATABASE_LOG: databaseLog });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

export default setup;
