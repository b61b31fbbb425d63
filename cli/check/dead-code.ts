import { linesOf, runTool, type Gate } from "./gate";
import { listCode } from "./tree";

/** knip's report, each line with the heading it stands under ("Unused exports"). */
function readReport(report: string): string[] {
  const findings: string[] = [];
  let heading = "";
  for (const line of linesOf(report)) {
    const title = /^(\S.*) \(\d+\)$/.exec(line);
    if (title) heading = title[1] ?? "";
    else findings.push(`${heading}: ${line.trim().replace(/\s{2,}/g, "  ")}`);
  }
  return findings;
}

/** Nothing lies about that nobody uses: files, exports, dependencies; hints about knip.ts itself count too. */
export const deadCode: Gate = {
  name: "dead-code",
  async check(root) {
    const { code, stdout, stderr } = await runTool("knip", ["--treat-config-hints-as-errors", "--no-progress"], root);
    // Hints go to the other stream.
    const findings = code === 0 ? [] : readReport(`${stdout}\n${stderr}`);
    if (code !== 0 && findings.length === 0) findings.push(`knip ended with ${code}`);
    return { looked: `${listCode(root).length} files`, findings };
  },
};
