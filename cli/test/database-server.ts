import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../migrations";
import { startScratchPostgres } from "../local/scratch-postgres";

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

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** One statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
