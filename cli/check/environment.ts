import { Visitor, type Expression } from "oxc-parser";
import type { Gate } from "./gate";
import { lineAt, listCode, parseCode, readText } from "./tree";

/** Who may read the environment: its one parser, and what runs outside the portal. */
const readers = [
  /^server\/env\.ts$/,
  // Next replaces NEXT_RUNTIME while it builds, so it has to be read in this form.
  /^instrumentation\.ts$/,
  /^cli\//,
  /^bench\//,
  /^e2e\//,
  /^[^/]+\.config\.(?:ts|js|mjs)$/,
  /\.test\.tsx?$/,
];

function isProcess(node: Expression): boolean {
  if (node.type === "Identifier") return node.name === "process";
  return node.type === "MemberExpression" && node.property.type === "Identifier" && node.property.name === "process";
}

/** Positions where a file reads the environment: process.env, process["env"], { env } = process, import { env }. */
function findReads(file: string, text: string): number[] {
  const { program, module } = parseCode(file, text);
  const found: number[] = [];
  for (const { moduleRequest, start } of module.staticImports) {
    if (/^(?:node:)?process$/.test(moduleRequest.value)) found.push(start);
  }
  new Visitor({
    MemberExpression({ start, object, property }) {
      if (!isProcess(object)) return;
      if (property.type === "Identifier" ? property.name === "env" : property.type === "Literal") found.push(start);
    },
    VariableDeclarator({ start, init }) {
      if (init && isProcess(init)) found.push(start);
    },
  }).visit(program);
  return found;
}

/** The environment is read in one place, so that a missing variable is told at the start and by name. */
export const environment: Gate = {
  name: "environment",
  check(root) {
    const files = listCode(root).filter((file) => !readers.some((reader) => reader.test(file)));
    const findings = files.flatMap((file) => {
      const text = readText(root, file);
      if (!text.includes("process")) return [];
      return findReads(file, text).map((at) => `${file}:${lineAt(text, at)}: reads the environment; use server/env.ts`);
    });
    return Promise.resolve({ looked: `${files.length} files`, findings });
  },
};
