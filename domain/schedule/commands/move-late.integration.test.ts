import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { cancelMeeting, lockEvent } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { getAgenda } from "../queries/get-agenda";
import { loadDraft } from "../queries/load-draft";
import { loadOtherTimes } from "../queries/load-options";
import { loadLatest } from "../queries/load-release";
import { moveLateMeeting } from "./move-late";
import { placeLate } from "./place-late";
import { releaseSchedule } from "./release-schedule";

type Participant = Awaited<ReturnType<typeof createParticipant>>;
let pool: Awaited<ReturnType<typeof createPool>>;
let newcomer: Participant;
let late: string;

const slotId = (index: number) => pool.event.slots[index]?.id ?? "";
const first = () => pool.participants[0] ?? newcomer;
const optionsOf = async (meetingId: string) => (await loadOtherTimes(db, pool.event.id, await loadLatest(db, pool.event.id), [meetingId])).get(meetingId) ?? null;
const numbersOf = async (meetingId: string) => (await optionsOf(meetingId))?.slots.map(({ number }) => number) ?? null;

async function release(after = 0) {
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after })).toMatchObject({ ok: true });
}

async function agreeLate(one: Participant, other: Participant): Promise<string> {
  const { id } = await createMeeting(one, other);
  await db.$transaction(async (tx) => {
    await lockEvent(tx, pool.event.id);
    await placeLate(tx, one.actor, { eventId: pool.event.id, meetingId: id });
  });
  return id;
}

const versionOf = async (meeting: string) => (await db.placement.findUnique({ where: { meetingId: meeting } }))?.version ?? 0;
const input = async (index: number, meeting = late) => ({ event: pool.event.slug, meeting, slot: slotId(index), version: await versionOf(meeting) });

/** Where it is for real, and in the draft: slot numbers. */
async function standsAt(meetingId: string) {
  const seats = await db.seat.findMany({ where: { meetingId }, select: { slot: { select: { number: true } } } });
  const placement = await db.placement.findUnique({ where: { meetingId }, select: { slot: { select: { number: true } } } });
  return { seats: seats.map(({ slot }) => slot.number), draft: placement?.slot.number ?? null };
}

// Five slots, two rooms; participant 0 meets 1 in slot 1 and 2 in slot 2, both released; then agrees with a newcomer.
beforeEach(async () => {
  pool = await createPool(3, { slotCount: 5, roomCount: 2 });
  newcomer = await createParticipant(pool.event, "DE");
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  await createPlacement(pool.event, pool.meetings[2]?.id ?? "", [1, 0]);
  await release();
  late = await agreeLate(first(), newcomer);
});

test("it was placed where the two have the fewest breaks; the other free slots are offered", async () => {
  expect(await standsAt(late)).toEqual({ seats: [3, 3, 3], draft: 3 });
  expect(await numbersOf(late)).toEqual([4, 5]);
});

test.each([["one side", () => first()], ["the other side", () => newcomer]])("%s moves it; only the other one is told", async (_, who) => {
  const doer = who();
  expect(await moveLateMeeting(doer.actor, await input(4))).toEqual({ ok: true, value: { id: late } });
  expect(await standsAt(late)).toEqual({ seats: [5, 5, 5], draft: 5 });
  const mails = await db.mail.findMany({ where: { kind: "meeting_moved", key: { startsWith: `meeting_moved/${late}/` } }, select: { params: true } });
  expect(mails.map(({ params }) => params)).toEqual([expect.objectContaining({
    partner: doer.organisation.name, startsAt: pool.event.slots[4]?.startsAt.toISOString(), before: pool.event.slots[2]?.startsAt.toISOString(),
  })]);
  expect(await db.auditEntry.count({ where: { objectId: late, action: "meeting.move_late", organisationId: doer.organisation.id } })).toBe(1);
});

test("moved back and forth, the other side hears of each move", async () => {
  await moveLateMeeting(newcomer.actor, await input(4));
  await moveLateMeeting(newcomer.actor, await input(2));
  await moveLateMeeting(newcomer.actor, await input(4));
  expect(await db.mail.count({ where: { kind: "meeting_moved", key: { startsWith: `meeting_moved/${late}/` } } })).toBe(3);
});

test("the same form sent twice moves it once and answers the same", async () => {
  const form = await input(4);
  const answers = [await moveLateMeeting(newcomer.actor, form), await moveLateMeeting(newcomer.actor, form)];
  expect(answers).toEqual([{ ok: true, value: { id: late } }, { ok: true, value: { id: late } }]);
  expect(await db.auditEntry.count({ where: { objectId: late, action: "meeting.move_late" } })).toBe(1);
});

test("a meeting without a time gets one as soon as there is a slot that costs nobody anything", async () => {
  const busy = await createParticipant(pool.event, "DE");
  await db.availability.deleteMany({ where: { registrationId: busy.registration.id, slotId: { not: slotId(2) } } });
  const waiting = await agreeLate(first(), busy);
  expect(await standsAt(waiting)).toEqual({ seats: [], draft: null });
  expect(await optionsOf(waiting)).toBeNull();
  await moveLateMeeting(newcomer.actor, await input(4));
  expect(await numbersOf(waiting)).toEqual([3]);
  expect(await moveLateMeeting(busy.actor, await input(2, waiting))).toEqual({ ok: true, value: { id: waiting } });
  expect(await standsAt(waiting)).toEqual({ seats: [3, 3, 3], draft: 3 });
  expect(await db.mail.count({ where: { kind: "meeting_placed", key: { startsWith: `meeting_placed/${waiting}/` } } })).toBe(1);
});

describe("refused", () => {
  test("a slot in which one of the two is in a meeting", async () => {
    expect(await moveLateMeeting(newcomer.actor, await input(0))).toEqual({ ok: false, reason: "slot_taken" });
    expect(await standsAt(late)).toEqual({ seats: [3, 3, 3], draft: 3 });
  });

  test("a slot whose rooms moderators have planned for others", async () => {
    for (const room of [0, 1]) {
      const [one, other] = [await createParticipant(pool.event), await createParticipant(pool.event)];
      await createPlacement(pool.event, (await createMeeting(one, other)).id, [3, room]);
    }
    expect(await numbersOf(late)).toEqual([5]);
    expect(await moveLateMeeting(newcomer.actor, await input(3))).toEqual({ ok: false, reason: "slot_taken" });
  });

  test("a slot to which moderators have moved another meeting of one of the two, in their draft", async () => {
    await db.placement.update({ where: { meetingId: pool.meetings[0]?.id ?? "" }, data: { slotId: slotId(3) } });
    expect(await numbersOf(late)).toEqual([5]);
    expect(await moveLateMeeting(newcomer.actor, await input(3))).toEqual({ ok: false, reason: "slot_taken" });
  });

  test("a slot of a closed room only", async () => {
    await db.room.updateMany({ where: { eventId: pool.event.id }, data: { isClosed: true } });
    expect(await moveLateMeeting(newcomer.actor, await input(3))).toEqual({ ok: false, reason: "slot_taken" });
  });

  test("where somebody has moved it meanwhile", async () => {
    const form = await input(3);
    await moveLateMeeting(first().actor, await input(4));
    expect(await moveLateMeeting(newcomer.actor, form)).toEqual({ ok: false, reason: "changed_meanwhile" });
  });

  test("once a version holds it", async () => {
    await release(1);
    expect(await optionsOf(late)).toBeNull();
    expect(await moveLateMeeting(newcomer.actor, await input(3))).toEqual({ ok: false, reason: "not_movable" });
  });

  test.each([
    ["locked it", { locked: true }],
    ["planned it elsewhere", { slotId: "4" }],
  ])("where moderators have %s", async (_, data) => {
    await db.placement.update({ where: { meetingId: late }, data: "slotId" in data ? { slotId: slotId(4) } : { locked: true } });
    expect(await optionsOf(late)).toBeNull();
    expect(await moveLateMeeting(newcomer.actor, await input(3))).toEqual({ ok: false, reason: "not_movable" });
  });

  test("a cancelled meeting", async () => {
    const form = await input(3);
    await cancelMeeting(newcomer.actor, { event: pool.event.slug, id: late });
    expect(await moveLateMeeting(newcomer.actor, form)).toEqual({ ok: false, reason: "meeting_gone" });
  });

  test("one that has begun", async () => {
    const longAgo = new Date("2020-01-01T10:00:00Z");
    await db.slot.update({ where: { id: slotId(2) }, data: { startsAt: longAgo, endsAt: new Date("2020-01-01T10:14:00Z") } });
    expect(await moveLateMeeting(newcomer.actor, await input(3))).toEqual({ ok: false, reason: "not_movable" });
  });
});

test.each<[string, () => Actor, typeof NotFound | typeof SignedOut]>([
  ["nobody signed in", () => visitor, SignedOut],
  ["another participant of the event", () => pool.participants[1]?.actor ?? visitor, NotFound],
  ["a moderator of the event", () => pool.moderator, NotFound],
])("does not exist for %s", async (_, who, denial) => {
  await expect(moveLateMeeting(who(), await input(3))).rejects.toThrow(denial);
});

test("a slot of another event does not exist", async () => {
  const other = await createPool(3);
  await expect(moveLateMeeting(newcomer.actor, { ...(await input(3)), slot: other.event.slots[0]?.id ?? "" })).rejects.toThrow(NotFound);
});

test("the agenda offers the times of late meetings, and of no other", async () => {
  const agenda = await getAgenda(first().actor, pool.event.slug, "mine");
  const offers = agenda.rows.flatMap(({ meetings }) => meetings).map(({ id, options }) => [id === late, options?.slots.map(({ number }) => number) ?? null]);
  expect(offers).toEqual([[false, null], [false, null], [true, [4, 5]]]);
});
