import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Pool } from "pg";

/** Prisma's migration engine, for one piece of work on one database. */
export async function withEngine<T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await loadWasm();
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    return await use(engine);
  } finally {
    await pool.end();
  }
}

// The adapter cuts scripts at every semicolon, function bodies included. Sent whole, as Prisma's native engine sends
// it, a migration is also one transaction.
class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (sql) => {
      await connection.executeRaw({ sql, args: [], argTypes: [] });
    };
    return connection;
  }
}

// The engine's time limit for its lock would otherwise keep the process alive for ten seconds after the work.
const imports = Object.fromEntries(
  Object.entries(glue).map(([name, value]) => [
    name,
    name.startsWith("__wbg_setTimeout") ? (task: () => void, ms: number) => setTimeout(task, ms).unref() : value,
  ]),
);
let loaded = false;

// What `import "….wasm"` would do, which the supported versions of Node do not all know yet.
async function loadWasm() {
  if (loaded) return;
  const packageFolder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = readFileSync(join(packageFolder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports as { __wbindgen_start: () => void };
  start();
  loaded = true;
}
