import { expect, test } from "vitest";
import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { startMailServer, startWorker, stopWorker, type Treatment } from "./test/drill-parts";

/** What the mail server does with the first try of each mail; later ones it takes. */
const treatments: Record<string, Treatment> = {
  "taken@mail.example": "take",
  "put-off@mail.example": { at: "recipient", code: 421 },
  "dropped@mail.example": "drop",
  "slow@mail.example": "silence",
  "unknown@mail.example": { at: "recipient", code: 550 },
};

test("a mail server that is away, says 421 or 550, is slow, or hangs up after the text: nothing is lost, and nobody gets two mails that do not look like one", async () => {
  const to = Object.keys(treatments);
  await enqueueMail(db, ...to.map((address) => ({
    kind: "membership_approved" as const, key: address, to: address, userId: null, locale: "en" as const, params: { organisation: "Hafen", path: "/desk" }, about: null,
  })));
  const states = async () => Object.fromEntries((await db.mail.findMany({ select: { to: true, state: true } })).map((mail) => [mail.to, mail.state]));
  const all = (state: string) => Object.fromEntries(to.map((address) => [address, state]));

  const away = startWorker("smtp://127.0.0.1:1");
  await expect.poll(states, { timeout: 120_000, interval: 500 }).toEqual(all("failed"));
  expect(await stopWorker(away)).toBe(0);

  const tried = new Set<string>();
  const server = await startMailServer((address, stage) => {
    const treatment = treatments[address] ?? "take";
    const isAtRecipient = typeof treatment === "object" && treatment.at === "recipient";
    if (tried.has(address) && address !== "unknown@mail.example") return "take";
    if (isAtRecipient || stage === "data") tried.add(address);
    return treatment;
  });
  const begun = Date.now();
  const worker = startWorker(server.url);
  await expect.poll(states, { timeout: 240_000, interval: 500 }).toEqual({ ...all("sent"), "unknown@mail.example": "dead" });
  expect(await stopWorker(worker)).toBe(0);
  await server.stop();

  const seen = to.map((address) => [address, server.arrived.filter((mail) => mail.to === address)] as const);
  console.log(`${((Date.now() - begun) / 1000).toFixed(0)} s after it was back: ${seen.map(([address, mails]) => `${address.split("@")[0]} ${mails.length}`).join(", ")} arrived`);
  expect(seen.map(([address, mails]) => [address, mails.length, new Set(mails.map(({ messageId }) => messageId)).size])).toEqual([
    ["taken@mail.example", 1, 1], ["put-off@mail.example", 1, 1], ["dropped@mail.example", 2, 1], ["slow@mail.example", 2, 1], ["unknown@mail.example", 0, 0],
  ]);
  expect(await db.suppression.count()).toBe(1);
});
