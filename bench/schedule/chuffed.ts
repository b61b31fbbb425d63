import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { Outcome, Plain } from "./rival";

const model = `
include "globals.mzn";
int: P; int: M; int: T; int: L; int: D;
array[1..M] of set of int: may; array[1..P] of set of int: own; array[1..M] of set of int: after;
array[1..M] of var 1..T: slot;
array[1..P, 1..T] of var bool: busy;
array[1..P] of var 0..T: breaks;
var 0..P*T: total;
constraint forall(m in 1..M)(slot[m] in may[m]);
constraint forall(p in 1..P)(alldifferent([slot[m] | m in own[p]]));
constraint forall(m in 1..M, e in after[m])(slot[e] < slot[m]);
constraint global_cardinality_low_up(slot, [t | t in 1..T], [0 | t in 1..T], [L | t in 1..T]);
constraint forall(p in 1..P, t in 1..T)(busy[p, t] <-> exists(m in own[p])(slot[m] = t));
constraint forall(p in 1..P)(sum(t in 1..T)(busy[p, t]) = card(own[p]));
constraint forall(p in 1..P)(if card(own[p]) = 0 then breaks[p] = 0 else
  breaks[p] + 1 = bool2int(busy[p, 1]) + sum(t in 2..T)(bool2int(busy[p, t] /\\ not busy[p, t - 1])) endif);
constraint if D < 0 then true else max(breaks) - min(breaks) <= D endif;
constraint total = sum(breaks);
solve minimize total;
output ["\\(total)"];
`;

const messageSchema = z.object({ type: z.string(), status: z.string().optional(), output: z.object({ default: z.string().optional() }).optional() });

function toData({ slots, rooms, people, meetings, fairness }: Plain): string {
  const sets = (lists: number[][]) => `[${lists.map((list) => `{${list.map((index) => index + 1).join(",")}}`).join(",")}]`;
  return [
    `P=${people.length}; M=${meetings.length}; T=${slots}; L=${rooms}; D=${fairness ?? -1};`,
    `may=${sets(meetings.map((meeting) => meeting.slots))}; own=${sets(people)}; after=${sets(meetings.map(({ after }) => after))};`,
  ].join("\n");
}

/** Chuffed on a plain model of the problem, from the start of the work (its program is loaded then) to its proof. */
export async function runChuffed(plain: Plain, limit: number): Promise<Outcome> {
  const require = createRequire(import.meta.url);
  const worker = new Worker(new URL("./chuffed-worker.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  let begun = 0;
  let breaks: number | null = null;
  worker.once("error", reject);
  worker.on("message", (message: unknown) => {
    const { type, status, output } = messageSchema.parse(message);
    if (type === "ready") {
      begun = performance.now();
      const args = ["--solver", "chuffed", "--time-limit", String(limit * 1000), "--intermediate-solutions", "model.mzn", "data.dzn"];
      worker.postMessage({ jsonStream: true, args, files: { "model.mzn": model, "data.dzn": toData(plain) } }, []);
    }
    if (type === "solution" && output?.default !== undefined) breaks = Number(output.default);
    if (type === "status") resolve(status === "OPTIMAL_SOLUTION" || status === "UNSATISFIABLE");
    if (type === "exit") resolve(false);
    if (type === "error") reject(new Error(JSON.stringify(message)));
  });
  worker.postMessage({ wasmURL: require.resolve("minizinc/minizinc.wasm"), dataURL: require.resolve("minizinc/minizinc.data") }, []);
  // It looks at the clock now and then only.
  const late = setTimeout(() => resolve(false), (limit + 20) * 1000);
  const isProved = await promise;
  clearTimeout(late);
  const seconds = (performance.now() - begun) / 1000;
  await worker.terminate();
  return { breaks, isProved, seconds };
}
