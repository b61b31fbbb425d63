/** Something that runs beside us. `ended` says how it ended, whether asked to or not. */
export type Part = { ended: Promise<string>; stop: () => Promise<void> };

/** Takes charge of a part that was started: it is stopped with all the others, and its early end ends them. */
export type Keep = <T extends Part>(name: string, part: T) => T;

/** Keeps parts; `onEarlyEnd` is called once for each that ends before `stop`, which ends them all, the last first. */
export function keepParts(onEarlyEnd: (reason: string) => void): { keep: Keep; stop: () => Promise<void> } {
  const kept: Part[] = [];
  let isStopping = false;
  const keep: Keep = (name, part) => {
    kept.push(part);
    void part.ended.then((how) => {
      if (!isStopping) onEarlyEnd(`${name} ended by itself (${how}).`);
    });
    // Began before the end was wanted, was ready after it.
    if (isStopping) void part.stop();
    return part;
  };
  const stop = async () => {
    isStopping = true;
    for (const part of kept.toReversed()) await part.stop();
  };
  return { keep, stop };
}

/**
 * Starts parts and keeps them until a signal comes or one of them ends by itself, then stops all, the last first.
 * @param start starts the parts, handing each to `keep`, and answers what to say once all are up; what it throws is
 * the end as well
 * @returns the exit code: 0 after a signal, otherwise 1 with the reason on the terminal
 */
export async function runParts(start: (keep: Keep) => Promise<string>): Promise<number> {
  const { promise: end, resolve, reject } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
  const { keep, stop } = keepParts((reason) => reject(new Error(reason)));
  let code = 0;
  try {
    const message = await Promise.race([start(keep), end]);
    if (message) console.log(message);
    await end;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    code = 1;
  }
  await stop();
  if (code === 0) console.log("\n  Everything is stopped.");
  return code;
}
