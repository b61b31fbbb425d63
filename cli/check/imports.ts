import { z } from "zod";
import { findMissedImports, findNounCycles, findServerCodeInClients, type Modules } from "./import-graph";
import { runTool, type Gate } from "./gate";
import { listCode } from "./tree";

const violation = z.object({
  from: z.string(),
  to: z.string(),
  rule: z.object({ name: z.string() }),
  cycle: z.array(z.object({ name: z.string() })).optional(),
});
const dependency = z.object({ module: z.string(), resolved: z.string(), dependencyTypes: z.array(z.string()) });
const report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(dependency) })),
  summary: z.object({ violations: z.array(violation) }),
});

type Violation = z.infer<typeof violation>;

function describe({ rule, from, to, cycle }: Violation): string {
  return `${rule.name}: ${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(" → ")}`;
}

/** The import matrix of docs/architecture.md. */
export const imports: Gate = {
  name: "imports",
  async check(root) {
    const files = listCode(root);
    const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "json", ...files];
    const { stdout, stderr, code } = await runTool("depcruise", args, root);
    if (!stdout.startsWith("{")) return { looked: "nothing", findings: [`depcruise ended with ${code}: ${stderr}`] };
    const { modules, summary } = report.parse(JSON.parse(stdout));
    const graph: Modules = new Map(modules.map(({ source, dependencies }) => [source, dependencies]));
    const findings = [
      ...summary.violations.map(describe),
      ...findMissedImports(root, files, graph),
      ...findNounCycles(graph),
      ...findServerCodeInClients(root, files, graph),
    ];
    const count = modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
    return { looked: `${files.length} files, ${count} imports`, findings };
  },
};
