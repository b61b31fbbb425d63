import { beforeEach, describe, expect, test } from "vitest";
import { lockEvent } from "@/domain/meeting/commands";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { placeLate } from "./place-late";
import { releaseSchedule } from "./release-schedule";
import { takeBackSchedule } from "./take-back-schedule";

type Participant = Awaited<ReturnType<typeof createParticipant>>;
let pool: Awaited<ReturnType<typeof createPool>>;
let newcomer: Participant;

// Two slots, two rooms; a circle of three, of whose meetings one is placed and released.
beforeEach(async () => {
  pool = await createPool(3, { slotCount: 2, roomCount: 2 });
  newcomer = await createParticipant(pool.event, "DE");
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
});

async function release() {
  const { revision } = await loadDraft(db, pool.event.id);
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 });
}

async function agree(one: Participant, other: Participant) {
  const { id } = await createMeeting(one, other);
  const answer = await db.$transaction(async (tx) => {
    await lockEvent(tx, pool.event.id);
    return placeLate(tx, one.actor, { eventId: pool.event.id, meetingId: id });
  });
  return { id, answer };
}

const participant = (index: number) => pool.participants[index] ?? newcomer;
const [slotOf, roomOf] = [(index: number) => pool.event.slots[index], (index: number) => pool.event.rooms[index]];

test("before a release a meeting waits in the pool", async () => {
  const { answer } = await agree(participant(0), newcomer);
  expect(answer).toEqual({ state: "in_pool", reason: "not_released" });
});

test("after one it gets the first slot and room that are free for both, for real and in the draft; both are told", async () => {
  await release();
  const { id, answer } = await agree(participant(0), newcomer);
  expect(answer).toEqual({ state: "placed", slotId: slotOf(1)?.id, startsAt: slotOf(1)?.startsAt, endsAt: slotOf(1)?.endsAt, room: "Room 1" });
  expect(await db.seat.count({ where: { meetingId: id, slotId: slotOf(1)?.id ?? "" } })).toBe(3);
  expect(await db.placement.findUnique({ where: { meetingId: id } })).toMatchObject({ slotId: slotOf(1)?.id, roomId: roomOf(0)?.id });
  const mails = await db.mail.findMany({ where: { kind: "meeting_placed", key: { startsWith: `meeting_placed/${id}/` } }, select: { params: true } });
  expect(mails.map(({ params }) => params)).toEqual(expect.arrayContaining([
    expect.objectContaining({ partner: newcomer.organisation.name, startsAt: slotOf(1)?.startsAt.toISOString(), room: "Room 1" }),
    expect.objectContaining({ partner: participant(0).organisation.name }),
  ]));
  expect(mails).toHaveLength(2);
  expect(await db.auditEntry.count({ where: { objectId: id, action: "meeting.place_late" } })).toBe(1);
  expect(await db.scheduleEntry.count({ where: { meetingId: id } })).toBe(0);
});

test("it keeps clear of what moderators have planned, as long as there is another place", async () => {
  await release();
  await createPlacement(pool.event, pool.meetings[1]?.id ?? "", [1, 1]);
  const { answer } = await agree(participant(1), newcomer);
  // Slot 2 is planned for participant 1 in the draft; nothing else is free, so the released schedule decides.
  expect(answer).toMatchObject({ state: "placed", slotId: slotOf(1)?.id, room: "Room 1" });
});

describe("it stays in the pool, with the reason", () => {
  test.each([
    ["never both available", async () => { await db.availability.deleteMany({ where: { registrationId: newcomer.registration.id } }); }, "no_common_slot"],
    ["all common slots are taken", async () => {
      await db.availability.deleteMany({ where: { registrationId: newcomer.registration.id, slotId: slotOf(1)?.id ?? "" } });
    }, "common_slots_taken"],
    ["no room is left", async () => {
      await db.availability.deleteMany({ where: { registrationId: newcomer.registration.id, slotId: slotOf(0)?.id ?? "" } });
      for (const room of [0, 1]) {
        const [one, other] = [await createParticipant(pool.event), await createParticipant(pool.event)];
        await createPlacement(pool.event, (await createMeeting(one, other)).id, [1, room]);
      }
    }, "rooms_full"],
  ] as const)("%s", async (_, arrange, reason) => {
    await arrange();
    await release();
    const { id, answer } = await agree(participant(0), newcomer);
    expect(answer).toEqual({ state: "in_pool", reason });
    expect(await db.seat.count({ where: { meetingId: id } })).toBe(0);
    expect(await db.placement.count({ where: { meetingId: id } })).toBe(0);
  });

  test("the schedule was taken back", async () => {
    await release();
    await takeBackSchedule(pool.moderator, { event: pool.event.slug, number: 1 });
    expect((await agree(participant(0), newcomer)).answer).toEqual({ state: "in_pool", reason: "not_released" });
  });
});
