import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createAnswer, createCall } from "@/prisma/factories/call";
import { createParticipant } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { openConnections } from "@/prisma/factories/throng";
import { acceptAnswer, declineAnswer } from "./commands/accept-answer";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeEach(() => openConnections());
afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const [author, other] = [await createParticipant(event, "PL"), await createParticipant(event, "DE")];
  const answer = await createAnswer((await createCall(programme.id, author)).id, other);
  return { event, author, answer };
}

describe("one answer is accepted and declined 50 times at once", () => {
  test("one of the two holds, and all are told the same", async () => {
    const { event, author, answer } = await prepare();
    const key = { answer: answer.id };
    const result = await tally(atOnce(100, async (index) => (index % 2 === 0 ? acceptAnswer(author.actor, key) : declineAnswer(author.actor, key))));
    expect(result).toEqual({ ok: 50, refused: { already_decided: 50 }, thrown: [] });
    const { state } = await db.callAnswer.findUniqueOrThrow({ where: { id: answer.id } });
    expect(await db.meeting.count({ where: { eventId: event.id } })).toBe(state === "accepted" ? 1 : 0);
    expect(await db.mail.count({ where: { key: { contains: answer.id } } })).toBe(1);
    expect(await db.auditEntry.count({ where: { objectId: answer.id } })).toBe(1);
  });

  test("without the guard on its state it is both", async () => {
    const { answer } = await prepare();
    const decide = (state: "accepted" | "declined") => db.$transaction(async (tx) => {
      const before = await tx.callAnswer.findUniqueOrThrow({ where: { id: answer.id }, select: { state: true } });
      if (before.state !== "open") return;
      await tx.callAnswer.update({ where: { id: answer.id }, data: { state, decidedAt: new Date() } });
      await tx.auditEntry.create({ data: { action: `call.${state}`, objectType: "call_answer", objectId: answer.id } });
    });
    await Promise.all(atOnce(20, (index) => decide(index % 2 === 0 ? "accepted" : "declined")));
    expect(await db.auditEntry.count({ where: { objectId: answer.id } })).toBeGreaterThan(1);
  });
});
