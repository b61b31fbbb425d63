import { linesOf, runTool, type Gate } from "./gate";
import { listCode } from "./tree";

/** The compiler finds nothing to say about the whole tree. */
export const types: Gate = {
  name: "types",
  async check(root) {
    // Without the memory of an earlier run, which may be stale.
    const { code, stdout } = await runTool("tsc", ["--noEmit", "--incremental", "false", "--pretty", "false"], root);
    const findings = linesOf(stdout);
    if (code !== 0 && findings.length === 0) findings.push(`tsc ended with ${code}`);
    return { looked: `${listCode(root).length} files`, findings };
  },
};
