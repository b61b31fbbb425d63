import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../migrations";
import { buildWhereChanged } from "./build";
import { runChild, startChild, typescript } from "./child";
import { replaceDatabase } from "./database";
import { startMailCatcher } from "./mail-catcher";
import type { Keep } from "./parts";
import { startPostgres } from "./postgres";
import { step } from "./steps";
import { answers } from "./web";

/** Ports of 127.0.0.1, one for each part. */
export type Ports = { web: number; mail: number; smtp: number; database: number };

/** A portal with everything it needs, on this machine. `env` is the environment of its processes. */
export type Portal = { mailUrl: string; databaseLog: string; env: PortalEnv };

type PortalEnv = Record<"APP_URL" | "DATABASE_URL" | "SMTP_URL" | "MAIL_FROM" | "AUTH_SECRET" | "DEMO" | "NODE_ENV", string>;

type Wish = {
  /** Below `.pomost/`: data, logs, secrets. */
  folder: string;
  ports: Ports;
  /** "production" builds where the sources changed and serves the build; "development" compiles while serving. */
  mode: "production" | "development";
  postgresSettings?: Record<string, string>;
};

/** Starts a portal filled with the demo programme, telling each step; every part is handed to `keep`. */
export async function startPortal({ folder, ports, mode, postgresSettings }: Wish, keep: Keep): Promise<Portal> {
  mkdirSync(folder, { recursive: true });
  const postgres = await step("PostgreSQL", async () =>
    keep("PostgreSQL", await startPostgres(folder, ports.database, postgresSettings)),
  );
  const catcher = await step("Mail catcher", async () => keep("The mail catcher", await startMailCatcher(ports.smtp, ports.mail)));

  const env: PortalEnv = {
    DEMO: "1",
    APP_URL: process.env["APP_URL"] ?? `http://localhost:${ports.web}`,
    DATABASE_URL: postgres.url("pomost"),
    SMTP_URL: catcher.smtpUrl,
    MAIL_FROM: "Pomost <pomost@localhost>",
    AUTH_SECRET: secretOf(folder),
    NODE_ENV: mode,
  };
  await fillDatabase(folder, postgres.url("postgres"), env);
  if (mode === "production") await buildWhereChanged(folder);

  // In development both speak on the terminal; otherwise each has a log.
  const log = (name: string) => (mode === "production" ? { log: join(folder, `${name}.log`) } : {});
  await step("Worker and web server", async () => {
    keep("The worker", startChild(typescript("cli/worker.ts"), { env, ...log("worker") }));
    const serve = mode === "production" ? ["cli/start.mjs"] : ["node_modules/next/dist/bin/next", "dev"];
    const address = ["--port", String(ports.web), "--hostname", process.env["HOST"] ?? "127.0.0.1"];
    const web = keep("The web server", startChild([...serve, ...address], { env, ...log("web") }));
    await answers(`http://127.0.0.1:${ports.web}/`, web.ended);
  });
  return { mailUrl: catcher.url, databaseLog: postgres.logFile, env };
}

async function fillDatabase(folder: string, adminUrl: string, env: PortalEnv) {
  const seeded = join(folder, "seeded-at");
  const isNew = !existsSync(seeded);
  if (isNew) await replaceDatabase(adminUrl, "pomost");
  await step("Migrations", async () => await applyMigrations(env.DATABASE_URL));
  if (isNew) {
    await step("Demo data", async () => {
      await runChild(typescript("prisma/seed.ts"), { env, log: join(folder, "seed.log") });
      writeFileSync(seeded, new Date().toISOString());
    });
  }
}

function secretOf(folder: string) {
  const file = join(folder, "auth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
