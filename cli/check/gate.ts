import { execFile } from "node:child_process";
import { join } from "node:path";

/** What a gate saw: what it looked at, in a few words, and each breach of its rule in one line. */
export type Verdict = { looked: string; findings: string[] };

/** One rule about the whole tree. `check` reads the tree below `root` and changes nothing. */
export type Gate = { name: string; check: (root: string) => Promise<Verdict> };

/** What a tool of node_modules/.bin said; a code other than 0 is an answer, not an error. */
export type Said = { code: number; stdout: string; stderr: string };

const binaries = join(import.meta.dirname, "../../node_modules/.bin");

/** Runs a tool of this repository on another root. Throws where the tool cannot be started at all. */
export function runTool(tool: string, args: string[], root: string): Promise<Said> {
  // The tools start with "env node": let them find the Node that this process runs on.
  const path = [binaries, join(process.execPath, ".."), process.env["PATH"]].join(":");
  const options = { cwd: root, maxBuffer: 256 * 1024 * 1024, env: { ...process.env, PATH: path, NO_COLOR: "1" } };
  return new Promise((resolve, reject) => {
    execFile(join(binaries, tool), args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") resolve({ code, stdout, stderr });
      else reject(new Error(`${tool} did not run`, { cause: error }));
    });
  });
}

/** The lines of an output that say something. */
export function linesOf(output: string): string[] {
  return output.split("\n").filter((line) => line.trim() !== "");
}
