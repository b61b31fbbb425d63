import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

const document = "docs/schedule-bench.md";

function commit(): string {
  const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" }).trim();
  try {
    const isChanged = git("status", "--porcelain", "--", "domain/schedule/solver", "server/solver") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${isChanged ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}

/** Where and when something was measured. */
export function conditions(seed: number, limit: number): string {
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `Machine: ${machine}; Node ${process.version}; seed ${seed}; limit ${limit} s; commit ${commit()}; ${new Date().toISOString().slice(0, 10)}.`;
}

type Cell = string | number | null;

/** A table in Markdown; null is an empty cell. */
export function table(heads: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Puts a text between the marks of a section of docs/schedule-bench.md; the section comes to the end where it is new. */
export function writeSection(name: string, title: string, text: string): void {
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
