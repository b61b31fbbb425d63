import { expect, test } from "vitest";
import type { Person } from "@/domain/actor";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { db, type Tx } from "@/prisma/client";
import { createOrganisation } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { unique } from "@/prisma/factories/unique";
import { cancelRegistration } from "./commands/cancel-registration";
import { registerParticipant } from "./commands/register-participant";

/** An event with so many places, and as many people of one admitted organisation as want them. */
async function crowd(size: number, capacity = 10) {
  const event = await createEvent({ programmeId: (await createProgramme()).id, capacity });
  const organisation = await createOrganisation({ programmeId: event.programmeId });
  const users = await db.user.createManyAndReturn({ data: Array.from({ length: size }, () => ({ email: `${unique("crowd")}@mail.example` })) });
  const organisationId = organisation.id;
  await db.membership.createMany({
    data: users.map(({ id: userId, email }) => ({ organisationId, userId, email, role: "editor" as const, state: "active" as const })),
  });
  const people = users.map((user): Person => ({
    kind: "person",
    userId: user.id,
    email: user.email,
    name: null,
    locale: "en",
    memberships: [{ organisationId, role: "editor" }],
    staff: [],
  }));
  const register = (person: Person) =>
    registerParticipant(person, {
      event: event.slug,
      organisation: organisationId,
      locale: "en",
      personName: "Alex Example",
      email: person.email,
      languages: ["en"],
      interpreterNeeded: false,
      slots: event.slots.map(({ id }) => id),
      participation: true,
      contact: false,
      evidence: false,
    });
  const count = (state: "pending" | "waiting" | "cancelled") => db.registration.count({ where: { eventId: event.id, state } });
  return { event, organisation, people, register, count };
}

test("the last 10 places wanted by 500: exactly 10; 10 cancel: exactly 10 more, the first who waited", { timeout: 120_000 }, async () => {
  const { event, people, register, count } = await crowd(500);
  const results = await Promise.all(people.map(register));
  const states = results.map((result) => (result.ok ? result.value.state : result.reason));
  expect(states.filter((state) => state === "pending")).toHaveLength(10);
  expect(states.filter((state) => state === "waiting")).toHaveLength(490);
  expect([await count("pending"), await count("waiting")]).toEqual([10, 490]);

  const queue = await db.registration.findMany({ where: { eventId: event.id, state: "waiting" }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }] });
  const holders = people.filter((_, index) => states[index] === "pending");
  const cancelled = await Promise.all(holders.map((person) => cancelRegistration(person, { event: event.slug }, endConversations)));
  expect(cancelled.filter(({ ok }) => ok)).toHaveLength(10);
  expect([await count("pending"), await count("waiting"), await count("cancelled")]).toEqual([10, 480, 10]);
  const moved = await db.registration.findMany({ where: { eventId: event.id, state: "pending" }, select: { id: true } });
  expect(moved.map(({ id }) => id).toSorted()).toEqual(queue.slice(0, 10).map(({ id }) => id).toSorted());
  const mails = await db.mail.groupBy({ by: ["kind"], _count: true, orderBy: { kind: "asc" } });
  expect(Object.fromEntries(mails.map(({ kind, _count }) => [kind, _count]))).toEqual({
    registration_cancelled: 10,
    registration_moved_up: 10,
    registration_received: 10,
    registration_waiting: 490,
  });
});

/** Waits until `other` has answered or waits for a lock that this test holds. */
async function untilBlocked(other: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  void other.then(end, end);
  const waiting = () => db.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (!isOver && (await waiting()).length === 0);
}

/** The last place: one has taken it and not committed yet when another one comes. How the other fares, and who has a place. */
async function lastPlaceTwice() {
  const { event, organisation, people: [one, other], register, count } = await crowd(2, 1);
  if (!one || !other) throw new Error("unreachable");
  const { answer } = await db.$transaction(async (tx) => {
    const { id } = await tx.registration.create({
      data: { eventId: event.id, organisationId: organisation.id, userId: one.userId, state: "waiting", personName: "One", email: one.email, locale: "en" },
    });
    await tx.$queryRaw`SELECT take_place(${id}::uuid)::text`;
    const second = register(other).then((result) => (result.ok ? result.value.state : result.reason), () => "failed");
    await untilBlocked(second);
    return { answer: second };
  });
  return { other: await answer, held: await count("pending") };
}

/** Two leave at once, and two wait: how many have a place afterwards. */
async function twoLeave(): Promise<number> {
  const { event, people, register, count } = await crowd(4, 2);
  for (const person of people) await register(person);
  const [one, other] = (await db.registration.findMany({ where: { eventId: event.id, state: "pending" } })).map(({ id }) => id);
  const leave = async (tx: Tx, id = "") => {
    await tx.registration.update({ where: { id }, data: { state: "cancelled" } });
    await tx.$queryRaw`SELECT move_up(${event.id}::uuid)::text`;
  };
  const { second } = await db.$transaction(async (tx) => {
    await leave(tx, one);
    const leaving = db.$transaction((own) => leave(own, other));
    await untilBlocked(leaving);
    return { second: leaving };
  });
  await second;
  return count("pending");
}

test("who comes while the last place is being taken waits, and two places that become free go to two", async () => {
  expect(await lastPlaceTwice()).toEqual({ other: "waiting", held: 1 });
  expect(await twoLeave()).toBe(2);
});

/** A function of the database, written again without its row locks. */
async function unlock(name: "take_place" | "move_up" | "refuse_cancelled_event") {
  const [row] = await db.$queryRaw<{ source: string }[]>`SELECT pg_get_functiondef(${name}::regproc) AS "source"`;
  const source = row?.source ?? "";
  const unguarded = source.replaceAll(" FOR NO KEY UPDATE", "");
  expect(unguarded).not.toBe(source);
  await db.$executeRawUnsafe(unguarded);
}

// The twins run last: they take the guards out of this file's database, one after the other.
test("twin: without the lock in take_place the trigger still refuses", async () => {
  // Who is refused in a cancelled event is asked under the same lock.
  await unlock("refuse_cancelled_event");
  await unlock("take_place");
  expect(await lastPlaceTwice()).toEqual({ other: "failed", held: 1 });
});

test("twin: without the lock and the trigger the last place is taken twice", async () => {
  await db.$executeRaw`DROP TRIGGER "Registration_capacity" ON "Registration"`;
  expect(await lastPlaceTwice()).toEqual({ other: "pending", held: 2 });
});

test("twin: without the lock in move_up a place that became free is lost", async () => {
  await unlock("move_up");
  expect(await twoLeave()).toBe(1);
});
