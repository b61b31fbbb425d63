import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

const repository = join(import.meta.dirname, "../..");

/**
 * A checkout of its own for one test: the files given, and copies of this repository's settings.
 * @returns its root; it is gone when the test is over
 */
export function plant(files: Record<string, string>, settings: string[] = []): string {
  const root = mkdtempSync(join(tmpdir(), "pomost-gate-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  // Ignored by this checkout alone, so that no file is there that the test did not ask for.
  writeFileSync(join(root, ".git/info/exclude"), "node_modules\n");
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  for (const name of settings) cpSync(join(repository, name), join(root, name));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
