import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

function commit(folders: readonly string[]): string {
  const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" }).trim();
  try {
    const isChanged = git("status", "--porcelain", "--", ...folders) !== "";
    return `${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}

/**
 * Where, when and how something was measured.
 * @param folders whose changes since the commit are told
 */
export function surroundings(settings: string, folders: readonly string[]): string {
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `Machine: ${machine}; Node ${process.version}; ${settings}; commit ${commit(folders)}; ${new Date().toISOString().slice(0, 10)}.`;
}

/** The same for the solver. */
export const conditions = (seed: number, limit: number) => surroundings(`seed ${seed}; limit ${limit} s`, ["domain/schedule/solver", "server/solver"]);

type Cell = string | number | null;

/** A table in Markdown; null is an empty cell. */
export function table(heads: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Puts a text between the marks of a section of a document; the section comes to the end where it is new. */
export function writeSection(name: string, title: string, text: string, document = "docs/schedule-bench.md"): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readFileSync(document, "utf8");
  const section = `${begin}\n## ${title}\n\n${text}\n${end}`;
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after = from >= 0 && to > from ? before.slice(0, from) + section + before.slice(to + end.length) : `${before.trimEnd()}\n\n${section}\n`;
  writeFileSync(document, after);
  console.log(`Written to ${document}, section ${name}.`);
}

export function seconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
