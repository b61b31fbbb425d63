import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { enqueueMail } from "@/domain/mail/commands";
import { loadAnswer } from "@/domain/schedule/queries/load-run";
import { db } from "@/prisma/client";
import { createFair } from "@/prisma/factories/fair";
import { createRun } from "@/prisma/factories/schedule";

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
    userId: null,
    locale: "en" as const,
    params: { organisation: "Hafen", path: "/desk" },
    about: null,
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
    // A minute later, nobody has heard of the dead worker.
    await db.$executeRaw`UPDATE pgboss.job SET "heartbeat_on" = "heartbeat_on" - interval '1 minute' WHERE "state" = 'active'`;
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

test("a worker that is killed while it optimises leaves no half answer; the next one begins anew", { timeout: 120_000 }, async () => {
  const { event, meetings } = await createFair(100);
  const { id } = await createRun(event.id);
  const run = () => db.scheduleRun.findUniqueOrThrow({ where: { id } });
  const first = startWorker();
  const died = once(first, "exit");
  await expect.poll(async () => (await run()).progress, { timeout: 60_000 }).not.toBeNull();
  first.kill("SIGKILL");
  await died;
  expect(await run()).toMatchObject({ state: "running", attempts: 1, answer: null, revision: null, finishedAt: null });
  // A minute later, nobody has heard of the dead worker.
  await db.scheduleRun.update({ where: { id }, data: { heartbeatAt: new Date(Date.now() - 60_000) } });

  const second = startWorker();
  const ended = once(second, "exit");
  await expect.poll(async () => (await run()).state, { timeout: 60_000 }).toBe("done");
  second.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  const { answer } = await loadAnswer(db, id);
  expect((await run()).attempts).toBe(2);
  expect([...(answer?.placements ?? []).map(({ meeting }) => meeting), ...(answer?.unplaced ?? [])].toSorted()).toEqual(meetings.map((meeting) => meeting.id).toSorted());
});
