import { beforeEach, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { listWarnings } from "../rules";
import { placeAllThatFit } from "./place-meetings";

let pool: Awaited<ReturnType<typeof createPool>>;

// Six in a circle: two slots and three rooms are just enough.
beforeEach(async () => {
  pool = await createPool(6, { slotCount: 2, roomCount: 3 });
});

const run = async (actor: Actor = pool.moderator) =>
  placeAllThatFit(actor, { event: pool.event.slug, revision: (await loadDraft(db, pool.event.id)).revision });
const idOf = (index: number) => pool.meetings[index]?.id ?? "";

test("places everything that fits, without a conflict, with an audit entry; a second run changes nothing", async () => {
  expect(await run()).toEqual({ ok: true, value: { placed: 6, moved: 0, removed: 0, unplaced: 0 } });
  const draft = await loadDraft(db, pool.event.id);
  expect(draft.placements).toHaveLength(6);
  expect(listWarnings(draft)).toEqual([]);
  expect(await run()).toEqual({ ok: true, value: { placed: 0, moved: 0, removed: 0, unplaced: 0 } });
  const audit = await db.auditEntry.findMany({ where: { eventId: pool.event.id, action: "draft.place_all" }, select: { actorId: true, details: true } });
  expect(audit).toEqual([{ actorId: pool.moderator.userId, details: { placed: 6, moved: 0, removed: 0, unplaced: 0 } }]);
});

test("keeps what is locked, moves what is not where that helps, and says what is left over", async () => {
  const locked = await createPlacement(pool.event, idOf(0), [0, 0], true);
  await createPlacement(pool.event, idOf(1), [0, 1]);
  const answer = await run();
  expect(answer).toEqual({ ok: true, value: { placed: 4, moved: 1, removed: 0, unplaced: 0 } });
  const draft = await loadDraft(db, pool.event.id);
  expect(draft.placements.find(({ meetingId }) => meetingId === idOf(0))).toEqual({
    meetingId: idOf(0), slotId: locked.slotId, roomId: locked.roomId, isLocked: true, version: locked.version,
  });
  expect(listWarnings(draft)).toEqual([]);
});

test("leaves out what cannot be held and says how many", async () => {
  await db.availability.deleteMany({ where: { registrationId: pool.participants[0]?.registration.id ?? "" } });
  expect(await run()).toEqual({ ok: true, value: { placed: 4, moved: 0, removed: 0, unplaced: 2 } });
});

test("is refused where the draft is not the one that was seen", async () => {
  const { revision } = await loadDraft(db, pool.event.id);
  await createPlacement(pool.event, idOf(0), [0, 0]);
  expect(await placeAllThatFit(pool.moderator, { event: pool.event.slug, revision })).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect(await db.placement.count({ where: { eventId: pool.event.id } })).toBe(1);
});

test("who may: staff of the event or of its programme, nobody else", async () => {
  const strangers = [pool.participants[0]?.actor ?? visitor, await createStaff("organiser", (await createProgramme()).id)];
  for (const stranger of strangers) await expect(run(stranger)).rejects.toThrow(NotFound);
  const { revision } = await loadDraft(db, pool.event.id);
  await expect(placeAllThatFit(visitor, { event: pool.event.slug, revision })).rejects.toThrow(SignedOut);
  expect(await db.placement.count({ where: { eventId: pool.event.id } })).toBe(0);
  expect(await run(await createStaff("organiser", pool.programme.id))).toMatchObject({ ok: true, value: { placed: 6 } });
});
