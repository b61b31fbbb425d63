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
export async function buildWhereChanged(folder: string): Promise<void> {
  const state = stateOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return console.log("  Build … is up to date");
  await step("Build", async () => await build(join(folder, "build.log")));
  writeFileSync(stamp, state);
}

/** Builds the portal for production. What the compiler says goes to the log, or else to the terminal. */
export async function build(log?: string): Promise<void> {
  await runChild(["node_modules/next/dist/bin/next", "build"], { env: environment, ...(log && { log }) });
  // Written last; without it the server would not start.
  if (!existsSync(".next/BUILD_ID")) throw new Error("The build ended before it was complete.");
  const kept = filesOf(".next/server").filter((file) => readFileSync(file).includes(placeholder));
  if (kept.length > 0) throw new Error(`The build holds what is only known at the start: ${kept.join(", ")}`);
}

// A build belongs to no installation: it must not need, or keep, what is only known at the start.
const placeholder = "known-at-start.invalid";
const environment = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  APP_URL: `http://${placeholder}`,
  DATABASE_URL: `postgresql://${placeholder}/none`,
  SMTP_URL: `smtp://${placeholder}`,
  MAIL_FROM: `pomost@${placeholder}`,
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
