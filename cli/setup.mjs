// npm run demo, dev, test: makes a clone ready (packages, Node 24, Prisma client), then hands over to cli/NAME.ts.
// Plain JavaScript with built-in parts only, as it runs before anything is installed, and on an older Node.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [command, ...parameters] = process.argv.slice(2);
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

// The pinned Node comes with the packages (for Linux); elsewhere the machine's own has to be new enough.
const pinned = resolve("node_modules/.bin/node");
const isInstalled = matchesLockFile();
if (!isInstalled) {
  step("Install packages", "npm", ["ci", "--include=dev", "--include=optional", "--loglevel=error"]);
}
const node = existsSync(pinned) ? pinned : process.execPath;
const [major = 0, minor = 0] = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).stdout.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Pomost needs Node 22.18 or newer (24 is best); this is ${process.version}, and no newer one comes from npm for this machine.`);
  process.exit(1);
}
process.env["PATH"] = `${resolve("node_modules/.bin")}:${process.env["PATH"]}`;
step("Prisma client", node, ["cli/generate.mjs"]);
if (command) handOver(["--import", "tsx", join("cli", `${command}.ts`), ...parameters]);

/** Whether node_modules holds what package-lock.json says; parts for other machines may be missing. */
function matchesLockFile() {
  const installed = "node_modules/.package-lock.json";
  if (!existsSync(installed)) return false;
  const have = packagesOf(installed);
  return Object.entries(packagesOf("package-lock.json")).every(([path, { version, optional }]) => {
    const found = have[path];
    return path === "" || (found ? found.version === version : optional === true);
  });
}

/** @param {string} file */
function packagesOf(file) {
  const lock = /** @type {{ packages: Record<string, { version?: string; optional?: boolean }> }} */ (
    JSON.parse(readFileSync(file, "utf8"))
  );
  return lock.packages;
}

/** @param {string} name @param {string} program @param {string[]} options */
function step(name, program, options) {
  const begun = performance.now();
  process.stdout.write(`  ${name} … `);
  const { status, stdout, stderr, error } = spawnSync(program, options, { encoding: "utf8", shell: process.platform === "win32" });
  if (status !== 0) {
    console.log("failed");
    console.error(error ? error.message : `${stdout}${stderr}`);
    process.exit(1);
  }
  console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** Runs the command in a process of its own, passes signals on to it and ends as it ends. @param {string[]} options */
function handOver(options) {
  const child = spawn(node, options, { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
