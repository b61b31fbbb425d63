import { readCertificate, verifyCertificate, type Refusal } from "@/domain/schedule/solver/verify/verify-certificate";
import { readProblem, readText, used } from "./files";
import type { VerifyOrder } from "./options";

const reasons: Record<Refusal, string> = {
  rooms_differ: "the meetings of one slot may have different rooms or interpreters; nothing can be certified there",
  unknown_variable: "the step names a variable that does not exist there",
  does_not_follow: "the step does not follow from those before it",
  no_open_wish: "the core names what is not the opposite of an open wish",
  wish_twice: "the core names a wish twice",
  claim_not_reached: "every step is right, but they prove less than is claimed",
};

/** Checks the proof of a bound of a problem. @throws UnusableInput */
export function verifyFile({ file, certificate: certificateFile, fairness }: VerifyOrder) {
  const given = readProblem(file).problem;
  const problem = fairness === undefined ? given : { ...given, fairness };
  const certificate = used(certificateFile, readCertificate(readText(certificateFile)));
  const began = performance.now();
  const verdict = verifyCertificate(problem, certificate);
  const facts = { claim: certificate.claim, fairness: problem.fairness, steps: certificate.steps.length, seconds: Math.round(performance.now() - began) / 1000 };
  if (verdict.ok) return { proved: true, ...facts };
  const { step, why, bound } = verdict;
  // What was proved before the proof went wrong holds all the same.
  return { proved: false, step, why, reason: reasons[why], provedBreaks: bound, ...facts };
}
