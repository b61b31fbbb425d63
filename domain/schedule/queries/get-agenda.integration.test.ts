import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { removePlacement } from "../commands/edit-draft";
import { releaseSchedule } from "../commands/release-schedule";
import { takeBackSchedule } from "../commands/take-back-schedule";
import { getAgenda } from "./get-agenda";
import { loadDraft } from "./load-draft";

let pool: Awaited<ReturnType<typeof createPool>>;

// A circle of four in seven slots: participant 0 has the meetings 0 (with 1, slot 0) and 3 (with 3, slot 2).
beforeEach(async () => {
  pool = await createPool(4);
  const places = [[0, 0], [1, 0], [3, 0], [2, 1]] as const;
  for (const [index, meeting] of pool.meetings.entries()) await createPlacement(pool.event, meeting.id, places[index] ?? [0, 0]);
});

const slug = () => pool.event.slug;
const me = () => pool.participants[0]?.actor ?? visitor;
const nameOf = (index: number) => pool.participants[index]?.organisation.name ?? "";

async function release(after = 0) {
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: slug(), revision, after })).toMatchObject({ ok: true });
}

/** The link is out from three days before the event. */
const comeCloser = () => db.event.update({ where: { id: pool.event.id }, data: { linkDaysBefore: 10_000 } });

test("before a release: agreed meetings without a time, the whole day free", async () => {
  const agenda = await getAgenda(me(), slug(), "mine");
  expect(agenda).toMatchObject({ version: null, isTakenBack: false, gone: [] });
  expect(agenda.waiting.map(({ partner }) => partner.name).toSorted()).toEqual([nameOf(1), nameOf(3)].toSorted());
  expect(agenda.waiting[0]).toMatchObject({ slot: null, room: null, change: null, subject: "Harbour software", languages: ["en"] });
  expect(agenda.rows.map(({ use }) => use)).toEqual(Array.from({ length: 7 }, () => "free"));
});

test("after one: meeting, break, meeting, free, not available", async () => {
  await db.availability.deleteMany({ where: { registrationId: pool.participants[0]?.registration.id ?? "", slotId: pool.event.slots[6]?.id ?? "" } });
  await release();
  const agenda = await getAgenda(me(), slug(), "mine");
  expect(agenda.version?.number).toBe(1);
  expect(agenda.rows.map(({ use, meetings }) => [use, meetings.map(({ partner, room }) => [partner.name, room?.name])])).toEqual([
    ["meeting", [[nameOf(1), "Room 1"]]],
    ["break", []],
    ["meeting", [[nameOf(3), "Room 2"]]],
    ["free", []],
    ["free", []],
    ["free", []],
    ["away", []],
  ]);
  expect(agenda.waiting).toEqual([]);
});

describe("links leave the domain only when they are out", () => {
  beforeEach(async () => {
    await db.room.updateMany({ where: { eventId: pool.event.id }, data: { url: "https://video.example/room" } });
    await release();
  });

  test("not before", async () => {
    const agenda = await getAgenda(me(), slug(), "mine");
    expect(agenda.link).toBeNull();
    expect(JSON.stringify(agenda)).toContain("Room 1");
    expect(JSON.stringify(agenda)).not.toMatch(/zoom\.example|video\.example/);
  });

  test("then the event's and the rooms'", async () => {
    await comeCloser();
    const agenda = await getAgenda(me(), slug(), "mine");
    expect(agenda.link).toBe("https://zoom.example/j/18032027");
    expect(agenda.rows[0]?.meetings[0]?.room?.url).toBe("https://video.example/room");
  });

  test("and those that are made for video rooms without one, another one for each meeting", async () => {
    await db.event.update({ where: { id: pool.event.id }, data: { videoAddress: "https://video.example/{name}" } });
    await db.room.updateMany({ where: { eventId: pool.event.id }, data: { kind: "video", url: null } });
    expect(JSON.stringify(await getAgenda(me(), slug(), "mine"))).not.toContain("video.example");
    await comeCloser();
    const urls = (await getAgenda(me(), slug(), "mine")).rows.flatMap(({ meetings }) => meetings.map(({ room }) => room?.url ?? ""));
    expect(urls.filter((url) => url.startsWith(`https://video.example/${slug()}-`))).toHaveLength(2);
    expect(new Set(urls).size).toBe(2);
  });

  test("a room's to the two who meet there alone, not to their colleagues", async () => {
    await comeCloser();
    const organisationId = pool.participants[0]?.organisation.id ?? "";
    const colleague = await createMember(organisationId, "editor");
    await createRegistration({ eventId: pool.event.id, organisationId, userId: colleague.userId });
    const agenda = await getAgenda(colleague, slug(), "organisation");
    expect(agenda.rows.flatMap(({ meetings }) => meetings).map(({ room }) => [room?.name, room?.url])).toEqual([["Room 1", null], ["Room 2", null]]);
    expect(JSON.stringify(agenda)).not.toContain("video.example");
  });
});

test("what changed since the version before: another time, another room, gone, cancelled, new", async () => {
  await release();
  const [first, , , last] = pool.meetings;
  await db.placement.update({ where: { meetingId: first?.id ?? "" }, data: { slotId: pool.event.slots[4]?.id ?? "" } });
  await db.placement.update({ where: { meetingId: last?.id ?? "" }, data: { roomId: pool.event.rooms[3]?.id ?? "" } });
  const newcomer = await createParticipant(pool.event, "DE");
  const one = pool.participants[0];
  if (!one) throw new Error("nobody takes part");
  const extra = await createMeeting(one, newcomer);
  await createPlacement(pool.event, extra.id, [5, 2]);
  await release(1);
  const changes = async () => {
    const { rows, gone } = await getAgenda(me(), slug(), "mine");
    const kept = rows.flatMap(({ meetings }) => meetings.map(({ partner, change, before }) => [partner.name, change, before && [before.slot?.number, before.room]]));
    return { kept, gone: gone.map(({ partner, slot, isCancelled }) => [partner, slot?.number, isCancelled]) };
  };
  expect(await changes()).toEqual({
    kept: [[nameOf(3), "room", [3, "Room 2"]], [nameOf(1), "moved", [1, "Room 1"]], [newcomer.organisation.name, "new", null]],
    gone: [],
  });
  await cancelMeeting(me(), { event: slug(), id: first?.id ?? "" });
  expect((await changes()).gone).toEqual([[nameOf(1), 1, true]]);
  const placement = await db.placement.findUniqueOrThrow({ where: { meetingId: last?.id ?? "" } });
  await removePlacement(pool.moderator, { event: slug(), meeting: last?.id ?? "", version: placement.version });
  await release(2);
  expect((await changes()).gone).toEqual([[nameOf(3), 3, false], [nameOf(1), 5, true]]);
});

test("taken back: no time holds", async () => {
  await release();
  await takeBackSchedule(pool.moderator, { event: slug(), number: 1 });
  const agenda = await getAgenda(me(), slug(), "mine");
  expect(agenda).toMatchObject({ version: null, isTakenBack: true, gone: [] });
  expect(agenda.waiting).toHaveLength(2);
});

test("the organisation's agenda holds the colleagues' meetings as well, the own one does not", async () => {
  const organisation = pool.participants[0]?.organisation;
  if (!organisation) throw new Error("nobody takes part");
  const actor = await createMember(organisation.id);
  const registration = await createRegistration({ eventId: pool.event.id, organisationId: organisation.id, userId: actor.userId, personName: "Colleague" });
  const partner = await createParticipant(pool.event, "DE");
  const meeting = await createMeeting({ organisation: { ...organisation, statements: [] }, actor, registration }, partner);
  await createPlacement(pool.event, meeting.id, [0, 3]);
  await release();
  const persons = async (scope: "mine" | "organisation") =>
    (await getAgenda(me(), slug(), scope)).rows.flatMap(({ meetings }) => meetings.map(({ person }) => person.personName));
  expect(await persons("mine")).toEqual(["Alex Example", "Alex Example"]);
  expect((await persons("organisation")).toSorted()).toEqual(["Alex Example", "Alex Example", "Colleague"]);
});

test("nothing of other people's meetings is in it", async () => {
  await release();
  const agenda = JSON.stringify(await getAgenda(me(), slug(), "organisation"));
  expect(agenda).toContain(pool.meetings[0]?.id);
  expect(agenda).not.toContain(pool.meetings[1]?.id);
  expect(agenda).not.toContain(nameOf(2));
});

test("an agenda is there for approved participants alone", async () => {
  await expect(getAgenda(visitor, slug(), "mine")).rejects.toThrow(SignedOut);
  await expect(getAgenda(pool.moderator, slug(), "mine")).rejects.toThrow(NotFound);
  const stranger = await createPool(3);
  await expect(getAgenda(stranger.participants[0]?.actor ?? visitor, slug(), "mine")).rejects.toThrow(NotFound);
  await db.registration.update({ where: { id: pool.participants[0]?.registration.id ?? "" }, data: { state: "cancelled" } });
  await expect(getAgenda(me(), slug(), "mine")).rejects.toThrow(NotFound);
});
