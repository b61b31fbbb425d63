import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { execute, replaceDatabase, withDatabase } from "./local/database";
import { diffSchemas } from "./migrations";

// What Prisma would make of schema.prisma alone must be in what the migrations make. They may hold more: that is
// where the guards are.
const migrated = process.env["DATABASE_URL"] ?? "";
const admin = withDatabase(migrated, "postgres");
const name = `${new URL(migrated).pathname.slice(1)}_schema`;
const fromSchema = withDatabase(migrated, name);

beforeAll(async () => {
  await replaceDatabase(admin, name);
  await execute(fromSchema, await diffSchemas(fromSchema, undefined, readFileSync("prisma/schema.prisma", "utf8")));
});
afterAll(async () => await execute(admin, `DROP DATABASE ${name}`));

/** Each row of the query as one line of text. */
async function describe(url: string, query: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(query);
    return rows.map(({ line }) => line).toSorted();
  } finally {
    await client.end();
  }
}

const columns = `
  SELECT concat_ws(' ', t.relname || '.' || c.attname, format_type(c.atttypid, c.atttypmod),
    CASE WHEN c.attnotnull THEN 'NOT NULL' END, 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)) AS line
  FROM pg_attribute c
    JOIN pg_class t ON t.oid = c.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = c.attnum
  WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND c.attnum > 0 AND NOT c.attisdropped
    AND t.relname <> '_prisma_migrations'`;
const enums = `
  SELECT t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS line
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;
const keys = `
  SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f')`;
const indexes = "SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'";

test("tables, columns, types and defaults are the same", async () => {
  expect(await describe(migrated, columns)).toEqual(await describe(fromSchema, columns));
  expect(await describe(migrated, enums)).toEqual(await describe(fromSchema, enums));
});

test("every key and index of the schema is there", async () => {
  for (const query of [keys, indexes]) {
    const have = await describe(migrated, query);
    expect((await describe(fromSchema, query)).filter((line) => !have.includes(line))).toEqual([]);
  }
});
