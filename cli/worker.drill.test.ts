import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { startMailServer, startWorker, stopWorker } from "./test/drill-parts";

const mails = 1000;
const kills = 20;
/** Three workers at any time; the clocks of two are wrong. */
const clocks = [0, 5, -5];

/** Places for workers: each has a mail server of its own, so that it is known whose mail has just arrived. */
async function openPlaces(arrivals: Map<string, number[]>) {
  let count = 0;
  const killed: { messageId: string; at: number }[] = [];
  const workers: ChildProcess[] = [];
  let isOpen = true;
  const servers = await Promise.all(clocks.map((clock, place) => startMailServer((to, stage, messageId) => {
    if (stage === "recipient" || !to.startsWith("person")) return "take";
    arrivals.set(messageId, [...(arrivals.get(messageId) ?? []), Date.now()]);
    count += 1;
    if (killed.length >= kills || count < ((killed.length + 1) * mails) / (kills + 2)) return "take";
    // The server has the mail and the worker has not heard so yet: the worst moment.
    killed.push({ messageId, at: Date.now() });
    workers[place]?.kill("SIGKILL");
    return "silence";
  })));
  const fill = (place: number) => {
    const worker = startWorker(servers[place]?.url ?? "", clocks[place]);
    workers[place] = worker;
    void once(worker, "exit").then(() => isOpen && fill(place));
  };
  clocks.forEach((_clock, place) => fill(place));
  const close = async () => {
    isOpen = false;
    const codes = await Promise.all(workers.map(stopWorker));
    await Promise.all(servers.map((server) => server.stop()));
    return codes;
  };
  return { killed, close };
}

/** A request that ends while the drill runs. */
async function createEnding() {
  const event = await createEvent({ programmeId: (await createProgramme()).id });
  const [one, other] = [await createParticipant(event, "PL"), await createParticipant(event, "DE")];
  const { id } = await createRequest(one, other, { expiresAt: new Date(Date.now() + 30_000) });
  return async () => {
    const [row] = await db.$queryRaw<{ state: string; isOver: boolean }[]>`SELECT "state"::text, "expiresAt" <= now() AS "isOver" FROM "MeetingRequest" WHERE "id" = ${id}::uuid`;
    if (row?.state === "expired" && !row.isOver) throw new Error("ended before its time");
    return row?.state;
  };
}

test("workers killed with kill -9 while they send, two clocks wrong by five minutes: nothing is lost, nothing comes early, what comes round comes once", async () => {
  const drafts = Array.from({ length: mails }, (_, index) => ({
    kind: "membership_approved" as const, key: `mail/${index}`, to: `person${index}@mail.example`, userId: null, locale: "en" as const,
    params: { organisation: "Hafen", path: "/desk" }, about: null,
  }));
  await db.$transaction((tx) => enqueueMail(tx, ...drafts));
  const askState = await createEnding();
  const begun = Date.now();
  const arrivals = new Map<string, number[]>();
  const { killed, close } = await openPlaces(arrivals);
  await expect.poll(async () => [await db.mail.count({ where: { key: { startsWith: "mail/" }, state: { not: "sent" } } }), await askState()], { timeout: 500_000, interval: 500 }).toEqual([0, "expired"]);
  const seconds = (Date.now() - begun) / 1000;
  expect(await close()).toEqual([0, 0, 0]);

  const duplicates = [...arrivals.values()].reduce((sum, times) => sum + times.length - 1, 0);
  const takenOver = killed.map(({ messageId, at }) => ((arrivals.get(messageId) ?? []).find((time) => time > at) ?? Infinity) - at);
  const rounds = await db.$queryRaw<{ job: string; times: number }[]>`
    SELECT "data"->>'job' AS "job", count(*)::int AS "times" FROM pgboss.job WHERE "name" = 'recurring' GROUP BY 1, date_trunc('minute', "created_on")`;
  console.log(`${mails} mails, ${killed.length} kills: ${mails - arrivals.size} lost, ${duplicates} twice (same Message-ID), ${seconds.toFixed(0)} s; taken over after ${(Math.max(...takenOver) / 1000).toFixed(1)} s at the most; ${rounds.length} recurrences, each once`);
  expect(killed).toHaveLength(kills);
  expect(arrivals.size).toBe(mails);
  expect(duplicates).toBeGreaterThan(0);
  expect(duplicates).toBeLessThanOrEqual(kills);
  expect(rounds.length).toBeGreaterThan(0);
  expect(rounds.filter(({ times }) => times !== 1)).toEqual([]);
});
