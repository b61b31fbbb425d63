import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { execute, withDatabase } from "../local/database";

// Runs before each integration test file: the file has a database of its own, named in the environment before the
// code under test is imported.
const template = inject("templateUrl");
const database = `pomost_test_${randomBytes(6).toString("hex")}`;
const admin = withDatabase(template, "postgres");
await execute(admin, `CREATE DATABASE ${database} TEMPLATE ${new URL(template).pathname.slice(1)}`);

Object.assign(process.env, {
  DATABASE_URL: withDatabase(template, database),
  SMTP_URL: "smtp://127.0.0.1:1",
  APP_URL: "http://localhost:3000",
  MAIL_FROM: "Pomost <pomost@example.org>",
  AUTH_SECRET: "only for tests, only for tests, only for tests",
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  const { pomostDb } = globalThis as { pomostDb?: { $disconnect(): Promise<void> } };
  await pomostDb?.$disconnect();
  await execute(admin, `DROP DATABASE ${database} WITH (FORCE)`);
});
