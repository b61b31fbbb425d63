import { parseArgs } from "node:util";
import { UnusableInput } from "./files";

export const usage = `npm run schedule -- FILE.dzn|FILE.json [--out SOLUTION.json] [--seconds N] [--fairness D|none] [--seed N] [--certificate CERT.json]
npm run schedule -- --check INSTANCE SOLUTION [--fairness D|none] [--allow-unplaced]
npm run schedule -- --verify FILE CERT.json [--fairness D|none]

  Places the meetings of a problem, and proves how good the schedule is. One JSON object goes to the standard output.
  --out             writes the schedule, in the form that belongs to the form of the problem
  --seconds         how long to work at most (60); Ctrl-C ends earlier, with the best so far
  --fairness        by how much the breaks of two participants may differ; none: by any number
                    (left out: what the file says; 2 where it says nothing, as the published files)
  --seed            another number, another of the schedules that are equally good (1)
  --certificate     writes the proof of the bound, for others to check; takes at most as long again
  --check           judges a solution of a problem, with no code of the solver's
  --verify          checks such a proof, with no code of the solver's; --fairness as it was solved with
  --allow-unplaced  a solution may leave meetings out

  Ends with 0: every meeting is placed (or the solution keeps every rule, or the claim is proved); 1: not all can be
  placed (or were within the time), or the solution breaks a rule, or the claim is not proved; 2: the input cannot be
  used. docs/schedule-format.md and docs/schedule-certificate.md describe the files.`;

type Fairness = number | null | undefined;

export type SolveOrder = {
  kind: "solve"; file: string; out: string | null; certificate: string | null; seconds: number; fairness: Fairness; seed: number | undefined;
};
export type CheckOrder = { kind: "check"; file: string; solution: string; fairness: Fairness; mayLeaveOut: boolean };
export type VerifyOrder = { kind: "verify"; file: string; certificate: string; fairness: Fairness };
export type Order = SolveOrder | CheckOrder | VerifyOrder | { kind: "help" };

const maxSeconds = 86_400;
const maxInteger = 2_147_483_647;

function refuse(words: string): never {
  throw new UnusableInput(`${words}\n\n${usage}`);
}

function readInteger(name: string, text: string, most: number): number {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : refuse(`--${name} wants a whole number from 0 to ${most}, not “${text}”.`);
}

function readSeconds(text: string): number {
  const seconds = /^\d{1,6}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return seconds > 0 && seconds <= maxSeconds ? seconds : refuse(`--seconds wants a number above 0 and up to ${maxSeconds}, not “${text}”.`);
}

function readFairness(text: string | undefined): Fairness {
  if (text === undefined) return undefined;
  return text === "none" ? null : readInteger("fairness", text, 1_000_000);
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: "string" }, seconds: { type: "string" }, fairness: { type: "string" }, seed: { type: "string" }, certificate: { type: "string" },
        check: { type: "boolean" }, verify: { type: "boolean" }, "allow-unplaced": { type: "boolean" }, help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The two files of --check or --verify, with which only some options go. */
function readPair(mode: "check" | "verify", [file, judged, ...more]: string[], others: Record<string, unknown>): [string, string] {
  const odd = Object.entries(others).find(([, value]) => value !== undefined);
  if (odd) refuse(`--${odd[0]} does not go with --${mode}.`);
  if (file === undefined || judged === undefined || more.length > 0) refuse(`--${mode} wants two files: the problem, and the ${mode === "check" ? "solution" : "certificate"}.`);
  return [file, judged];
}

/** What the words of a command line order. @throws UnusableInput */
export function readOrder(words: string[]): Order {
  const { values, positionals } = parse(words);
  const { out, seconds, seed, certificate, check, verify, "allow-unplaced": allowUnplaced } = values;
  const fairness = readFairness(values.fairness);
  if (values.help) return { kind: "help" };
  if (check) {
    const [file, solution] = readPair("check", positionals, { out, seconds, seed, certificate, verify });
    return { kind: "check", file, solution, fairness, mayLeaveOut: allowUnplaced ?? false };
  }
  if (allowUnplaced) refuse("--allow-unplaced goes with --check alone.");
  if (verify) {
    const [file, proof] = readPair("verify", positionals, { out, seconds, seed, certificate });
    return { kind: "verify", file, certificate: proof, fairness };
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) refuse("Give one file with a problem.");
  return {
    kind: "solve", file, out: out ?? null, certificate: certificate ?? null, fairness,
    seconds: seconds === undefined ? 60 : readSeconds(seconds),
    seed: seed === undefined ? undefined : readInteger("seed", seed, maxInteger),
  };
}
