import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child";
import { step } from "./steps";

const sources = [
  "app", "components", "domain", "i18n", "messages", "public", "server",
  "prisma/client.ts", "prisma/schema.prisma",
  "instrumentation.ts", "next.config.js", "package-lock.json", "postcss.config.mjs", "proxy.ts", "tsconfig.json",
];
const stamp = ".next/made-from";

/** Builds the portal for production, unless the last build was made from the same sources. The log goes to `folder`. */
export async function buildPortal(folder: string): Promise<void> {
  const state = stateOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return console.log("  Build … is up to date");
  await step("Build", async () => {
    await runChild(["node_modules/next/dist/bin/next", "build"], { env: buildEnvironment, log: join(folder, "build.log") });
    writeFileSync(stamp, state);
  });
}

// A build belongs to no installation: it must not need, or keep, what is only known at the start.
const buildEnvironment = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  APP_URL: "http://known-at-start.invalid",
  DATABASE_URL: "postgresql://known-at-start.invalid/none",
  SMTP_URL: "smtp://known-at-start.invalid",
  MAIL_FROM: "known-at-start@mail.invalid",
  AUTH_SECRET: "known at the start, known at the start",
  DEMO: "0",
};

function stateOfSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => !/\.test\.tsx?$/.test(file)).toSorted();
}
