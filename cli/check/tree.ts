import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, type ParseResult } from "oxc-parser";

/** Every file of the checkout but the ignored ones, relative to the root, sorted. */
export function listFiles(root: string): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  // A file that was removed but not yet committed is listed and not there.
  return names.split("\0").filter((name) => name !== "" && existsSync(join(root, name))).toSorted();
}

/** The files that hold code, declarations of types included. */
export function listCode(root: string): string[] {
  return listFiles(root).filter((file) => /\.(?:tsx?|mjs|js)$/.test(file));
}

export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** A code file as a syntax tree. Throws where it is not valid TypeScript. */
export function parseCode(file: string, text: string): ParseResult {
  const parsed = parseSync(file, text, { preserveParens: false });
  const [error] = parsed.errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return parsed;
}

/** 1-based line of a position in a text. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}
