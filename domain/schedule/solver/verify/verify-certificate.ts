import { z } from "zod";
import { attempt, type Read } from "../format/defect";
import { parseJson, validate } from "../format/json-text";
import type { Problem } from "../problem";
import { writeFormula } from "./formula";
import { findPlaces } from "./places";
import { Propagation } from "./propagation";
import { Wishes, type WishFault } from "./wishes";

const claimSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("breaks"), atLeast: z.int().min(0).max(1_000_000_000) }),
  z.strictObject({ kind: z.literal("infeasible") }),
]);
const literalSchema = z.int().min(-2_147_483_647).max(2_147_483_647).refine((literal) => literal !== 0, "0 is no literal");

/** The file of docs/schedule-certificate.md. */
const certificateSchema = z.strictObject({
  format: z.literal("pomost-certificate-1"),
  style: z.enum(["people", "meetings"]),
  claim: claimSchema,
  steps: z.array(z.strictObject({ kind: z.enum(["lemma", "core"]), clause: z.array(literalSchema) })),
});

type File = z.output<typeof certificateSchema>;
export type Claim = File["claim"];

export type Verdict =
  | { ok: true; proved: Claim }
  /** `step` counts from 0 and is null where no single step is at fault; `bound` is what the steps before it prove. */
  | { ok: false; step: number | null; why: Refusal; bound: number };

export type Refusal =
  /** Nothing can be certified where meetings may have different rooms, or interpreters, of one slot. */
  | "rooms_differ"
  /** A literal of a variable that does not exist at that step. */
  | "unknown_variable"
  /** Unit propagation meets no contradiction. */
  | "does_not_follow"
  | WishFault
  /** All steps are right, and prove less. */
  | "claim_not_reached";

/** Reads a certificate; whether it proves anything is not looked at. */
export function readCertificate(text: string): Read<File> {
  return attempt(() => {
    const { value, locate } = parseJson(text);
    return validate(certificateSchema, value, locate);
  });
}

/** True where a certificate can be written: each slot's rooms, and interpreters, are alike for all its meetings. */
export function canCertify(problem: Problem): boolean {
  return findPlaces(problem) !== null;
}

/**
 * Replays a proof step by step, as docs/schedule-certificate.md says, with no code of the solver's.
 * @param problem a valid one: each id that it names exists
 */
export function verifyCertificate(problem: Problem, { style, claim, steps }: File): Verdict {
  const places = findPlaces(problem);
  if (!places) return { ok: false, step: null, why: "rooms_differ", bound: 0 };
  const formula = new Propagation();
  const wishes = new Wishes(formula, writeFormula(formula, problem, places, style));
  for (const [step, { kind, clause }] of steps.entries()) {
    // Whatever is claimed follows from a contradiction.
    if (formula.isContradictory) break;
    const why = findFault(formula, clause) ?? (kind === "core" ? wishes.findFault(clause) : null);
    if (why) return { ok: false, step, why, bound: wishes.bound };
    formula.add(...clause);
    if (kind === "core") wishes.rewrite(clause);
  }
  const isProved = formula.isContradictory || (claim.kind === "breaks" && wishes.bound >= claim.atLeast);
  return isProved ? { ok: true, proved: claim } : { ok: false, step: null, why: "claim_not_reached", bound: wishes.bound };
}

function findFault(formula: Propagation, clause: readonly number[]): Refusal | null {
  if (clause.some((literal) => Math.abs(literal) > formula.variableCount)) return "unknown_variable";
  return formula.follows(clause) ? null : "does_not_follow";
}
