import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { checkIn, setAttendance } from "@/domain/attendance/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createDay } from "@/prisma/factories/day";
import { createStaff } from "@/prisma/factories/people";
import { getBoard } from "./queries/get-board";
import { boardViewSchema } from "./schema";

let day: Awaited<ReturnType<typeof createDay>>;
beforeAll(async () => {
  day = await createDay();
  const { event, moderator, people } = day;
  await checkIn(people.anna.actor, { event: event.slug });
  await checkIn(people.dora.actor, { event: event.slug });
  await checkIn(people.emil.actor, { event: event.slug });
  await setAttendance(moderator, { event: event.slug, registration: people.emil.registration.id, state: "left", version: 1 });
  await setAttendance(moderator, { event: event.slug, registration: people.cora.registration.id, state: "absent", version: 0 });
});

const read = (view: object = {}) => getBoard(day.moderator, day.event.slug, "en", boardViewSchema.parse(view));
const names = (...keys: (keyof typeof day.people)[]) => keys.map((key) => day.people[key].organisation.name).toSorted();

test("shows the slot that runs and the next one, room by room, with who is here", async () => {
  const board = await read();
  expect(board.phase).toBe("running");
  expect(board.slots.map(({ number, when }) => [number, when])).toEqual([[1, "now"], [2, "next"]]);
  expect(board.nextChangeAt).toEqual(day.event.slots[0]?.endsAt);
  expect(board.counts).toEqual({ here: 2, left: 1, absent: 1, expected: 2 });
  const rooms = board.rooms.map(({ number, meetings }) => [number, ...meetings.map((meeting) => meeting?.sides.map(({ organisation }) => organisation.name) ?? null)]);
  expect(rooms).toEqual([
    [1, names("anna", "bernd"), names("anna", "cora")],
    [2, names("dora", "emil"), null],
    [3, null, null],
  ]);
  const states = board.rooms.flatMap(({ meetings }) => meetings[0]?.sides ?? []).map(({ organisation, attendance }) => [organisation.name, attendance?.state ?? null]);
  const { anna, bernd, dora, emil } = day.people;
  expect(new Map(states as [string, string | null][])).toEqual(new Map([
    [anna.organisation.name, "here"], [bernd.organisation.name, null], [dora.organisation.name, "here"], [emil.organisation.name, "left"],
  ]));
});

test("shows the rooms that are asked for", async () => {
  const numbers = async (view: object) => (await read(view)).rooms.map(({ number }) => number);
  expect(await numbers({ show: "missing" })).toEqual([1, 2]);
  expect(await numbers({ show: "free" })).toEqual([2, 3]);
  expect(await numbers({ q: day.people.dora.organisation.name.toUpperCase() })).toEqual([2]);
});

test("lists participants by where they are, those of a name wherever they are", async () => {
  const listed = async (view: object) => (await read(view)).persons.map(({ organisation }) => organisation.name);
  expect(await listed({})).toEqual(names("bernd", "fritz"));
  expect(await listed({ people: "here" })).toEqual(names("anna", "dora"));
  expect(await listed({ people: "absent" })).toEqual(names("cora"));
  expect(await listed({ people: "absent", q: day.people.emil.organisation.name })).toEqual(names("emil"));
});

test("before the event it shows the first slot, after it the last one", async () => {
  const shift = (days: number) => db.$transaction([
    db.$executeRaw`UPDATE "Event" SET "startsAt" = "startsAt" + make_interval(days => ${days}), "endsAt" = "endsAt" + make_interval(days => ${days}) WHERE "id" = ${day.event.id}::uuid`,
    db.$executeRaw`UPDATE "Slot" SET "startsAt" = "startsAt" + make_interval(days => ${days}), "endsAt" = "endsAt" + make_interval(days => ${days}) WHERE "eventId" = ${day.event.id}::uuid`,
  ]);
  const look = async () => {
    const { phase, slots, nextChangeAt, rooms } = await read();
    return { phase, slots: slots.map(({ number, when }) => [number, when]), changes: nextChangeAt !== null, used: rooms.filter(({ meetings }) => meetings[0] !== null).length };
  };
  await shift(5);
  expect(await look()).toEqual({ phase: "before", slots: [[1, "next"]], changes: true, used: 2 });
  await shift(-10);
  expect(await look()).toEqual({ phase: "after", slots: [[4, "last"]], changes: false, used: 0 });
  await shift(5);
});

test("for its own staff alone", async () => {
  const other = await createStaff("moderator", (await createDay()).programme.id);
  const view = boardViewSchema.parse({});
  await expect(getBoard(other, day.event.slug, "en", view)).rejects.toThrow(NotFound);
  await expect(getBoard(day.people.anna.actor, day.event.slug, "en", view)).rejects.toThrow(NotFound);
  await expect(getBoard(visitor, day.event.slug, "en", view)).rejects.toThrow(SignedOut);
});
