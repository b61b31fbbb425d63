import { db } from "../client";
import { createMeeting, createParticipant } from "./meeting";
import { needAndOffer } from "./pairing";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";
import { createPlacement } from "./schedule";

const minute = 60_000;

/** An event that has begun ten minutes ago, so many slots of 14 minutes with the first one running for three. */
export async function createRunningEvent({ slotCount = 4, roomCount = 3 } = {}) {
  const programme = await createProgramme();
  const now = Date.now();
  const startOf = (index: number) => now - 3 * minute + index * 16 * minute;
  const event = await createEvent({
    programmeId: programme.id,
    startsAt: new Date(now - 10 * minute),
    endsAt: new Date(startOf(slotCount) + 30 * minute),
    slots: { create: Array.from({ length: slotCount }, (_, index) => ({ number: index + 1, startsAt: new Date(startOf(index)), endsAt: new Date(startOf(index) + 14 * minute) })) },
    roomCount,
  });
  return { programme, event, moderator: await createStaff("moderator", programme.id, event.id) };
}

type Stage = Awaited<ReturnType<typeof createRunningEvent>>;

/** Releases these meetings, each at a slot and a room of the event by their position from 0: draft, version and seats. */
async function releaseDay({ event }: Pick<Stage, "event">, places: readonly (readonly [meetingId: string, slot: number, room: number])[]): Promise<void> {
  for (const [meetingId, slot, room] of places) {
    const { slotId, roomId } = await createPlacement(event, meetingId, [slot, room]);
    await db.$queryRaw`SELECT seat_meeting(${meetingId}::uuid, ${slotId}::uuid, ${roomId}::uuid) AS answer`;
  }
  const placements = await db.placement.findMany({ where: { eventId: event.id }, select: { meetingId: true, slotId: true, roomId: true } });
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1, entries: { create: placements } } });
}

/**
 * A day that runs. Anna has meetings in the first three slots: with Bernd, Cora and Emil; Dora meets Emil in the first.
 * Fritz has none, but has agreed one with Bernd that is not placed yet. What the Poles need the Germans offer, and the other
 * way round.
 */
export async function createDay() {
  const stage = await createRunningEvent();
  const [warehouse, translation] = ["a warehouse near the harbour", "sworn translation of contracts"];
  const enter = (country: "PL" | "DE") => {
    const statements = country === "PL" ? needAndOffer(translation, warehouse) : needAndOffer(warehouse, translation);
    return createParticipant(stage.event, country, { statements: statements ?? {} });
  };
  const people = { anna: await enter("PL"), bernd: await enter("DE"), cora: await enter("DE"), dora: await enter("PL"), emil: await enter("DE"), fritz: await enter("PL") };
  const { anna, bernd, cora, dora, emil, fritz } = people;
  const meetings = {
    annaBernd: await createMeeting(anna, bernd), annaCora: await createMeeting(anna, cora), annaEmil: await createMeeting(anna, emil),
    doraEmil: await createMeeting(dora, emil), berndFritz: await createMeeting(bernd, fritz),
  };
  await releaseDay(stage, [[meetings.annaBernd.id, 0, 0], [meetings.doraEmil.id, 0, 1], [meetings.annaCora.id, 1, 0], [meetings.annaEmil.id, 2, 0]]);
  return { ...stage, people, meetings };
}
