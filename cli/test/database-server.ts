import type { TestProject } from "vitest/node";
import { execute, withDatabase } from "../local/database";
import { startScratchPostgres } from "../local/scratch-postgres";
import { applyMigrations } from "../migrations";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the migrated, empty database that each test file gets a copy of. */
    templateUrl: string;
    /** Path of the server's log; empty where the server is not ours. */
    databaseLog: string;
  }
}

/**
 * Once for all integration tests: a PostgreSQL (embedded, or the server of TEST_DATABASE_URL, whose user may create
 * databases) with one migrated database to copy.
 */
export async function setup({ provide }: TestProject) {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given ? undefined : await startScratchPostgres();
  const adminUrl = given ?? server?.url("postgres") ?? "";
  const template = `pomost_template_${process.pid}`;
  const templateUrl = withDatabase(adminUrl, template);
  const stop = async () => {
    if (server) await server.stop();
    else await execute(adminUrl, `DROP DATABASE ${template}`);
  };
  await execute(adminUrl, `CREATE DATABASE ${template}`);
  try {
    await applyMigrations(templateUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  provide("templateUrl", templateUrl);
  provide("databaseLog", server?.logFile ?? "");
  return stop;
}
