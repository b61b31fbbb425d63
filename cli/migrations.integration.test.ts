import { expect, test } from "vitest";
import { execute } from "./local/database";
import { applyMigrations } from "./migrations";

const url = process.env["DATABASE_URL"] ?? "";

test("a migrated database has nothing left to apply", async () => {
  expect(await applyMigrations(url)).toEqual([]);
});

test("a migration that was changed after it had been applied is refused by name", async () => {
  await execute(url, "UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name LIKE '%_seats'");
  await expect(applyMigrations(url)).rejects.toThrow(/Changed since this database was migrated: \d{14}_seats\./);
});
