import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gate } from "./gate";

/** One package in package-lock.json, as far as this gate reads it. */
export type LockedPackage = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

export type LockFile = { packages: Record<string, LockedPackage> };

/** The parts for other machines that package-lock.json does not hold: name, version, and whether only tools need them. */
export function missingParts({ packages }: LockFile): { name: string; version: string; dev: boolean }[] {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version, dev })),
  );
  return wanted.filter(({ path, name }) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]);
}

/**
 * `npm ci` refuses a lock file without the parts for other machines, and npm leaves them out where the registry it
 * asks does not have them.
 */
export const lockFile: Gate = {
  name: "lock-file",
  check(root) {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as LockFile;
    const findings = missingParts(lock).map(({ name, version }) => `${name} ${version} is not locked: npm run lock`);
    return Promise.resolve({ looked: `${Object.keys(lock.packages).length} packages`, findings });
  },
};
