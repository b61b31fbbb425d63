import { parseArgs } from "node:util";

/** What the benches of the schedule understand: [FOLDER] [--seconds N] [--seed N] [--only NAME]. */
export function readOptions(usual: { seconds: number }) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
  });
  return {
    words: positionals,
    seconds: Number(values.seconds ?? usual.seconds),
    seed: Number(values.seed ?? 1),
    only: values.only ?? "",
    /** A part of the whole, or another limit, is shown and not kept. */
    isWhole: values.only === undefined && values.seconds === undefined,
  };
}
