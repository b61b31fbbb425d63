import { beforeAll, describe, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { lockMeeting, moveMeeting, placeMeeting, removePlacement, unlockMeeting } from "./edit-draft";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;
let foreign: Pool;

beforeAll(async () => {
  pool = await createPool(10);
  foreign = await createPool(3);
});

const slot = (index: number, { event } = pool) => event.slots[index]?.id ?? "";
const room = (index: number, { event } = pool) => event.rooms[index]?.id ?? "";
const idOf = (index: number, { meetings } = pool) => meetings[index]?.id ?? "";
const stored = (meetingId: string) => db.placement.findUnique({ where: { meetingId }, select: { slotId: true, roomId: true, locked: true, version: true } });
const place = (index: number, slotIndex = 0, roomIndex = 0) => ({ event: pool.event.slug, meeting: idOf(index), slot: slot(slotIndex), room: room(roomIndex) });
const actions = async (meetingId: string) => {
  const entries = await db.auditEntry.findMany({ where: { objectId: meetingId }, orderBy: { at: "asc" }, select: { action: true, actorId: true } });
  return entries.map(({ action, actorId }) => (actorId === pool.moderator.userId ? action : `${action} by somebody else`));
};

test("a meeting is placed, moved, locked, unlocked and removed, each with its audit entry", async () => {
  const id = idOf(0);
  expect(await placeMeeting(pool.moderator, place(0, 0, 0))).toEqual({ ok: true, value: { id } });
  const version = async () => (await stored(id))?.version ?? 0;
  expect(await moveMeeting(pool.moderator, { ...place(0, 2, 1), version: await version() })).toEqual({ ok: true, value: { id } });
  expect(await lockMeeting(pool.moderator, { ...place(0, 2, 1), version: await version() })).toEqual({ ok: true, value: { id } });
  expect(await stored(id)).toEqual({ slotId: slot(2), roomId: room(1), locked: true, version: await version() });
  expect(await moveMeeting(pool.moderator, { ...place(0, 3, 1), version: await version() })).toEqual({ ok: true, value: { id } });
  expect(await stored(id)).toMatchObject({ slotId: slot(3), locked: true });
  expect(await unlockMeeting(pool.moderator, { ...place(0, 3, 1), version: await version() })).toEqual({ ok: true, value: { id } });
  expect(await removePlacement(pool.moderator, { event: pool.event.slug, meeting: id, version: await version() })).toEqual({ ok: true, value: { id } });
  expect(await stored(id)).toBeNull();
  expect(await actions(id)).toEqual(["draft.place", "draft.move", "draft.lock", "draft.move", "draft.unlock", "draft.remove"]);
});

test("a form that is sent twice has one effect and the same answer", async () => {
  const id = idOf(1);
  const done = { ok: true, value: { id } };
  const placed = place(1, 0, 1);
  expect([await placeMeeting(pool.moderator, placed), await placeMeeting(pool.moderator, placed)]).toEqual([done, done]);
  const moved = { ...place(1, 1, 1), version: (await stored(id))?.version ?? 0 };
  expect([await moveMeeting(pool.moderator, moved), await moveMeeting(pool.moderator, moved)]).toEqual([done, done]);
  const locked = { ...moved, version: (await stored(id))?.version ?? 0 };
  expect([await lockMeeting(pool.moderator, locked), await lockMeeting(pool.moderator, locked)]).toEqual([done, done]);
  const gone = { event: pool.event.slug, meeting: id, version: (await stored(id))?.version ?? 0 };
  expect([await removePlacement(pool.moderator, gone), await removePlacement(pool.moderator, gone)]).toEqual([done, done]);
  expect(await actions(id)).toEqual(["draft.place", "draft.move", "draft.lock", "draft.remove"]);
});

describe("the second of two moderators is told", () => {
  test("who places what is placed elsewhere", async () => {
    await placeMeeting(pool.moderator, place(2, 0, 2));
    expect(await placeMeeting(pool.moderator, place(2, 1, 2))).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await stored(idOf(2))).toMatchObject({ slotId: slot(0) });
  });

  test("who moves, locks or removes what was moved meanwhile", async () => {
    const { version } = await createPlacement(pool.event, idOf(3), [0, 3]);
    await moveMeeting(pool.moderator, { ...place(3, 1, 3), version });
    const refused = { ok: false, reason: "changed_meanwhile" };
    expect(await moveMeeting(pool.moderator, { ...place(3, 2, 3), version })).toEqual(refused);
    expect(await lockMeeting(pool.moderator, { ...place(3, 0, 3), version })).toEqual(refused);
    expect(await unlockMeeting(pool.moderator, { ...place(3, 0, 3), version })).toEqual(refused);
    expect(await removePlacement(pool.moderator, { event: pool.event.slug, meeting: idOf(3), version })).toEqual(refused);
    expect(await stored(idOf(3))).toMatchObject({ slotId: slot(1), locked: false });
  });

  test("also after it was removed and placed anew: no version comes twice", async () => {
    const { version } = await createPlacement(pool.event, idOf(4), [0, 0]);
    await removePlacement(pool.moderator, { event: pool.event.slug, meeting: idOf(4), version });
    await placeMeeting(pool.moderator, place(4, 5, 0));
    expect(await moveMeeting(pool.moderator, { ...place(4, 2, 0), version })).toEqual({ ok: false, reason: "changed_meanwhile" });
  });
});

test("a conflict is no refusal: the draft warns instead", async () => {
  await createPlacement(pool.event, idOf(5), [6, 0]);
  expect(await placeMeeting(pool.moderator, place(6, 6, 0))).toEqual({ ok: true, value: { id: idOf(6) } });
});

test("a cancelled meeting has no place any more and gets none", async () => {
  await createPlacement(pool.event, idOf(7), [5, 3]);
  await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(7) });
  expect(await stored(idOf(7))).toBeNull();
  expect(await placeMeeting(pool.moderator, place(7, 5, 3))).toEqual({ ok: false, reason: "meeting_gone" });
});

test("slots, rooms and meetings of another event do not exist", async () => {
  const foreignSlot = { ...place(8), slot: slot(0, foreign) };
  const foreignRoom = { ...place(8), room: room(0, foreign) };
  const foreignMeeting = { ...place(8), meeting: idOf(0, foreign) };
  for (const input of [foreignSlot, foreignRoom, foreignMeeting]) await expect(placeMeeting(pool.moderator, input)).rejects.toThrow(NotFound);
  const { version } = await createPlacement(pool.event, idOf(8), [0, 0]);
  for (const input of [foreignSlot, foreignRoom, foreignMeeting]) {
    await expect(moveMeeting(pool.moderator, { ...input, version })).rejects.toThrow(NotFound);
  }
  expect(await stored(idOf(8))).toMatchObject({ slotId: slot(0) });
});

test("who may edit the draft: staff of the event or of its programme, nobody else", async () => {
  const { programme, event, participants } = pool;
  const { version } = await createPlacement(event, idOf(9), [4, 0]);
  const commands = [
    (actor: Actor) => placeMeeting(actor, place(9, 4, 0)),
    (actor: Actor) => moveMeeting(actor, { ...place(9, 4, 0), version }),
    (actor: Actor) => lockMeeting(actor, { ...place(9, 4, 0), version }),
    (actor: Actor) => unlockMeeting(actor, { ...place(9, 4, 0), version: version + 1 }),
    (actor: Actor) => removePlacement(actor, { event: event.slug, meeting: idOf(9), version }),
  ];
  const elsewhere = await createProgramme();
  const strangers: Actor[] = [
    participants[0]?.actor ?? visitor,
    foreign.moderator,
    await createStaff("organiser", elsewhere.id),
  ];
  for (const command of commands) {
    for (const stranger of strangers) await expect(command(stranger)).rejects.toThrow(NotFound);
    await expect(command(visitor)).rejects.toThrow(SignedOut);
  }
  expect(await stored(idOf(9))).toEqual({ slotId: slot(4), roomId: room(0), locked: false, version });
  for (const staff of [await createStaff("organiser", programme.id), await createStaff("moderator", programme.id), pool.moderator]) {
    expect(await placeMeeting(staff, place(9, 4, 0))).toEqual({ ok: true, value: { id: idOf(9) } });
  }
});
