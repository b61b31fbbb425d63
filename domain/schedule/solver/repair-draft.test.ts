import { describe, expect, test } from "vitest";
import { draftMeeting as meeting, draftPerson as person, draftPlacement as at, draftSlots as slots } from "@/prisma/factories/draft";
import type { Draft, DraftMeeting, DraftPlacement } from "../schema";
import { toRepairProblem } from "./from-draft";
import { isSoundRepair, listRepairs, repairDraft } from "./repair-draft";

const before = new Date("2027-01-01T00:00:00Z");
/** The first slot has begun. */
const during = new Date("2027-03-18T11:05:00Z");

const [a, b, c, d] = [person("a"), person("b"), person("c"), person("d")];
const draft = (meetings: DraftMeeting[], placements: DraftPlacement[], closed: string[] = []): Draft => ({
  event: { startsAt: new Date("2027-03-18T11:00:00Z"), endsAt: new Date("2027-03-18T14:00:00Z"), languages: ["en"], interpretedInto: [] },
  slots,
  interpreters: [],
  rooms: [1, 2].map((number) => ({ id: `r${number}`, number, name: `Room ${number}`, kind: "breakout", isClosed: closed.includes(`r${number}`) })),
  meetings,
  placements,
});

describe("toRepairProblem", () => {
  const meetings = [meeting("1", [a, b]), meeting("2", [c, d]), meeting("3", [a, c])];
  const of = (given: Draft, now = before) => {
    const { problem, before: places } = toRepairProblem(given, now);
    return {
      meetings: problem.meetings.map(({ id, slots: own, pinned }) => [id, own, pinned?.slot ?? null]),
      before: places.map(({ meeting: id, slot, room }) => `${id} ${slot} ${room}`),
      closed: problem.rooms.flatMap(({ id, unavailable }) => (unavailable.length > 0 ? [[id, unavailable]] : [])),
    };
  };
  const all = ["s1", "s2", "s3"];

  test("everything may move, from where it is; what has no place may be anywhere", () => {
    expect(of(draft(meetings, [at("1", "s1"), at("2", "s1", "r2")]))).toEqual({
      meetings: [["1", all, null], ["2", all, null], ["3", all, null]], before: ["1 s1 r1", "2 s1 r2"], closed: [],
    });
  });

  test("what is locked and what has begun stays; nothing moves into the past", () => {
    expect(of(draft(meetings, [at("1", "s1"), at("2", "s2", "r2", true)]), during)).toEqual({
      meetings: [["1", null, "s1"], ["2", null, "s2"], ["3", ["s2", "s3"], null]], before: ["1 s1 r1", "2 s2 r2"], closed: [],
    });
  });

  test("a cancelled meeting, or one of somebody who has left, is not in it", () => {
    const gone = [meeting("1", [a, b], { isCancelled: true }), meeting("2", [c, person("d", { takesPart: false })])];
    expect(of(draft(gone, [at("1", "s1"), at("2", "s2")]))).toEqual({ meetings: [], before: [], closed: [] });
  });

  test("a closed room takes nothing, but for what is locked in it", () => {
    const given = draft(meetings, [at("1", "s1", "r2"), at("2", "s2", "r2", true)], ["r2"]);
    expect(of(given)).toMatchObject({ before: ["1 s1 r2", "2 s2 r2"], closed: [["r2", ["s1", "s3"]]] });
  });

  test("where a moderator has put it although somebody is away, it may stay", () => {
    const away = person("b", { slotIds: ["s2"] });
    const { problem } = toRepairProblem(draft([meeting("1", [a, away])], [at("1", "s3")]), before);
    expect(problem.participants).toMatchObject([{ id: "a", unavailable: [] }, { id: "b", unavailable: ["s1"] }]);
  });

  test("what could not be held when it began binds nobody", () => {
    const twice = [meeting("1", [a, b]), meeting("2", [c, d])];
    expect(of(draft(twice, [at("1", "s1"), at("2", "s1")]), during).meetings).toEqual([]);
  });
});

test("the changes are told against the draft; what has begun is none", () => {
  const meetings = [meeting("1", [a, b]), meeting("2", [c, d]), meeting("3", [a, c])];
  const given = draft(meetings, [at("1", "s1"), at("2", "s2")]);
  const placement = (id: string, slot: string) => ({ meeting: id, slot, room: "r1", interpreter: null });
  expect(listRepairs(given, [placement("2", "s3"), placement("3", "s2")], during)).toEqual([
    { kind: "moved", meetingId: "2", before: at("2", "s2"), after: { meetingId: "2", slotId: "s3", roomId: "r1" } },
    { kind: "new", meetingId: "3", after: { meetingId: "3", slotId: "s2", roomId: "r1" } },
  ]);
});

describe("nobody changes rooms without need", () => {
  const meetings = [meeting("1", [a, b]), meeting("2", [c, d]), meeting("3", [a, c])];
  const answer = (id: string, slot: string, room: string) => ({ meeting: id, slot, room, interpreter: null });
  const roomsAfter = (of: Draft, answered: Parameters<typeof listRepairs>[1]) =>
    repairDraft(of, { entries: listRepairs(of, answered, before).flatMap((change) => (change.kind === "gone" ? [] : [change.after])), removed: [] })
      .placements.map(({ meetingId, slotId, roomId }) => `${meetingId} ${slotId} ${roomId}`).toSorted();

  test("whoever stays in the slot keeps the room, whoever comes gets a free one", () => {
    const of = draft(meetings, [at("1", "s1", "r2")]);
    expect(roomsAfter(of, [answer("1", "s1", "r1"), answer("2", "s1", "r2")])).toEqual(["1 s1 r2", "2 s1 r1"]);
  });

  test("but for a closed room, and one that was given away twice", () => {
    const closed = draft(meetings, [at("1", "s1", "r1"), at("2", "s2", "r1", true)], ["r1"]);
    expect(roomsAfter(closed, [answer("1", "s1", "r2"), answer("2", "s2", "r1")])).toEqual(["1 s1 r2", "2 s2 r1"]);
    const twice = draft(meetings, [at("1", "s1", "r1"), at("2", "s1", "r1")]);
    expect(roomsAfter(twice, [answer("1", "s1", "r2"), answer("2", "s1", "r1")])).toEqual(["1 s1 r1", "2 s1 r2"]);
  });
});

describe("isSoundRepair", () => {
  const meetings = [meeting("1", [a, b]), meeting("2", [c, d]), meeting("3", [a, c]), meeting("4", [b, d], { isCancelled: true })];
  const given = (locked = false) => draft(meetings, [at("1", "s1"), at("2", "s2", "r1", locked)]);
  const entry = (meetingId: string, slotId: string, roomId = "r1") => ({ meetingId, slotId, roomId });
  const sound = (entries: ReturnType<typeof entry>[], removed: string[] = [], now = before, of = given()) => isSoundRepair(of, { entries, removed }, now);

  test.each([
    ["a meeting gets a place", [entry("3", "s3")], true],
    ["two change places", [entry("1", "s2"), entry("2", "s1")], true],
    ["somebody would be in two meetings", [entry("3", "s1", "r2")], false],
    ["a room would be taken twice", [entry("2", "s1")], false],
    ["a cancelled meeting", [entry("4", "s3")], false],
    ["an unknown meeting", [entry("9", "s3")], false],
    ["an unknown slot", [entry("3", "s9")], false],
    ["an unknown room", [entry("3", "s3", "r9")], false],
    ["one meeting twice", [entry("3", "s3"), entry("3", "s3", "r2")], false],
  ] as const)("%s: %s", (_, entries, expected) => {
    expect(sound([...entries])).toBe(expected);
  });

  test("a meeting may lose its place", () => {
    expect(sound([], ["1"])).toBe(true);
    expect(sound([], ["3", "3"])).toBe(false);
  });

  test("neither what has begun nor what is locked is touched, and nothing moves into the past", () => {
    expect(sound([entry("1", "s3")], [], during)).toBe(false);
    expect(sound([], ["1"], during)).toBe(false);
    expect(sound([entry("3", "s1", "r2")], [], during)).toBe(false);
    expect(sound([entry("2", "s3")], [], before, given(true))).toBe(false);
  });

  test("a slot in which somebody is away is a new conflict, a missing language is none", () => {
    const away = [meeting("1", [a, person("b", { slotIds: ["s1"] })]), meeting("2", [c, person("e", { languages: ["pl"] })])];
    const of = draft(away, [at("1", "s1")]);
    expect(sound([entry("1", "s2")], [], before, of)).toBe(false);
    expect(sound([entry("2", "s2")], [], before, of)).toBe(true);
  });

  test("a conflict that is there already is no reason", () => {
    const of = draft(meetings, [at("1", "s1"), at("2", "s1")]);
    expect(sound([entry("3", "s3")], [], before, of)).toBe(true);
  });

  test("the repaired draft holds the rest as it was", () => {
    expect(repairDraft(given(), { entries: [entry("1", "s3")], removed: ["2"] }).placements).toEqual([{ ...at("1", "s3"), version: 0 }]);
  });
});
