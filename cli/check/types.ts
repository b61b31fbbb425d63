import { existsSync } from "node:fs";
import { join } from "node:path";
import { linesOf, runTool, type Gate } from "./gate";
import { listCode } from "./tree";

/** The compiler finds nothing to say about the whole tree. */
export const types: Gate = {
  name: "types",
  async check(root) {
    // Next writes the types of its own globals and of the routes; without them a fresh clone knows no PageProps.
    if (existsSync(join(root, "app"))) {
      const typegen = await runTool("next", ["typegen"], root);
      if (typegen.code !== 0) return { looked: "next typegen", findings: linesOf(typegen.stdout + typegen.stderr) };
    }
    const { code, stdout } = await runTool("tsc", ["--noEmit", "--pretty", "false"], root);
    const findings = linesOf(stdout);
    if (code !== 0 && findings.length === 0) findings.push(`tsc ended with ${code}`);
    return { looked: `${listCode(root).length} files`, findings };
  },
};
