import { spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import type { Part } from "./parts";

type Options = { env: Record<string, string>; /** File for what it says; without one, it says it here. */ log?: string };

const patience = 8_000;
// Loaded into each: where this process is killed, its side of the channel closes. What the child starts in turn inherits
// the option and has a channel of its own, which must keep it running: a build would end without its workers' pages.
const endsWithUs = `data:text/javascript,if(process.ppid===${process.pid}){process.on('disconnect',()=>process.exit());process.channel.unref()}`;

/** Runs one of our own programs with this Node, `script` being its path and options. */
export function startChild(script: string[], { env, log }: Options): Part {
  const output = log === undefined ? "inherit" : openSync(log, "w");
  // A process group of its own: Ctrl-C reaches us alone, and we stop the parts in their order.
  const child = spawn(process.execPath, ["--import", endsWithUs, ...script], {
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output, "ipc"],
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`${signal ?? `code ${code}`}${lastLines(log)}`));
  });
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const endWithUs = () => signalGroup("SIGKILL");
  process.once("exit", endWithUs);
  return {
    ended,
    async stop() {
      signalGroup("SIGTERM");
      const impatience = setTimeout(signalGroup, patience, "SIGKILL");
      await ended;
      clearTimeout(impatience);
      process.off("exit", endWithUs);
    },
  };
}

/** Runs one of our own programs to its end; throws with what it said where it fails. */
export async function runChild(script: string[], options: Options): Promise<void> {
  const how = await startChild(script, options).ended;
  if (!how.startsWith("code 0")) throw new Error(`${script.join(" ")} ended with ${how}`);
}

/** TypeScript of this repository, as `startChild` takes it. */
export function typescript(file: string): string[] {
  return ["--import", "tsx", file];
}

function lastLines(log: string | undefined) {
  if (log === undefined) return "";
  return `; the end of ${log}:\n${readFileSync(log, "utf8").trimEnd().split("\n").slice(-20).join("\n")}`;
}
