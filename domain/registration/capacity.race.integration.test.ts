import { expect, test } from "vitest";
import type { Person } from "@/domain/actor";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { db } from "@/prisma/client";
import { createOrganisation } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { unique } from "@/prisma/factories/unique";
import { cancelRegistration } from "./commands/cancel-registration";
import { registerParticipant } from "./commands/register-participant";

/** An event with ten places and as many people of one admitted organisation as want them. */
async function crowd(size: number) {
  const event = await createEvent({ programmeId: (await createProgramme()).id, capacity: 10 });
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
  return { event, people, register, count };
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

/** A function of the database, written again without its row locks. */
async function unlock(name: "take_place" | "move_up") {
  const [row] = await db.$queryRaw<{ source: string }[]>`SELECT pg_get_functiondef(${name}::regproc) AS "source"`;
  const source = row?.source ?? "";
  const unguarded = source.replaceAll(" FOR NO KEY UPDATE", "");
  expect(unguarded).not.toBe(source);
  await db.$executeRawUnsafe(unguarded);
}

// The twins run last: they take the guards out of this file's database, one after the other.
test("twin: without the lock in take_place the trigger still refuses the eleventh", { timeout: 120_000 }, async () => {
  await unlock("take_place");
  const { people, register, count } = await crowd(60);
  const results = await Promise.allSettled(people.map(register));
  expect(results.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
  expect(await count("pending")).toBe(10);
});

test("twin: without the lock and the trigger the event is overbooked", { timeout: 120_000 }, async () => {
  await db.$executeRaw`DROP TRIGGER "Registration_capacity" ON "Registration"`;
  const { people, register, count } = await crowd(60);
  await Promise.all(people.map(register));
  expect(await count("pending")).toBeGreaterThan(10);
});

test("twin: without the lock in move_up, places that become free at once are lost", { timeout: 120_000 }, async () => {
  await unlock("move_up");
  const { event, people, register, count } = await crowd(40);
  await people.reduce(async (before, person) => {
    await before;
    await register(person);
  }, Promise.resolve());
  expect(await count("pending")).toBe(10);
  const holders = await db.registration.findMany({ where: { eventId: event.id, state: "pending" } });
  // What cancelRegistration does, without its lock of the event.
  await Promise.all(holders.map(({ id }) =>
    db.$transaction(async (tx) => {
      await tx.registration.update({ where: { id }, data: { state: "cancelled" } });
      await tx.$queryRaw`SELECT move_up(${event.id}::uuid)::text`;
    })));
  expect(await count("pending")).not.toBe(10);
});
