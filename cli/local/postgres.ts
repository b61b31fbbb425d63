import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { emptyDataFolder, placePostgres, postgresFolders, type PostgresFiles } from "./postgres-files";
import { isRunning } from "./running";

/** A running PostgreSQL of our own. */
export type Postgres = {
  port: number;
  /** Its log, in the given folder. */
  logFile: string;
  /** Connection string of one database of this server. */
  url: (database: string) => string;
  /** Settles when the server has ended, however it came to that. */
  ended: Promise<string>;
  stop: () => Promise<void>;
};

const ownSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
};
const superuser = "pomost";
// Nothing of this depends on the machine's language: initdb and the server print English, names sort by code point.
const environment = { ...process.env, LC_ALL: process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8" };

/**
 * Starts PostgreSQL on 127.0.0.1:`port`, with its data in (or, for root, keyed by) `folder`, which it creates at
 * the first start. `settings` are server settings by name.
 */
export async function startPostgres(folder: string, port: number, settings: Record<string, string> = {}): Promise<Postgres> {
  const files = placePostgres(folder);
  claim(files, folder);
  const passwordFile = join(folder, "db-password");
  if (!existsSync(join(files.data, "PG_VERSION")) || !existsSync(passwordFile)) initialise(files, passwordFile);
  const password = readFileSync(passwordFile, "utf8");

  const all = { ...ownSettings, ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Its own process group: Ctrl-C in the terminal must not take the database from under the web server.
  const server = spawn(join(files.bin, "postgres"), ["-D", files.data, "-p", String(port), ...flags], {
    ...files.user, cwd: "/", env: environment, detached: true, stdio: ["ignore", "ignore", "pipe"],
  });
  const endWithUs = () => server.kill("SIGINT");
  process.once("exit", endWithUs);
  const logFile = join(folder, "postgres.log");
  const ended = new Promise<string>((done) => server.once("exit", (code, signal) => done(String(code ?? signal))));
  await ready(server, logFile);
  return {
    port, logFile, ended,
    url: (database) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.off("exit", endWithUs);
      server.kill("SIGINT"); // "fast": ends sessions, keeps everything committed
      await ended;
    },
  };
}

/** Deletes the database of `folder`, ending a server that a killed run left behind. */
export function forgetPostgres(folder: string) {
  claim(placePostgres(folder), folder);
  for (const path of postgresFolders(folder)) rmSync(path, { recursive: true, force: true });
}

function initialise(files: PostgresFiles, passwordFile: string) {
  const password = randomBytes(18).toString("base64url");
  const scratch = mkdtempSync(join(tmpdir(), "pomost-initdb-"));
  const readable = join(scratch, "password");
  writeFileSync(readable, password, { mode: 0o600 });
  if (files.user) for (const path of [scratch, readable]) chownSync(path, files.user.uid, files.user.gid);
  emptyDataFolder(files);
  const { status, stdout, stderr } = control(files, "initdb", [
    `--username=${superuser}`, `--pwfile=${readable}`, "--auth=scram-sha-256",
    "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
  ]);
  rmSync(scratch, { recursive: true });
  if (status !== 0) throw new Error(`PostgreSQL could not be initialised in ${files.data}:\n${stdout}${stderr}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
}

// A run that was killed leaves its server behind, which still holds the data: it is ours, and nobody talks to it.
// A run that is still there keeps it.
function claim(files: PostgresFiles, folder: string) {
  const ownerFile = join(folder, "owner.pid");
  if (existsSync(join(files.data, "postmaster.pid"))) {
    const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, "utf8")) : 0;
    if (isRunning(owner)) throw new Error(`The database in ${folder} is in use by process ${owner}; stop that first.`);
    control(files, "pg_ctl", ["stop", "-m", "fast", "-w"]);
  }
  writeFileSync(ownerFile, String(process.pid));
}

function control({ bin, data, user }: PostgresFiles, command: "initdb" | "pg_ctl", parameters: string[]) {
  return spawnSync(join(bin, command), ["-D", data, ...parameters], { ...user, cwd: "/", env: environment, encoding: "utf8" });
}

function ready(server: ChildProcess, logFile: string) {
  const log = createWriteStream(logFile);
  const recent: string[] = [];
  return new Promise<void>((resolve, reject) => {
    const { stderr } = server;
    if (!stderr) return reject(new Error("PostgreSQL was started without a log"));
    createInterface({ input: stderr }).on("line", (line) => {
      log.write(`${line}\n`);
      if (recent.push(line) > 20) recent.shift();
      if (line.includes("database system is ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("close", (code) => {
      log.end();
      reject(new Error(`PostgreSQL ended with ${code} while starting:\n${recent.join("\n")}`));
    });
  });
}
