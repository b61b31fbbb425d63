import { accessSync, constants, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Read } from "@/domain/schedule/solver/format/defect";
import { readDzn } from "@/domain/schedule/solver/format/read-dzn";
import { readJson, type JsonForm } from "@/domain/schedule/solver/format/read-json";
import type { Problem } from "@/domain/schedule/solver/problem";
import { describeDefect } from "./defect-words";

/** Input that cannot be used; the message is for the person at the terminal. */
export class UnusableInput extends Error {
  override name = "UnusableInput";
}

/** Why the system refused, in its short form: ENOENT, EACCES. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);
}

/** More than any event needs; larger ones are mistakes. */
const mostBytes = 200_000_000;

export function readText(file: string): string {
  try {
    if (statSync(file).size > mostBytes) throw new UnusableInput(`${file} is larger than ${mostBytes / 1_000_000} MB; that is no problem of this kind.`);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    const why = { ENOENT: "there is no such file", EISDIR: "is a folder, not a file", EACCES: "may not be read by you" }[codeOf(error)];
    throw new UnusableInput(`${file}: ${why ?? `cannot be read (${codeOf(error)})`}; give the name of a file that can be read.`);
  }
}

/** What a reader found in a file. */
export function used<T>(file: string, read: Read<T>): T {
  if (!read.ok) throw new UnusableInput(describeDefect(file, read.defect));
  return read.value;
}

export type Form = JsonForm;

/** Reads a problem; its form is told by the name of the file, and by what is in it. */
export function readProblem(file: string): { problem: Problem; form: Form } {
  const text = readText(file);
  if (/\.dzn$/i.test(file)) return { problem: used(file, readDzn(text)), form: "published" };
  if (/\.json$/i.test(file) || /^\s*[[{]/.test(text)) return used(file, readJson(text));
  return { problem: used(file, readDzn(text)), form: "published" };
}

/** Tells before the work begins that its result could not be written. */
export function checkWritable(file: string): void {
  const folder = dirname(resolve(file));
  try {
    accessSync(folder, constants.W_OK);
    if (!statSync(folder).isDirectory()) throw new UnusableInput(`${file}: ${folder} is no folder; choose another place.`);
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw new UnusableInput(`${file}: is a folder; choose the name of a file.`);
    if (found) accessSync(file, constants.W_OK);
  } catch (error) {
    throw error instanceof UnusableInput ? error : unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): UnusableInput {
  const why = { ENOENT: "its folder does not exist", ENOTDIR: "its folder does not exist", EACCES: "you may not write there", EROFS: "nothing can be written there", ENOSPC: "the disk is full" }[codeOf(error)];
  return new UnusableInput(`${file}: ${why ?? `cannot be written (${codeOf(error)})`}; choose another place.`);
}

export function writeJson(file: string, value: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(value)}\n`);
  } catch (error) {
    throw unwritable(file, error);
  }
}
