import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, type Person, visitor } from "@/domain/actor";
import { moveUp } from "@/domain/registration/commands/move-up";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { addRoom, changeRoom, removeRoom } from "./commands/change-rooms";
import { changeSettings } from "./commands/change-settings";
import { makeSlots } from "./commands/make-slots";
import { getSettings } from "./queries";
import { changeRoomSchema, type SettingsInput, settingsSchema } from "./schema";

let event: Awaited<ReturnType<typeof createEvent>>;
let organiser: Person;

beforeEach(async () => {
  event = await createEvent({ programmeId: (await createProgramme()).id });
  organiser = await createStaff("organiser", event.programmeId);
});

function input(data: Partial<SettingsInput> = {}): SettingsInput {
  return {
    event: event.slug,
    version: 1,
    opensAt: "2027-02-01T08:00",
    closesAt: "2027-03-16T23:59",
    capacity: 50,
    needsApproval: false,
    requestQuota: 5,
    requestExpiryDays: 4,
    linkDaysBefore: 2,
    meetingUrl: "https://zoom.example/j/2",
    videoAddress: "https://meet.example/{name}",
    ...data,
  };
}

test.each([
  ["https://meet.example/{name}#config", []],
  ["https://meet.example/room", ["name_missing"]],
  ["https://meet.example/{name}/{name}", ["name_missing"]],
  ["http://meet.example/{name}", ["not_secure"]],
  ["javascript:{name}", ["invalid_url"]],
])("%s as the address of video rooms: %j", (videoAddress, problems) => {
  const { error } = settingsSchema.safeParse({ ...input(), videoAddress });
  expect(error?.issues.map(({ message }) => message) ?? []).toEqual(problems);
});

const roomOf = () => event.rooms[0]?.id ?? "";
const auditOf = async () => (await db.auditEntry.findMany({ where: { eventId: event.id }, orderBy: { at: "asc" } })).map(({ action }) => action);

describe("settings", () => {
  test("are stored in the event's zone; the second of two organisers is told", async () => {
    expect(await changeSettings(organiser, input(), moveUp)).toEqual({ ok: true, value: { id: event.id } });
    expect(await getSettings(organiser, event.slug, "pl")).toMatchObject({
      title: "Event (pl)",
      version: 2,
      registrationOpensAt: new Date("2027-02-01T07:00:00Z"),
      registrationClosesAt: new Date("2027-03-16T22:59:00Z"),
      places: { capacity: 50, held: 0, waiting: 0 },
      needsApproval: false,
      requestQuota: 5,
      requestExpiryDays: 4,
      linkDaysBefore: 2,
      meetingUrl: "https://zoom.example/j/2",
      videoAddress: "https://meet.example/{name}",
    });
    expect(await changeSettings(organiser, input({ requestQuota: 9 }), moveUp)).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await auditOf()).toEqual(["event.change_settings"]);
    expect(JSON.stringify(await db.auditEntry.findMany({ where: { eventId: event.id } }))).not.toContain("zoom");
  });

  test("of five organisers at once one is first", async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map((requestQuota) => changeSettings(organiser, input({ requestQuota }), moveUp)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("places that are held stay; more places go to those who wait", async () => {
    const [one, two, three] = [await createParticipant(event), await createParticipant(event), await createParticipant(event)];
    await db.registration.update({ where: { id: three.registration.id }, data: { state: "waiting" } });
    expect(await changeSettings(organiser, input({ capacity: 1 }), moveUp)).toEqual({ ok: false, reason: "capacity_below_held" });
    expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).version).toBe(1);
    await changeSettings(organiser, input({ capacity: 2 }), moveUp);
    const states = async () => (await db.registration.findMany({ where: { id: { in: [one, two, three].map(({ registration }) => registration.id) } }, orderBy: { createdAt: "asc" } })).map(({ state }) => state);
    expect(await states()).toEqual(["approved", "approved", "waiting"]);
    const unlimited = input({ version: 2, needsApproval: true });
    delete unlimited.capacity;
    await changeSettings(organiser, unlimited, moveUp);
    expect(await states()).toEqual(["approved", "approved", "pending"]);
  });

  test("a form closes after it opens", async () => {
    expect(await changeSettings(organiser, input({ closesAt: "2027-02-01T08:00" }), moveUp)).toEqual({ ok: false, reason: "closes_before_opens" });
  });
});

describe("slots", () => {
  const row = (data: object = {}) => ({ event: event.slug, first: "13:30", minutes: 20, pause: 5, count: 4, ...data });

  test("are made anew in the event's zone", async () => {
    expect(await makeSlots(organiser, row())).toEqual({ ok: true, value: { count: 4 } });
    const slots = await db.slot.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" } });
    expect(slots.map(({ number, startsAt, endsAt }) => [number, startsAt.toISOString(), endsAt.toISOString()])).toEqual([
      [1, "2027-03-18T12:30:00.000Z", "2027-03-18T12:50:00.000Z"],
      [2, "2027-03-18T12:55:00.000Z", "2027-03-18T13:15:00.000Z"],
      [3, "2027-03-18T13:20:00.000Z", "2027-03-18T13:40:00.000Z"],
      [4, "2027-03-18T13:45:00.000Z", "2027-03-18T14:05:00.000Z"],
    ]);
    expect(await auditOf()).toEqual(["event.make_slots"]);
  });

  test.each([{ first: "12:59" }, { count: 5 }, { minutes: 60 }])("lie within the event: %o", async (data) => {
    expect(await makeSlots(organiser, row(data))).toEqual({ ok: false, reason: "slots_outside_event" });
  });

  test("stay once somebody has said when they are free", async () => {
    await createParticipant(event);
    expect(await makeSlots(organiser, row())).toEqual({ ok: false, reason: "slots_in_use" });
    expect(await db.slot.count({ where: { eventId: event.id } })).toBe(7);
  });
});

describe("rooms", () => {
  const room = (data: object = {}) => ({ event: event.slug, name: "Room 5", kind: "breakout" as const, ...data });

  test("are added once by name, changed and removed", async () => {
    const added = await Promise.all(Array.from({ length: 5 }, () => addRoom(organiser, room())));
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(added.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 4 }, () => ({ ok: false, reason: "room_name_taken" })));
    const id = roomOf();
    expect(await changeRoom(organiser, { ...room({ name: "Room 5" }), id })).toEqual({ ok: false, reason: "room_name_taken" });
    expect(await changeRoom(organiser, { ...room({ name: "Studio", kind: "video", url: "https://video.example/1" }), id })).toEqual({ ok: true, value: { id } });
    const { rooms } = await getSettings(organiser, event.slug, "en");
    expect(rooms.map(({ number, name, kind, url }) => [number, name, kind, url])).toEqual([
      [1, "Studio", "video", "https://video.example/1"],
      [2, "Room 2", "breakout", null],
      [3, "Room 3", "breakout", null],
      [4, "Room 4", "breakout", null],
      [5, "Room 5", "breakout", null],
    ]);
    expect(await removeRoom(organiser, { event: event.slug, id })).toEqual({ ok: true, value: { id } });
    await expect(removeRoom(organiser, { event: event.slug, id })).rejects.toThrow(NotFound);
    expect(await auditOf()).toEqual(["room.add", "room.change", "room.remove"]);
  });

  test("are closed and opened again", async () => {
    const id = roomOf();
    const isClosed = async () => (await getSettings(organiser, event.slug, "en")).rooms[0]?.isClosed;
    expect(await isClosed()).toBe(false);
    await changeRoom(organiser, { ...room({ name: "Room 1", isClosed: true }), id });
    expect(await isClosed()).toBe(true);
    await changeRoom(organiser, { ...room({ name: "Room 1" }), id });
    expect(await isClosed()).toBe(false);
  });

  test.each([
    ["https://video.example/1", true],
    ["video.example/1", true],
    [undefined, true],
    ["http://video.example/1", false],
    ["javascript:alert(1)", false],
  ])("take the link %j: %s", (url, expected) => {
    expect(changeRoomSchema.safeParse({ ...room({ url }), id: roomOf() }).success).toBe(expected);
  });

  test("stay while the draft or a seat refers to them", async () => {
    const meeting = await createMeeting(await createParticipant(event), await createParticipant(event));
    const slotId = event.slots[0]?.id ?? "";
    const [placed = "", seated = ""] = event.rooms.map(({ id }) => id);
    await db.placement.create({ data: { meetingId: meeting.id, eventId: event.id, slotId, roomId: placed } });
    await db.$queryRaw`SELECT seat_meeting(${meeting.id}::uuid, ${slotId}::uuid, ${seated}::uuid)`;
    for (const id of [placed, seated]) {
      expect(await removeRoom(organiser, { event: event.slug, id })).toEqual({ ok: false, reason: "room_in_use" });
    }
  });
});

describe("everything that an organiser sets", () => {
  const attempts = (actor: Actor, slug: string) => [
    () => getSettings(actor, slug, "en"),
    () => changeSettings(actor, input({ event: slug }), moveUp),
    () => makeSlots(actor, { event: slug, first: "13:30", minutes: 20, pause: 5, count: 1 }),
    () => addRoom(actor, { event: slug, name: "New", kind: "table" }),
    () => changeRoom(actor, { event: slug, id: roomOf(), name: "New", kind: "table" }),
    () => removeRoom(actor, { event: slug, id: roomOf() }),
  ];

  test("does not exist for moderators, participants, other programmes' organisers; visitors sign in", async () => {
    const others = [
      await createStaff("moderator", event.programmeId),
      (await createParticipant(event)).actor,
      await createStaff("organiser", (await createProgramme()).id),
    ];
    for (const attempt of others.flatMap((actor) => attempts(actor, event.slug))) await expect(attempt()).rejects.toThrow(NotFound);
    for (const attempt of attempts(visitor, event.slug)) await expect(attempt()).rejects.toThrow(SignedOut);
  });

  test("of another event is not reached through the own one", async () => {
    const other = await createEvent({ programmeId: (await createProgramme()).id });
    const [foreign] = other.rooms;
    await expect(changeRoom(organiser, { event: event.slug, id: foreign?.id ?? "", name: "New", kind: "table" })).rejects.toThrow(NotFound);
    await expect(removeRoom(organiser, { event: event.slug, id: foreign?.id ?? "" })).rejects.toThrow(NotFound);
  });
});
