// npm run lock: adds to package-lock.json the parts for other machines that npm left out (see cli/check/lock-file.ts).
import { readFileSync, writeFileSync } from "node:fs";
import { missingParts, type LockedPackage, type LockFile } from "./check/lock-file";

const systems = new Set(["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"]);
const processors = new Set(["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"]);
const libraries: Record<string, string> = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** Such packages say in their name which machines they are for: @oxlint/binding-linux-x64-musl. */
function lockPart(name: string, version: string, dev: boolean): LockedPackage {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => systems.has(word));
  const cpu = words.filter((word) => processors.has(word));
  const libc = words.flatMap((word) => libraries[word] ?? []);
  if (cpu.length === 0) throw new Error(`${name} does not say which machines it is for; lock it by hand.`);
  return {
    version: version.replace(/^[~^]/, ""),
    cpu,
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as LockFile;
const missing = missingParts(lock);
for (const { name, version, dev } of missing) {
  lock.packages[`node_modules/${name}`] = lockPart(name, version, dev);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${missing.length} parts added.`);
