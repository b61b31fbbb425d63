import { readFileSync } from "node:fs";
import type { z } from "zod";

/** What was given cannot be used; the message says what, in which file and field. */
export class UnusableInput extends Error {}

function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new UnusableInput(error instanceof TypeError ? `${file}: is not UTF-8` : `There is no file ${file} that can be read.`);
  }
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`${file}: is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Reads a file of the given shape. Throws UnusableInput that names each wrong field, at the most ten. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(parse(file));
  if (result.success) return result.data;
  const findings = result.error.issues.slice(0, 10).map(({ path, message }) => `${file}: ${path.join(".") || "the whole file"}: ${message}`);
  throw new UnusableInput(findings.join("\n"));
}
