import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether a package of Debian can be installed here. */
export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs a package of Debian. */
export function installPackage(name: string): void {
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-qq", "-y", "--no-install-recommends", name]);
}

/** Runs a program to its end, before the eyes of whoever waits. */
export function run(program: string, options: string[]): void {
  const { status } = spawnSync(program, options, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) throw new Error(`${program} ${options.join(" ")} ended with ${status}`);
}
