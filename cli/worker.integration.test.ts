import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";

/** Message-IDs of the mails that the server has taken, in their order. */
const taken: string[] = [];
/** Called with each mail before the server says that it has it. */
let onMail: (count: number) => void = () => undefined;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, callback) => {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      taken.push(/^Message-ID: (.*)$/im.exec(Buffer.concat(parts).toString())?.[1] ?? "");
      onMail(taken.length);
      callback();
    });
  },
});
server.on("error", () => undefined);
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
const { port } = server.server.address() as AddressInfo;
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

function startWorker(): ChildProcess {
  const env = { ...process.env, SMTP_URL: `smtp://127.0.0.1:${port}` };
  return spawn(process.execPath, ["--import", "tsx", "cli/worker.ts"], { env, stdio: "ignore" });
}

const mails = 60;
const kills = 4;

test("a worker that is killed again and again loses no mail, and sends at most one twice each time", { timeout: 240_000 }, async () => {
  await db.$transaction((tx) => enqueueMail(tx, ...Array.from({ length: mails }, (_, index) => ({
    kind: "membership_approved" as const,
    key: `mail/${index}`,
    to: `person${index}@mail.example`,
    locale: "en" as const,
    params: { organisation: "Hafen", path: "/desk" },
  }))));

  for (let kill = 1; kill <= kills; kill += 1) {
    const worker = startWorker();
    const died = once(worker, "exit");
    // The server has the mail and the worker has not heard so yet: the worst moment.
    onMail = (count) => {
      if (count >= kill * 10) worker.kill("SIGKILL");
    };
    await died;
    onMail = () => undefined;
    // A minute later, what the dead worker held is due again.
    await db.mail.updateMany({ where: { state: "sending" }, data: { nextAttemptAt: new Date(Date.now() - 1000) } });
  }

  const last = startWorker();
  const ended = once(last, "exit");
  await expect.poll(() => db.mail.count({ where: { state: { not: "sent" } } }), { timeout: 120_000 }).toBe(0);
  last.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);

  expect(new Set(taken).size).toBe(mails);
  expect(taken.length - mails).toBeLessThanOrEqual(kills);
  expect(taken.length - mails).toBeGreaterThan(0);
});
