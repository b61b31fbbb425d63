import { beforeEach, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createForeignPool, createInterpreter } from "@/prisma/factories/interpreter";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { seatLate } from "./place-late";

let pool: Awaited<ReturnType<typeof createForeignPool>>;
let meetings: string[];

// Ten meetings of different people, each with a room of its own; one interpreter for all of them.
beforeEach(async () => {
  pool = await createForeignPool(4, { roomCount: 10 });
  await createInterpreter(pool.event, { name: "Anna" });
  meetings = await Promise.all(pool.event.rooms.map(async () => {
    const sides = [await createParticipant(pool.event), await createParticipant(pool.event, "DE")] as const;
    for (const [index, { registration }] of sides.entries()) await db.registration.update({ where: { id: registration.id }, data: { languages: [index === 0 ? "pl" : "de"] } });
    return (await createMeeting(...sides)).id;
  }));
});

const slotId = () => pool.event.slots[0]?.id ?? "";
/** Without the event's lock, so that nothing but the database decides. */
const seatAll = () => Promise.all(meetings.map((meetingId, index) =>
  db.$transaction((tx) => seatLate(tx, { meetingId, slotId: slotId(), roomId: pool.event.rooms[index]?.id ?? "" }, pool.event.id))));
const translated = () => db.seat.count({ where: { resourceKind: "interpreter", slotId: slotId() } });

test("ten meetings want one interpreter at once: all are placed, one has somebody", async () => {
  expect((await seatAll()).every((version) => version !== null)).toBe(true);
  expect(await translated()).toBe(1);
});

// The last test of this file: it takes the guards away.
test("twin: without the guards of the database the interpreter is in several meetings at once", async () => {
  await db.$executeRaw`ALTER TABLE "Seat" DROP CONSTRAINT "Seat_overlap_excl"`;
  await db.$executeRaw`DROP INDEX "Seat_resourceId_slotId_key"`;
  await seatAll();
  expect(await translated()).toBeGreaterThan(1);
});
