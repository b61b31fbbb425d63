import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { cancelMeeting, lockEvent } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { applyRepair, undoRepair } from "../commands/apply-repair";
import { moveMeeting } from "../commands/edit-draft";
import { placeLate } from "../commands/place-late";
import { releaseSchedule } from "../commands/release-schedule";
import { isImpossible, listWarnings } from "../rules";
import type { ApplyRepairInput } from "../schema";
import { findLastRepair } from "./find-repair";
import { getRepair, type RepairView } from "./get-repair";
import { loadDraft } from "./load-draft";

type Participant = Awaited<ReturnType<typeof createParticipant>>;
let pool: Awaited<ReturnType<typeof createPool>>;
let newcomer: Participant;
let late: string;

const slotId = (index: number) => pool.event.slots[index]?.id ?? "";
const first = () => pool.participants[0] ?? newcomer;
const look = () => getRepair(pool.moderator, pool.event.slug, "en");

/** Where each meeting stands in the draft: the number of its slot. */
async function standing() {
  const placements = await db.placement.findMany({ where: { eventId: pool.event.id }, select: { meetingId: true, slot: { select: { number: true } } } });
  const ids = [...pool.meetings.map(({ id }) => id), late];
  return ids.map((id) => placements.find(({ meetingId }) => meetingId === id)?.slot.number ?? null);
}

function toInput({ draft, changes }: RepairView): ApplyRepairInput {
  return {
    event: pool.event.slug,
    revision: draft.revision,
    entries: changes.flatMap((change) => (change.kind === "gone" ? [] : [change.after])),
    removed: changes.flatMap((change) => (change.kind === "gone" ? [change.meetingId] : [])),
  };
}

// Three slots, two rooms. Meeting 0 (of 0 and 1) stands in slot 1, meeting 2 (of 2 and 0) in slot 2, released. The
// newcomer is there in slot 1 only and agrees with participant 0: meeting 0 has to give way.
beforeEach(async () => {
  pool = await createPool(3, { slotCount: 3, roomCount: 2 });
  await db.meeting.delete({ where: { id: pool.meetings[1]?.id ?? "" } });
  newcomer = await createParticipant(pool.event, "DE");
  await db.availability.deleteMany({ where: { registrationId: newcomer.registration.id, slotId: { not: slotId(0) } } });
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  await createPlacement(pool.event, pool.meetings[2]?.id ?? "", [1, 0]);
  const { revision } = await loadDraft(db, pool.event.id);
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 });
  late = (await createMeeting(first(), newcomer)).id;
  await db.$transaction(async (tx) => {
    await lockEvent(tx, pool.event.id);
    expect(await placeLate(tx, first().actor, { eventId: pool.event.id, meetingId: late })).toEqual({ state: "in_pool", reason: "common_slots_taken" });
  });
});

describe("the preview", () => {
  test("one meeting moves so that the late one fits: who, from where to where, proved", async () => {
    const repair = await look();
    expect(repair).toMatchObject({ isReleased: true, open: 1, impossible: 0, moved: 1, verdict: { kind: "proved" }, breaks: { before: 0, after: 0 } });
    expect(repair.changes.map(({ kind, meetingId }) => `${kind} ${meetingId}`).toSorted()).toEqual([`moved ${pool.meetings[0]?.id}`, `new ${late}`]);
    expect(repair.told.map(({ userId }) => userId).toSorted()).toEqual([first(), pool.participants[1] ?? newcomer, newcomer].map(({ actor }) => actor.userId).toSorted());
    expect(repair.left.size).toBe(0);
  });

  test("nothing of it is saved", async () => {
    await look();
    expect(await standing()).toEqual([1, null, 2, null]);
  });

  test("nothing to repair where everything has its place", async () => {
    await cancelMeeting(newcomer.actor, { event: pool.event.slug, id: late });
    expect(await look()).toMatchObject({ open: 0, impossible: 0, changes: [] });
  });

  test("no repair where the only slot has begun, or what stands there is locked", async () => {
    await db.placement.update({ where: { meetingId: pool.meetings[0]?.id ?? "" }, data: { locked: true } });
    const repair = await look();
    expect(repair).toMatchObject({ open: 1, changes: [] });
    expect([...repair.left.keys()]).toEqual([late]);
  });

  test("a closed room: what stands in it goes to another one, at the same time", async () => {
    await cancelMeeting(newcomer.actor, { event: pool.event.slug, id: late });
    await db.room.update({ where: { id: pool.event.rooms[0]?.id ?? "" }, data: { isClosed: true } });
    const repair = await look();
    expect(repair).toMatchObject({ open: 0, impossible: 2, moved: 0 });
    expect(repair.changes.map((change) => [change.kind, "after" in change && change.after.roomId])).toEqual([["room", pool.event.rooms[1]?.id], ["room", pool.event.rooms[1]?.id]]);
  });

  test.each<[string, () => Actor, typeof NotFound | typeof SignedOut]>([
    ["nobody signed in", () => visitor, SignedOut],
    ["a participant", () => newcomer.actor, NotFound],
  ])("does not exist for %s", async (_, who, denial) => {
    await expect(getRepair(who(), pool.event.slug, "en")).rejects.toThrow(denial);
  });
});

describe("taken over", () => {
  test("it stands in the draft exactly as it was shown; twice is once", async () => {
    const input = toInput(await look());
    expect(await applyRepair(pool.moderator, input)).toEqual({ ok: true, value: { changed: 2 } });
    const [moved, , kept, placed] = await standing();
    expect([kept, placed]).toEqual([2, 1]);
    expect(moved).toBe(3);
    expect(await applyRepair(pool.moderator, input)).toEqual({ ok: true, value: { changed: 2 } });
    expect(await db.auditEntry.count({ where: { eventId: pool.event.id, action: "draft.repair" } })).toBe(1);
    expect(await look()).toMatchObject({ open: 0, changes: [] });
  });

  test("five times at once it is written once, while a late acceptance takes the slot it wants or finds it taken", async () => {
    const input = toInput(await look());
    const other = await createParticipant(pool.event, "DE");
    const { id } = await createMeeting(first(), other);
    const rush = db.$transaction(async (tx) => {
      await lockEvent(tx, pool.event.id);
      return placeLate(tx, other.actor, { eventId: pool.event.id, meetingId: id });
    });
    const [placed, ...answers] = await Promise.all([rush, ...Array.from({ length: 5 }, () => applyRepair(pool.moderator, input))]);
    const written = await db.auditEntry.count({ where: { eventId: pool.event.id, action: "draft.repair" } });
    // Whoever came first decides: the draft that was repaired is still there, or it is not.
    expect([...new Set(answers.map((answer) => (answer.ok ? "ok" : answer.reason)))]).toEqual([written === 1 ? "ok" : "changed_meanwhile"]);
    const draft = await loadDraft(db, pool.event.id);
    const unwanted = written === 0 ? listWarnings(draft).filter(isImpossible) : [];
    expect(unwanted).toEqual([]);
    expect(placed.state).toBe("placed");
  });

  test("nobody is told before the release", async () => {
    const mails = await db.mail.count();
    await applyRepair(pool.moderator, toInput(await look()));
    expect(await db.mail.count()).toBe(mails);
  });

  test("refused where the draft has changed since", async () => {
    const input = toInput(await look());
    await createPlacement(pool.event, (await createMeeting(await createParticipant(pool.event), await createParticipant(pool.event))).id, [2, 0]);
    expect(await applyRepair(pool.moderator, input)).toEqual({ ok: false, reason: "changed_meanwhile" });
  });

  test("refused where one of its meetings was cancelled, though the draft stands as it did", async () => {
    const input = toInput(await look());
    await cancelMeeting(newcomer.actor, { event: pool.event.slug, id: late });
    expect(await applyRepair(pool.moderator, input)).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await standing()).toEqual([1, null, 2, null]);
  });

  test("refused where it would bring a conflict, or nothing", async () => {
    const { draft } = await look();
    const input = { event: pool.event.slug, revision: draft.revision, removed: [] };
    const clash = { meetingId: late, slotId: slotId(0), roomId: pool.event.rooms[1]?.id ?? "" };
    expect(await applyRepair(pool.moderator, { ...input, entries: [clash] })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await applyRepair(pool.moderator, { ...input, entries: [] })).toEqual({ ok: false, reason: "nothing_changed" });
  });
});

describe("undone", () => {
  beforeEach(async () => {
    await applyRepair(pool.moderator, toInput(await look()));
  });
  const undo = async () => undoRepair(pool.moderator, { event: pool.event.slug, repair: (await db.auditEntry.findFirstOrThrow({ where: { eventId: pool.event.id, action: "draft.repair" } })).id });

  test("every meeting stands where it stood; twice is once", async () => {
    expect(await findLastRepair(pool.event.id)).toMatchObject({ changed: 2 });
    expect(await undo()).toEqual({ ok: true, value: { changed: 2 } });
    expect(await standing()).toEqual([1, null, 2, null]);
    expect(await undo()).toEqual({ ok: true, value: { changed: 2 } });
    expect(await findLastRepair(pool.event.id)).toBeNull();
  });

  test("not once a meeting of it was moved", async () => {
    const meeting = pool.meetings[0]?.id ?? "";
    const { version, roomId } = await db.placement.findUniqueOrThrow({ where: { meetingId: meeting } });
    // There and back again: it stands where the repair put it, but somebody has touched it.
    await moveMeeting(pool.moderator, { event: pool.event.slug, meeting, slot: slotId(1), room: roomId, version });
    const moved = await db.placement.findUniqueOrThrow({ where: { meetingId: meeting } });
    await moveMeeting(pool.moderator, { event: pool.event.slug, meeting, slot: slotId(2), room: roomId, version: moved.version });
    expect(await findLastRepair(pool.event.id)).toBeNull();
    expect(await undo()).toEqual({ ok: false, reason: "changed_meanwhile" });
  });

  test("not once a meeting of it was cancelled", async () => {
    await cancelMeeting(newcomer.actor, { event: pool.event.slug, id: late });
    expect(await undo()).toEqual({ ok: false, reason: "changed_meanwhile" });
  });

  test("a repair of another event does not exist", async () => {
    const { moderator, event } = await createPool(3);
    const { id } = await db.auditEntry.findFirstOrThrow({ where: { eventId: pool.event.id, action: "draft.repair" } });
    await expect(undoRepair(moderator, { event: event.slug, repair: id })).rejects.toThrow(NotFound);
  });
});
