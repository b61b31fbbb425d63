import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import type { Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { createThrong, type ThrongMember, measurePatience, openConnections, pairsOf } from "@/prisma/factories/throng";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptRequest, declineRequest, withdrawRequest } from "./answer-request";

// A stampede on a busy machine takes its time; where time is promised, the test itself measures it.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  return { event, asker: await createParticipant(event, "PL"), asked: await createParticipant(event, "DE") };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  stage = await prepare();
});

beforeEach(() => openConnections());

afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

describe("1,000 accept one request at once", () => {
  test("one does, 999 are told so, nobody sees an error, in under 5 s", async () => {
    const { asker, asked, event } = stage;
    const { id } = await createRequest(asker, asked);
    const patience = await measurePatience();
    const began = performance.now();
    const result = await tally(atOnce(1000, () => acceptRequest(asked.actor, { event: event.slug, id })));
    const took = performance.now() - began;
    expect(result).toEqual({ ok: 1, refused: { already_accepted: 999 }, thrown: [] });
    expect(took).toBeLessThan(patience);
    expect(await db.meeting.count({ where: { requestId: id } })).toBe(1);
    expect(await db.mail.count({ where: { key: { contains: id } } })).toBe(1);
    expect(await db.auditEntry.count({ where: { objectId: id } })).toBe(1);
  });
});

/** 500 requests, each between two others of a throng. */
async function ask(): Promise<{ id: string; requester: ThrongMember; recipient: ThrongMember }[]> {
  const { event } = stage;
  const pairs = pairsOf(await createThrong(event, 33)).slice(0, 500);
  const rows = await db.meetingRequest.createManyAndReturn({
    data: pairs.map(([requester, recipient]) => ({
      eventId: event.id,
      requesterId: requester.organisation.id,
      recipientId: recipient.organisation.id,
      requesterPersonId: requester.registration.id,
      subject: "Harbours",
      subjectLocale: "en",
      message: "We would like to talk.",
      messageLocale: "en",
      expiresAt: new Date(Date.now() + 3_600_000),
    })),
    select: { id: true },
  });
  return pairs.map(([requester, recipient], index) => ({ id: rows[index]?.id ?? "", requester, recipient }));
}

type Answer = Result<{ id: string }, string>;
type Answers = Record<"accepted" | "declined" | "withdrawn", Promise<Answer>>;

/** All three at once, each of them first in some rounds. */
function race(round: number, commands: Record<keyof Answers, () => Promise<Answer>>): Answers {
  const names: (keyof Answers)[] = ["accepted", "declined", "withdrawn"];
  const order = [...names.slice(round % 3), ...names.slice(0, round % 3)];
  return Object.fromEntries(order.map((name) => [name, commands[name]()])) as Answers;
}

/** Which commands succeeded, and what the others were told. */
async function endOf(answers: Answers): Promise<{ winners: string[]; told: string[] }> {
  const ended = await Promise.all(Object.entries(answers).map(async ([name, answer]) => ({ name, answer: await answer })));
  return {
    winners: ended.flatMap(({ name, answer }) => (answer.ok ? [name] : [])),
    told: ended.flatMap(({ answer }) => (answer.ok ? [] : [answer.reason])),
  };
}

describe("accept against withdraw against decline, 500 rounds", () => {
  test("each request has one end and one set of mails", async () => {
    const { event: { slug: event } } = stage;
    const requests = await ask();
    const running = requests.map(({ id, requester, recipient }, round) => race(round, {
      accepted: () => acceptRequest(recipient.actor, { event, id }),
      declined: () => declineRequest(recipient.actor, { event, id, code: "not_now" }),
      withdrawn: () => withdrawRequest(requester.actor, { event, id }),
    }));
    const ends = await Promise.all(running.map(endOf));
    const ids = requests.map(({ id }) => id);
    const stored = await db.meetingRequest.findMany({ where: { id: { in: ids } }, select: { id: true, state: true } });
    const states = new Map(stored.map(({ id, state }) => [id, state]));
    expect(ends).toEqual(ids.map((id) => ({ winners: [states.get(id)], told: [`already_${states.get(id)}`, `already_${states.get(id)}`] })));
    const mails = await db.mail.findMany({ where: { kind: { startsWith: "request_" }, OR: ids.map((id) => ({ key: { contains: id } })) }, select: { kind: true, key: true } });
    expect(mails.map(({ key }) => key.split("/").slice(0, 2).join("/")).toSorted()).toEqual(ids.map((id) => `request_${states.get(id)}/${id}`).toSorted());
    const count = (state: string) => stored.filter((request) => request.state === state).length;
    expect(await db.meeting.count({ where: { requestId: { in: ids } } })).toBe(count("accepted"));
    expect(await db.auditEntry.count({ where: { objectType: "meeting_request", objectId: { in: ids } } })).toBe(500);
    // Every command wins now and then: otherwise nothing was raced.
    expect(["accepted", "declined", "withdrawn"].map((state) => count(state) > 20)).toEqual([true, true, true]);
  });
});

describe("without the condition in the update", () => {
  /** Looks first and writes then, as if nobody came between. */
  function answerCarelessly(id: string, state: string): Promise<Answer> {
    return db.$transaction(async (tx) => {
      const [request] = await tx.$queryRaw<{ state: string }[]>`SELECT "state"::text FROM "MeetingRequest" WHERE "id" = ${id}::uuid`;
      if (request?.state !== "pending") return { ok: false, reason: "too_late" };
      await tx.$executeRaw`UPDATE "MeetingRequest" SET "state" = ${state}::"RequestState", "answeredAt" = now() WHERE "id" = ${id}::uuid`;
      return { ok: true, value: { id } };
    });
  }

  test("the same stampede accepts more than once", async () => {
    const { asker, asked } = stage;
    await db.meeting.deleteMany();
    const { id } = await createRequest(asker, asked);
    const result = await tally(atOnce(1000, () => answerCarelessly(id, "accepted")));
    expect(result.ok).toBeGreaterThan(1);
  });

  test("the same rounds have more than one end", async () => {
    await db.meetingRequest.deleteMany();
    const running = (await ask()).map(({ id }, round) => race(round, {
      accepted: () => answerCarelessly(id, "accepted"),
      declined: () => answerCarelessly(id, "declined"),
      withdrawn: () => answerCarelessly(id, "withdrawn"),
    }));
    const ends = await Promise.all(running.map(endOf));
    expect(ends.filter(({ winners }) => winners.length > 1).length).toBeGreaterThan(0);
  });
});
