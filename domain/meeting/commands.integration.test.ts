import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { agreeMeeting, cancelMeeting, lockEvent } from "./commands";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const one = await createParticipant(event, "PL");
  const other = await createParticipant(event, "DE");
  const [slot] = event.slots;
  const [room] = event.rooms;
  if (!slot || !room) throw new Error("an event without slot and room");
  return { programme, event, one, other, slot, room };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

type Side = Awaited<ReturnType<typeof createParticipant>>;

function agree(one: Side, other: Side) {
  const side = ({ organisation, registration }: Side) => ({ organisationId: organisation.id, registrationId: registration.id });
  return db.$transaction(async (tx) => {
    await lockEvent(tx, stage.event.id);
    const about = { eventId: stage.event.id, requestId: null, subject: "Harbours", subjectLocale: "en" as const };
    return agreeMeeting(tx, visitor, { ...about, sides: [side(one), side(other)] });
  });
}

describe("agree", () => {
  test("two organisations have one meeting, whoever is named first", async () => {
    const { one, other } = stage;
    expect((await agree(one, other)).ok).toBe(true);
    expect(await agree(other, one)).toEqual({ ok: false, reason: "already_agreed" });
    expect(await db.meetingSide.count({ where: { meeting: { eventId: stage.event.id } } })).toBe(2);
  });

  test("not with somebody who does not take part any more", async () => {
    const { one, other } = stage;
    await db.registration.update({ where: { id: other.registration.id }, data: { state: "cancelled" } });
    expect(await agree(one, other)).toEqual({ ok: false, reason: "person_gone" });
    expect(await db.meeting.count({ where: { eventId: stage.event.id } })).toBe(0);
  });
});

describe("cancel", () => {
  async function placed() {
    const { event, one, other, slot, room } = stage;
    const meeting = await createMeeting(one, other);
    await db.$queryRaw`SELECT seat_meeting(${meeting.id}::uuid, ${slot.id}::uuid, ${room.id}::uuid)`;
    await db.placement.create({ data: { meetingId: meeting.id, eventId: event.id, slotId: slot.id, roomId: room.id } });
    return meeting;
  }

  const left = async (id: string) => ({
    ...(await db.meeting.findUniqueOrThrow({ where: { id }, select: { state: true, cancelReason: true, cancelledById: true } })),
    seats: await db.seat.count({ where: { meetingId: id } }),
    placements: await db.placement.count({ where: { meetingId: id } }),
  });

  test.each(["one", "other", "moderator"] as const)("by %s frees both and the draft at once, and tells both", async (who) => {
    const { programme, event, one, other } = stage;
    const moderator = { actor: await createStaff("moderator", programme.id, event.id), organisation: { id: null } };
    const { actor, organisation } = { one, other, moderator }[who];
    const { id } = await placed();
    expect((await left(id)).seats).toBe(3);
    expect(await cancelMeeting(actor, { event: event.slug, id, reason: "Ein Notfall." })).toEqual({ ok: true, value: { id } });
    expect(await left(id)).toEqual({ state: "cancelled", cancelReason: "Ein Notfall.", cancelledById: actor.userId, seats: 0, placements: 0 });
    const mails = await db.mail.findMany({ where: { key: { startsWith: `meeting_cancelled/${id}/` } } });
    expect(mails.map(({ params }) => params)).toEqual(expect.arrayContaining([one, other].map((partner) => ({
      event: "Event (en)", timeZone: "Europe/Berlin", partner: partner.organisation.name, path: `/events/${event.slug}/agenda`, reasonText: "Ein Notfall.",
    }))));
    expect(mails).toHaveLength(2);
    const log = await db.auditEntry.findMany({ where: { objectId: id } });
    expect(log.map(({ action, organisationId }) => ({ action, organisationId }))).toEqual([{ action: "meeting.cancel", organisationId: organisation.id }]);
  });

  test("twice changes nothing, whoever does it the second time", async () => {
    const { event, one, other } = stage;
    const { id } = await placed();
    await cancelMeeting(one.actor, { event: event.slug, id, reason: "First." });
    const before = await left(id);
    expect(await cancelMeeting(other.actor, { event: event.slug, id, reason: "Second." })).toEqual({ ok: true, value: { id } });
    expect(await left(id)).toEqual(before);
    expect(await db.mail.count({ where: { key: { contains: id } } })).toBe(2);
    expect(await db.auditEntry.count({ where: { objectId: id } })).toBe(1);
  });

  test("the slot and the pair are free again at once", async () => {
    const { event, one, other, slot, room } = stage;
    const { id } = await placed();
    await cancelMeeting(one.actor, { event: event.slug, id });
    const again = await agree(one, other);
    if (!again.ok) throw new Error(again.reason);
    const [row] = await db.$queryRaw<{ answer: string }[]>`SELECT seat_meeting(${again.value.id}::uuid, ${slot.id}::uuid, ${room.id}::uuid) AS answer`;
    expect(row?.answer).toBe("seated");
  });

  test("waits for a release that is under way, so that none is told of it afterwards", async () => {
    const { event, one } = stage;
    const { id } = await placed();
    const { promise: isLocked, resolve: lock } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const release = db.$transaction(async (tx) => {
      await lockEvent(tx, event.id);
      lock();
      await mayEnd;
    });
    await isLocked;
    let isCancelled = false;
    const cancelling = cancelMeeting(one.actor, { event: event.slug, id }).then(() => {
      isCancelled = true;
    });
    const waiting = () => db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while (!isCancelled && (await waiting()).length === 0);
    expect([isCancelled, (await left(id)).state]).toEqual([false, "agreed"]);
    end();
    await Promise.all([release, cancelling]);
    expect(await left(id)).toMatchObject({ state: "cancelled", seats: 0 });
  });
});
