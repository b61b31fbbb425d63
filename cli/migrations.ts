import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { installQueues } from "@/server/jobs/queues";
import { withEngine } from "./schema-engine";

const folder = resolve("prisma/migrations");
const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Brings the database up to date with prisma/migrations, with Prisma's own engine (its WebAssembly build, so that
 * nothing is downloaded), after what pg-boss needs there; `prisma migrate deploy` continues on the same database.
 * @returns the names of the migrations applied now; throws naming the migration that failed, or that was changed after
 * it had been applied.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  await installQueues(databaseUrl);
  return await withEngine(databaseUrl, async (engine) => {
    const history = { migrationsList: readMigrations(), filters: noFilter };
    const { editedMigrationNames } = await engine.diagnoseMigrationHistory({ ...history, optInToShadowDatabase: false });
    if (editedMigrationNames.length > 0) {
      throw new Error(`Changed since this database was migrated: ${editedMigrationNames.join(", ")}. Restore, or begin anew (--reset).`);
    }
    const { appliedMigrationNames } = await engine.applyMigrations(history);
    return appliedMigrationNames;
  });
}

/**
 * The SQL that leads from one text of schema.prisma (undefined: an empty database) to another.
 * The engine wants a server to ask for its version; nothing is changed there.
 */
export async function diffSchemas(databaseUrl: string, from: string | undefined, to: string): Promise<string> {
  return await withEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: "empty" } : { tag: "schemaDatamodel", ...schemaFiles(from) },
      to: { tag: "schemaDatamodel", ...schemaFiles(to) },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    return stdout ?? "";
  });
}

function readMigrations() {
  const lock = join(folder, "migration_lock.toml");
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names.map(({ name }) => name).toSorted().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(folder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

function schemaFiles(content: string) {
  return { files: [{ path: "schema.prisma", content }] };
}
