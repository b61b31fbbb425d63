import type { Gate, Verdict } from "./gate";

async function checkSafely(gate: Gate, root: string): Promise<Verdict> {
  try {
    return await gate.check(root);
  } catch (error) {
    // A gate that breaks has not held.
    return { looked: "broke off", findings: [error instanceof Error ? error.message : String(error)] };
  }
}

/**
 * Runs gates side by side and tells about each as it ends: its name, whether it held, what it looked at, every finding.
 * The last line is for programs.
 */
export async function runGates(gates: Gate[], root: string, say: (line: string) => void) {
  const outcomes = await Promise.all(
    gates.map(async (gate) => {
      const begun = performance.now();
      const { looked, findings } = await checkSafely(gate, root);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const outcome = findings.length === 0 ? "ok    " : "failed";
      say(`${outcome} ${gate.name.padEnd(14)} ${findings.length} findings, ${looked}, ${seconds} s`);
      for (const finding of findings) say(`         ${finding}`);
      return findings.length === 0;
    }),
  );
  const passed = outcomes.filter(Boolean).length;
  const failed = outcomes.length - passed;
  say(`gates: ${passed} passed, ${failed} failed`);
  return { passed, failed };
}
