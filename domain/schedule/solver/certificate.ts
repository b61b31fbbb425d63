import { loadCadical, type CadicalModule } from "cadical-wasm";
import type { Answer } from "./answer";
import type { Style } from "./encode";
import { toModel, type Model } from "./model";
import type { Problem } from "./problem";
import { Prover } from "./prover";

/**
 * A proof that anybody can check step by step: of a lower bound of the breaks where every meeting is placed, or that
 * not all can be placed. docs/schedule-certificate.md says what the numbers of the literals mean.
 */
export type Certificate = {
  format: "pomost-certificate-1";
  style: Style;
  claim: { kind: "breaks"; atLeast: number } | { kind: "infeasible" };
  /** Clauses, each of which follows from the formula and those before it; a core makes the bound one more. */
  steps: { kind: "lemma" | "core"; clause: number[] }[];
};

const conflictsPerStep = 2_000;

/** Rooms, and interpreters, are alike for all meetings: each slot has one limit at most. */
function isCertifiable({ limits }: Model): boolean {
  return new Set(limits.map(({ kind, slot }) => `${kind} ${slot}`)).size === limits.length;
}

/**
 * Proves once more, and writes down each step, what an answer claims: that its breaks are the fewest, or that not all
 * meetings can be placed. Works without what makes the solver quicker but leaves no steps that are easily checked.
 * @returns null where the answer proves nothing, rooms differ between meetings, or the work was stopped
 */
export async function certify(problem: Problem, answer: Answer, isStopped: () => boolean): Promise<Certificate | null> {
  const model = toModel(problem);
  const isProof = answer.status === "optimal" || answer.status === "infeasible";
  if (!isProof || !isCertifiable(model)) return null;
  const goal = answer.status === "optimal" ? answer.breaks : Infinity;
  const cadical = await loadCadical();
  const provers = (["people", "meetings"] as const).map((style) => ({ style, ...record(cadical, model, style, isStopped) }));
  try {
    while (!isStopped()) {
      for (const { style, prover, steps } of provers) {
        const bound = () => prover.reached.get("breaks") ?? prover.bound;
        if (bound() < goal) prover.step(conflictsPerStep);
        if (prover.isInfeasible) return { format: "pomost-certificate-1", style, claim: { kind: "infeasible" }, steps };
        if (bound() >= goal) return { format: "pomost-certificate-1", style, claim: { kind: "breaks", atLeast: goal }, steps };
      }
    }
    return null;
  } finally {
    for (const { prover } of provers) prover.dispose();
  }
}

function record(cadical: CadicalModule, model: Model, style: Style, isStopped: () => boolean): { prover: Prover; steps: Certificate["steps"] } {
  const steps: Certificate["steps"] = [];
  const log = {
    lemma: (clause: number[]) => steps.push({ kind: "lemma", clause }),
    core: (clause: number[]) => steps.push({ kind: "core", clause }),
  };
  const prover = new Prover(cadical, model, { style, allPlaced: true, aims: ["breaks"], before: null, seed: 0, isStopped, log });
  return { prover, steps };
}
