import { getEventListeners, once } from "node:events";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { enqueueMail } from "@/domain/mail/commands";
import { createUser } from "@/prisma/factories/people";
import { db } from "@/prisma/client";
import { env } from "../env";
import { openHub, type Hub } from "./hub";

// Two servers.
const hubs: Hub[] = [openHub(env().DATABASE_URL), openHub(env().DATABASE_URL)];
afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

let user: Awaited<ReturnType<typeof createUser>>;
beforeEach(async () => {
  user = await createUser();
});

/** What a server hears of a user: each call waits for one more. */
function follow(hub: Hub, topic: string) {
  const target = new EventTarget();
  const heard: (string | null)[] = [];
  const stop = hub.listen([topic], (one) => {
    heard.push(one);
    target.dispatchEvent(new Event("heard"));
  });
  const next = async () => {
    while (heard.length === 0) await once(target, "heard");
    return heard.shift();
  };
  return { next, heard, stop };
}

function tell(key: string) {
  return enqueueMail(db, { kind: "membership_declined", key, to: user.email, userId: user.id, locale: "en", params: { organisation: "Hafen" }, about: null });
}

test("every server hears of a notice on the commit, of nothing that was rolled back, and nothing of others", async () => {
  const topic = `user ${user.id}`;
  const [one, other] = hubs.map((hub) => follow(hub, topic));
  const stranger = hubs[0] && follow(hubs[0], `user ${(await createUser()).id}`);
  // As soon as the servers listen, they say that something may have been missed.
  expect([await one?.next(), await other?.next(), await stranger?.next()]).toEqual([null, null, null]);
  await expect(db.$transaction(async (tx) => {
    const { id } = await tx.mail.create({ data: { key: crypto.randomUUID(), kind: "membership_declined", to: user.email, locale: "en", params: {} } });
    await tx.notice.create({ data: { mailId: id, userId: user.id } });
    throw new Error("rolled back");
  })).rejects.toThrow("rolled back");
  await tell(crypto.randomUUID());
  expect([await one?.next(), await other?.next()]).toEqual([topic, topic]);
  await db.notice.updateMany({ where: { userId: user.id }, data: { readAt: new Date() } });
  expect([await one?.next(), await other?.next()]).toEqual([topic, topic]);
  expect([one?.heard, other?.heard, stranger?.heard]).toEqual([[], [], []]);
});

test("a connection that is lost comes back by itself, and says that something may have been missed", async () => {
  const topic = `user ${user.id}`;
  const followers = hubs.map((hub) => follow(hub, topic));
  await db.$executeRaw`SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "application_name" = 'pomost-live' AND "datname" = current_database()`;
  expect(await Promise.all(followers.map(({ next }) => next()))).toEqual([null, null]);
  await tell(crypto.randomUUID());
  expect(await Promise.all(followers.map(({ next }) => next()))).toEqual([topic, topic]);
});

test("whoever has stopped listening hears nothing, and one connection serves all", async () => {
  const topic = `user ${user.id}`;
  const [hub] = hubs;
  const [gone, stays] = [hub && follow(hub, topic), hub && follow(hub, topic)];
  gone?.stop();
  await tell(crypto.randomUUID());
  expect(await stays?.next()).toBe(topic);
  expect(gone?.heard).toEqual([]);
  const rows = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity WHERE "application_name" = 'pomost-live' AND "datname" = current_database()`;
  expect(rows).toEqual([{ count: BigInt(hubs.length) }]);
});

test("a connection that is lost leaves nothing behind that waits for the end", async () => {
  const adding = vi.spyOn(EventTarget.prototype, "addEventListener");
  const hub = openHub(env().DATABASE_URL);
  const follower = follow(hub, `user ${user.id}`);
  const signal = adding.mock.contexts.find((target) => target instanceof AbortSignal);
  adding.mockRestore();
  for (let times = 0; times < 2; times++) {
    expect(await follower.next()).toBeNull();
    expect(getEventListeners(signal ?? new EventTarget(), "abort")).toHaveLength(1);
    await db.$executeRaw`
      SELECT pg_terminate_backend("pid") FROM (
        SELECT "pid" FROM pg_stat_activity WHERE "application_name" = 'pomost-live' AND "datname" = current_database() ORDER BY "backend_start" DESC LIMIT 1) AS "newest"`;
  }
  await hub.close();
});
