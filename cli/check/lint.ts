import { Visitor } from "oxc-parser";
import { linesOf, runTool, type Gate } from "./gate";
import { lineAt, listCode, parseCode, readText } from "./tree";

const suppression = /^\s*(?:eslint|oxlint)-disable|@ts-(?:ignore|expect-error|nocheck)/;

/** Ways round the linter and the types: comments that silence them, and assertions by way of unknown. */
function findEscapes(file: string, text: string): string[] {
  const parsed = parseCode(file, text);
  const positions = parsed.comments.filter(({ value }) => suppression.test(value)).map(({ start }) => start);
  new Visitor({
    TSAsExpression({ start, expression }) {
      const inner = expression.type === "TSAsExpression" ? expression.typeAnnotation.type : undefined;
      if (inner === "TSUnknownKeyword" || inner === "TSAnyKeyword") positions.push(start);
    },
  }).visit(parsed.program);
  return positions.map((position) => `${file}:${lineAt(text, position)}: silences a check`);
}

/** oxlint, type-aware, without a single exception in the code. */
export const lint: Gate = {
  name: "lint",
  async check(root) {
    const { code, stdout, stderr } = await runTool("oxlint", ["--format", "unix"], root);
    const findings = linesOf(stdout).filter((line) => /^[^ ].*:\d+:\d+: /.test(line));
    if (code !== 0 && findings.length === 0) findings.push(...linesOf(stdout + stderr));
    const files = listCode(root);
    findings.push(...files.flatMap((file) => findEscapes(file, readText(root, file))));
    return { looked: `${files.length} files`, findings };
  },
};
