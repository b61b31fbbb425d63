import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A worker of its own process, as `npm run worker` starts it. `clock`: by how many minutes its clock is wrong. */
export function startWorker(smtpUrl: string, clock = 0): ChildProcess {
  const wrong = `data:text/javascript,const now=Date.now;const off=${clock * 60_000};Date=class extends Date{constructor(...a){a.length?super(...a):super(now()+off)}static now(){return now()+off}}`;
  const env = { ...process.env, SMTP_URL: smtpUrl };
  const worker = spawn(process.execPath, ["--import", wrong, "--import", "tsx", "cli/worker.ts"], { env, stdio: "ignore" });
  // A drill that fails half-way leaves nobody behind.
  process.once("exit", () => worker.kill("SIGKILL"));
  return worker;
}

/** Ends a worker as an operator does, and answers with its exit code. */
export async function stopWorker(worker: ChildProcess): Promise<number | null> {
  const ended = once(worker, "exit");
  worker.kill("SIGTERM");
  const [code] = (await ended) as [number | null];
  return code;
}

/** What a mail server does with one mail: takes it, says no with a code, drops the connection, or never answers. */
export type Treatment = "take" | "drop" | "silence" | { at: "recipient" | "data"; code: number };

type Delivery = { to: string; messageId: string };

/** A mail server for drills. `treat` is asked for each mail, and once more when its text has arrived. */
export async function startMailServer(treat: (to: string, stage: "recipient" | "data", messageId: string) => Treatment): Promise<{ url: string; stop: () => Promise<void>; arrived: Delivery[] }> {
  const arrived: Delivery[] = [];
  const refusal = ({ code }: { code: number }) => Object.assign(new Error("refused"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, callback) => {
      const treatment = treat(address, "recipient", "");
      callback(typeof treatment === "object" && treatment.at === "recipient" ? refusal(treatment) : null);
    },
    async onData(stream, session, done) {
      const text = (await buffer(stream)).toString();
      const to = session.envelope.rcptTo[0]?.address ?? "";
      const messageId = /^Message-ID: (.*)$/im.exec(text)?.[1] ?? "";
      arrived.push({ to, messageId });
      const treatment = treat(to, "data", messageId);
      if (treatment === "drop") for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
      else if (treatment !== "silence") done(typeof treatment === "object" && treatment.at === "data" ? refusal(treatment) : null);
    },
  });
  // A worker that is killed hangs up in the middle.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { arrived, url: `smtp://127.0.0.1:${port}`, stop: () => new Promise<void>((resolve) => server.close(resolve)) };
}
