import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import { blockOrganisation } from "@/domain/safety/commands";
import { db } from "@/prisma/client";
import { createThrong, type ThrongMember, openConnections } from "@/prisma/factories/throng";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptRequest } from "./answer-request";
import { sendRequest } from "./send-request";

// A stampede on a busy machine takes its time; where time is promised, the test itself measures it.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const quota = 10;
let event: Awaited<ReturnType<typeof createEvent>>;

beforeAll(async () => {
  const programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id, requestQuota: quota });
});

beforeEach(() => openConnections());

afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk about it?", messageLocale: "en" } as const;

function send(from: ThrongMember, to: ThrongMember) {
  return sendRequest(from.actor, { event: event.slug, organisation: to.organisation.slug, ...words });
}

/** 200 pairs of strangers. */
async function strangers(): Promise<[ThrongMember, ThrongMember][]> {
  const throng = await createThrong(event, 400);
  return throng.slice(0, 200).map((one, index): [ThrongMember, ThrongMember] => [one, throng[200 + index] ?? one]);
}

/** Pairs with more than one open request between them. */
function listDoubles() {
  return db.$queryRaw<unknown[]>`
    SELECT 1 FROM "MeetingRequest" WHERE "state" = 'pending'
    GROUP BY "eventId", LEAST("requesterId", "recipientId"), GREATEST("requesterId", "recipientId") HAVING count(*) > 1`;
}

/** How many requests each of these has open. */
async function countOpen(members: readonly ThrongMember[]): Promise<number> {
  return db.meetingRequest.count({ where: { state: "pending", requesterId: { in: members.map(({ organisation }) => organisation.id) } } });
}

/** An open request between two, as a row. */
function pending(from: ThrongMember, to: ThrongMember) {
  return {
    eventId: event.id, requesterId: from.organisation.id, recipientId: to.organisation.id, requesterPersonId: from.registration.id,
    subject: "Harbours", subjectLocale: "en", message: "Shall we talk?", messageLocale: "en", expiresAt: new Date(Date.now() + 60_000),
  } as const;
}

/** Transactions of this database that wait for another one. */
async function countWaiting(): Promise<number> {
  const waiting = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return waiting.length;
}

describe("A asks B while B asks A, 200 pairs at once", () => {
  test("each pair has one open request, and the other side is told why", async () => {
    const pairs = await strangers();
    const result = await tally(pairs.flatMap(([one, other]) => [send(one, other), send(other, one)]));
    expect(result).toEqual({ ok: 200, refused: { already_open: 200 }, thrown: [] });
    expect(await listDoubles()).toEqual([]);
    expect(await countOpen(pairs.flat())).toBe(200);
    expect(await db.mail.count({ where: { kind: "request_received" } })).toBe(200);
  });

  test("the same request sent ten times at once is one request with one answer", async () => {
    const [one, other] = await createThrong(event, 2);
    if (!one || !other) throw new Error("no throng");
    const answers = await Promise.all(atOnce(10, () => send(one, other)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await tally(answers.map((answer) => Promise.resolve(answer)))).toEqual({ ok: 10, refused: {}, thrown: [] });
    expect(await countOpen([one, other])).toBe(1);
  });
});

describe("asking while the last request is being accepted", () => {
  test("never leaves an open request beside the agreed meeting", async () => {
    const pairs = (await strangers()).slice(0, 100);
    const first = await Promise.all(pairs.map(([one, other]) => send(one, other)));
    const running = pairs.flatMap(([one, other], index) => {
      const sent = first[index];
      if (!sent?.ok) throw new Error("the first request was refused");
      return [acceptRequest(other.actor, { event: event.slug, id: sent.value.id }), send(other, one)];
    });
    const result = await tally(running);
    expect([result.ok, result.thrown]).toEqual([100, []]);
    expect(Object.keys(result.refused).every((reason) => ["already_open", "already_agreed"].includes(reason))).toBe(true);
    expect(await countOpen(pairs.flat())).toBe(0);
  });
});

describe("the quota, wanted by 50 at once", () => {
  test("is used up exactly", async () => {
    const [asker, ...others] = await createThrong(event, 51);
    if (!asker) throw new Error("no throng");
    const result = await tally(others.map((other) => send(asker, other)));
    expect(result).toEqual({ ok: quota, refused: { quota_reached: 50 - quota }, thrown: [] });
    expect(await countOpen([asker])).toBe(quota);
  });

  test("without the lock it is exceeded", async () => {
    const [asker, ...others] = await createThrong(event, 51);
    if (!asker) throw new Error("no throng");
    const careless = (other: ThrongMember) =>
      db.$transaction(async (tx) => {
        const used = await tx.meetingRequest.count({ where: { requesterId: asker.organisation.id, state: "pending" } });
        if (used >= quota) return;
        await tx.meetingRequest.create({ data: pending(asker, other) });
      });
    await Promise.all(others.map(careless));
    expect(await countOpen([asker])).toBeGreaterThan(quota);
  });
});

describe("a block", () => {
  test("while the two ask each other leaves nothing open between them", async () => {
    const pairs = (await strangers()).slice(0, 50);
    const running = pairs.flatMap(([one, other]) => [
      send(one, other),
      blockOrganisation(other.actor, { event: event.slug, organisation: one.organisation.slug }),
      send(other, one),
    ]);
    const result = await tally(running);
    expect(result.thrown).toEqual([]);
    expect(await countOpen(pairs.flat())).toBe(0);
    expect(await db.block.count({ where: { blockerId: { in: pairs.map(([, other]) => other.organisation.id) } } })).toBe(50);
  });

  test("waits for a request that has looked for blocks already", async () => {
    const [one, other] = await createThrong(event, 2);
    if (!one || !other) throw new Error("no throng");
    const { promise: isInserted, resolve: insert } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    // A request between the two that is never committed stops the real one in the middle.
    const stop = db.$transaction(async (tx) => {
      await tx.meetingRequest.create({ data: pending(other, one) });
      insert();
      await mayEnd;
      throw new Error("rolled back");
    }).catch(() => undefined);
    await isInserted;
    const sending = send(one, other);
    while ((await countWaiting()) < 1);
    let isBlocked = false;
    const blocking = blockOrganisation(other.actor, { event: event.slug, organisation: one.organisation.slug }).then(() => {
      isBlocked = true;
    });
    while (!isBlocked && (await countWaiting()) < 2);
    end();
    await Promise.all([stop, sending, blocking]);
    expect(await countOpen([one, other])).toBe(0);
  });
});

describe("without the index", () => {
  test("the same pairs get two open requests", async () => {
    await db.$executeRaw`DROP INDEX "MeetingRequest_open_pair_key"`;
    const pairs = await strangers();
    const result = await tally(pairs.flatMap(([one, other]) => [send(one, other), send(other, one)]));
    expect(result.ok).toBeGreaterThan(200);
    expect((await listDoubles()).length).toBeGreaterThan(0);
  });
});
