import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createUser } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { PrismaClient } from "@/prisma/generated/client";
import { classifyFault } from "./rules";

/** How the failure of a promise is classified; "none" where it does not fail. */
async function faultOf(promise: Promise<unknown>) {
  return promise.then(
    () => "none",
    (error: unknown) => classifyFault(error),
  );
}

test("a value that is there already", async () => {
  const { email } = await createUser();
  const unique = { kind: "unique", code: "23505", constraint: "User_email_key" };
  expect(await faultOf(db.user.create({ data: { email } }))).toEqual(unique);
  expect(await faultOf(db.$executeRaw`INSERT INTO "User" ("id", "email") VALUES (gen_random_uuid(), ${email})`)).toEqual(unique);
});

test("a value that a check or an exclusion refuses", async () => {
  expect(await faultOf(db.user.create({ data: { email: "Upper@case.example" } }))).toEqual({
    kind: "check", code: "23514", constraint: "User_email_check",
  });
  const event = await createEvent({ programmeId: (await createProgramme()).id, slotCount: 1 });
  const [slot] = event.slots;
  if (!slot) throw new Error("the event has no slot");
  const overlapping = { eventId: event.id, number: 2, startsAt: slot.startsAt, endsAt: slot.endsAt };
  expect(await faultOf(db.slot.create({ data: overlapping }))).toEqual({
    kind: "check", code: "23P01", constraint: "Slot_overlap_excl",
  });
});

test("a row that the new one refers to is not there", async () => {
  const orphan = { userId: randomUUID(), tokenHash: "hash", expiresAt: new Date() };
  expect(await faultOf(db.session.create({ data: orphan }))).toEqual({
    kind: "foreign_key", code: "23503", constraint: "Session_userId_fkey",
  });
});

test("two transactions that wait for each other", async () => {
  const [one, other] = [await createUser(), await createUser()];
  const rename = (first: string, second: string) =>
    db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: first }, data: { name: "One" } });
      await wait(100);
      await tx.user.update({ where: { id: second }, data: { name: "Two" } });
    });
  const faults = await Promise.all([faultOf(rename(one.id, other.id)), faultOf(rename(other.id, one.id))]);
  expect(faults).toContainEqual({ kind: "conflict", code: "40P01", constraint: null });
  expect(faults).toContain("none");
});

test("a connection that ends, and a server that is not there", async () => {
  expect(await faultOf(db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`)).toEqual({
    kind: "unavailable", code: "57P01", constraint: null,
  });
  const away = new PrismaClient({ adapter: new PrismaPg({ connectionString: "postgresql://nobody@127.0.0.1:1/none" }) });
  const unreachable = { kind: "unavailable", code: "P1001", constraint: null };
  expect(await faultOf(away.user.count())).toEqual(unreachable);
  expect(await faultOf(away.$queryRaw`SELECT 1`)).toEqual(unreachable);
  expect(await faultOf(away.$transaction((tx) => tx.user.count()))).toEqual(unreachable);
});

test("anything else keeps its code, and what is no failure of the database is none", async () => {
  expect(await faultOf(db.$queryRaw`SELECT 1/0`)).toEqual({ kind: "other", code: "22012", constraint: null });
  expect(await faultOf(db.user.update({ where: { id: randomUUID() }, data: { name: "Nobody" } }))).toEqual({
    kind: "other", code: "P2025", constraint: null,
  });
  expect(classifyFault(new Error("something else"))).toBeNull();
  expect(classifyFault("a thrown text")).toBeNull();
  expect(classifyFault(new Error("Connection terminated unexpectedly"))?.kind).toBe("unavailable");
});

test("nothing that a row holds is in the answer", async () => {
  const address = "Secret.Person@mail.example";
  const error: unknown = await db.user.create({ data: { email: address } }).catch((reason: unknown) => reason);
  expect(JSON.stringify(error)).toContain(address);
  expect(JSON.stringify(classifyFault(error))).not.toContain(address);
});
