import { beforeEach, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createInterpreter } from "@/prisma/factories/interpreter";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { listVersions } from "../queries/list-versions";
import { exportBreakouts } from "./export-breakouts";
import { releaseSchedule } from "./release-schedule";
import { takeBackSchedule } from "./take-back-schedule";

let pool: Awaited<ReturnType<typeof createPool>>;

// Six in a circle; in slot 1 the meetings 0 and 2 in rooms 2 and 1, meeting 4 in a video room of its own.
beforeEach(async () => {
  pool = await createPool(6, { roomCount: 3 });
  await db.room.update({ where: { id: pool.event.rooms[2]?.id ?? "" }, data: { kind: "video", url: "https://video.example/3" } });
  for (const [index, { registration }] of pool.participants.entries()) {
    await db.registration.update({ where: { id: registration.id }, data: { email: `zoom-${index}@mail.example` } });
  }
  for (const [meeting, room] of [[0, 1], [2, 0], [4, 2]] as const) await createPlacement(pool.event, pool.meetings[meeting]?.id ?? "", [0, room]);
});

async function release() {
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toMatchObject({ ok: true });
}

const key = (slot = 0) => ({ event: pool.event.slug, slot: pool.event.slots[slot]?.id ?? "" });

async function rowsOf(slot = 0): Promise<string[]> {
  const result = await exportBreakouts(pool.moderator, key(slot));
  return result.ok ? result.value.rows.map(({ room, email }) => `${room} ${email}`) : [];
}

test("one line for each person in a breakout room, by the address given for the event; nobody of the video room", async () => {
  await release();
  const rows = await rowsOf();
  expect(rows.map((row) => row.slice(0, 6))).toEqual(["Room 1", "Room 1", "Room 2", "Room 2"]);
  expect(rows.toSorted()).toEqual(["Room 1 zoom-2@mail.example", "Room 1 zoom-3@mail.example", "Room 2 zoom-0@mail.example", "Room 2 zoom-1@mail.example"]);
  expect(await rowsOf(1)).toEqual([]);
  expect(await db.auditEntry.count({ where: { eventId: pool.event.id, action: "schedule.export_breakouts" } })).toBe(2);
});

test("the account's address where the registration has none", async () => {
  await release();
  await db.registration.update({ where: { id: pool.participants[2]?.registration.id ?? "" }, data: { email: "" } });
  expect(await rowsOf()).toContain(`Room 1 ${pool.participants[2]?.actor.email}`);
});

test("the interpreter of a meeting as well, where the list says an address", async () => {
  for (const [index, language] of [[0, "pl"], [1, "de"], [2, "pl"], [3, "de"]] as const) {
    await db.registration.update({ where: { id: pool.participants[index]?.registration.id ?? "" }, data: { languages: [language] } });
  }
  const anna = await createInterpreter(pool.event, { name: "Anna", email: "anna@mail.example" });
  const bogdan = await createInterpreter(pool.event, { name: "Bogdan" });
  for (const [index, id] of [[0, anna.id], [2, bogdan.id]] as const) await db.interpreterChoice.create({ data: { meetingId: pool.meetings[index]?.id ?? "", interpreterId: id } });
  await release();
  const rows = await rowsOf();
  expect(rows).toHaveLength(5);
  expect(rows).toContain("Room 2 anna@mail.example");
});

test("a file for each slot in which breakout rooms are used", async () => {
  await release();
  const { breakouts } = await listVersions(pool.moderator, pool.event.slug, "en");
  expect(breakouts.map(({ number }) => number)).toEqual([1]);
});

test.each<[string, () => Actor | Promise<Actor>, typeof NotFound | typeof SignedOut]>([
  ["nobody signed in", () => visitor, SignedOut],
  ["one of the two people", () => pool.participants[0]?.actor ?? visitor, NotFound],
  ["another programme's moderator", async () => createStaff("moderator", (await createProgramme()).id), NotFound],
])("does not exist for %s", async (_, who, denial) => {
  await release();
  await expect(exportBreakouts(await who(), key())).rejects.toThrow(denial);
});

test("does not exist before a release, after it was taken back, for another event's slot, or without breakout rooms", async () => {
  await expect(exportBreakouts(pool.moderator, key())).rejects.toThrow(NotFound);
  await release();
  const other = await createPool(3);
  await expect(exportBreakouts(pool.moderator, { ...key(), slot: other.event.slots[0]?.id ?? "" })).rejects.toThrow(NotFound);
  await db.room.updateMany({ where: { eventId: pool.event.id }, data: { kind: "table" } });
  await expect(exportBreakouts(pool.moderator, key())).rejects.toThrow(NotFound);
  await db.room.updateMany({ where: { eventId: pool.event.id }, data: { kind: "breakout" } });
  await takeBackSchedule(pool.moderator, { event: pool.event.slug, number: 1 });
  await expect(exportBreakouts(pool.moderator, key())).rejects.toThrow(NotFound);
});
