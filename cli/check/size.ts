import { Visitor, type Node } from "oxc-parser";
import type { Gate } from "./gate";
import { lineAt, listCode, parseCode, readText } from "./tree";

/** Files that hold data or are kept as they were made; nobody reads them from top to bottom. */
const data = [/^prisma\/generated\//, /^prisma\/migrations\//, /^prisma\/seed\/data\//, /^domain\/matching\/lexicon\//];

const budget = {
  file: { median: 75, p95: 250, most: 400 },
  function: { ts: 50, tsx: 80 },
} as const;

/** The value that the given share of the values does not exceed; 0 of none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

type Measured = { at: string; lines: number };

/** Lines that are not blank, of every function that takes more than one line. */
function measureFunctions(file: string, text: string): Measured[] {
  const found: Measured[] = [];
  function measure({ start, end }: Node) {
    const lines = text.slice(start, end).split("\n").filter((line) => line.trim() !== "").length;
    if (lines > 1) found.push({ at: `${file}:${lineAt(text, start)}`, lines });
  }
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseCode(file, text).program);
  return found;
}

function longest(measured: Measured[], limit: number): string {
  const over = measured.filter(({ lines }) => lines > limit).toSorted((a, b) => b.lines - a.lines);
  return over.map(({ at, lines }) => `${at} (${lines})`).slice(0, 10).join(", ");
}

function judgeFunctions(measured: Measured[], kind: "ts" | "tsx"): string[] {
  const limit = budget.function[kind];
  const p95 = percentile(measured.map(({ lines }) => lines), 0.95);
  return p95 > limit ? [`.${kind} functions: 95th percentile ${p95}, budget ${limit}: ${longest(measured, limit)}`] : [];
}

function judgeFiles(measured: Measured[]): string[] {
  const lines = measured.map((file) => file.lines);
  const findings = measured
    .filter((file) => file.lines > budget.file.most)
    .map((file) => `${file.at}: ${file.lines} lines, at most ${budget.file.most}`);
  const median = percentile(lines, 0.5);
  if (median > budget.file.median) findings.push(`files: median ${median}, budget ${budget.file.median}`);
  const p95 = percentile(lines, 0.95);
  if (p95 > budget.file.p95) {
    findings.push(`files: 95th percentile ${p95}, budget ${budget.file.p95}: ${longest(measured, budget.file.p95)}`);
  }
  return findings;
}

/** Code stays small enough to be read. */
export const size: Gate = {
  name: "size",
  check(root) {
    const names = listCode(root).filter((file) => !data.some((pattern) => pattern.test(file)));
    const texts = names.map((file) => ({ file, text: readText(root, file) }));
    const files = texts.map(({ file, text }) => ({ at: file, lines: text.trimEnd().split("\n").length }));
    const functions = (kind: "ts" | "tsx") =>
      texts.filter(({ file }) => file.endsWith(`.${kind}`)).flatMap(({ file, text }) => measureFunctions(file, text));
    const findings = [
      ...judgeFiles(files),
      ...judgeFunctions(functions("ts"), "ts"),
      ...judgeFunctions(functions("tsx"), "tsx"),
    ];
    const lines = files.map((file) => file.lines);
    const looked = `${files.length} files, median ${percentile(lines, 0.5)}, 95th percentile ${percentile(lines, 0.95)}`;
    return Promise.resolve({ looked, findings });
  },
};
