import { describe, expect, test } from "vitest";
import { draftMeeting as meeting, draftPerson as person, draftPlacement as at, draftSlots as slots } from "@/prisma/factories/draft";
import { commonSlots, compareVersions, isFree, isImpossible, isInside, judgeSlots, lacksLanguage, layOutDay, listWarnings, sharedLanguages, weighPair } from "./rules";
import { impossibleKinds, overridableKinds, type Draft, type DraftMeeting, type DraftPerson, type DraftPlacement, type Entry } from "./schema";

const draft = (meetings: DraftMeeting[], placements: DraftPlacement[], more: Partial<Draft["event"]> = {}): Draft => ({
  event: { startsAt: new Date("2027-03-18T11:00:00Z"), endsAt: new Date("2027-03-18T14:00:00Z"), languages: ["en"], interpretedInto: [], ...more },
  slots,
  interpreters: [],
  rooms: [1, 2].map((number) => ({ id: `r${number}`, number, name: `Room ${number}`, kind: "breakout", isClosed: false })),
  meetings,
  placements,
});

const warningsOf = (...given: Parameters<typeof draft>) => listWarnings(draft(...given));

test.each([
  [["en", "pl"], ["de", "en"], ["en"]],
  [["pl"], ["de"], []],
  [["pl", "de"], ["de", "pl"], ["pl", "de"]],
])("%o and %o share %o", (one, other, expected) => {
  expect(sharedLanguages([{ languages: one }, { languages: other }])).toEqual(expected);
});

test.each([
  ["a language in common", ["en"], ["en"], false, [], false],
  ["none", ["pl"], ["de"], false, [], true],
  ["none, but an interpreter was asked for", ["pl"], ["de"], true, [], false],
  ["none, but the event is interpreted into one of them", ["pl"], ["de"], false, ["de"], false],
  ["none, and the event is interpreted into another", ["pl"], ["de"], false, ["en"], true],
] as const)("language: %s", (_, one, other, asked, into, expected) => {
  const sides = [{ languages: [...one], interpreterNeeded: asked }, { languages: [...other], interpreterNeeded: false }];
  expect(lacksLanguage(sides, into)).toBe(expected);
  expect(lacksLanguage(sides.toReversed(), into)).toBe(expected);
});

test.each([
  [["s1"], [], true],
  [["s1"], ["s1"], false],
  [["s2"], [], false],
  [[], ["s1"], false],
])("available in %o, elsewhere in %o: free in s1 is %s", (slotIds, elsewhereSlotIds, expected) => {
  expect(isFree({ slotIds, elsewhereSlotIds }, "s1")).toBe(expected);
});

test("common slots stand in the order of the day", () => {
  const sides = [{ slotIds: ["s3", "s1", "s2"], elsewhereSlotIds: [] }, { slotIds: ["s2", "s1", "s3"], elsewhereSlotIds: ["s2"] }];
  expect(commonSlots(sides, slots)).toEqual(["s1", "s3"]);
});

test.each([
  ["11:00", "11:14", true],
  ["10:59", "11:13", false],
  ["13:46", "14:00", true],
  ["13:47", "14:01", false],
])("a slot from %s to %s lies in an event from 11:00 to 14:00: %s", (from, to, expected) => {
  const time = (clock: string) => new Date(`2027-03-18T${clock}:00Z`);
  expect(isInside({ startsAt: time(from), endsAt: time(to) }, { startsAt: time("11:00"), endsAt: time("14:00") })).toBe(expected);
});

test("what is impossible, and what may be overridden", () => {
  expect([...impossibleKinds, ...overridableKinds].filter((kind) => isImpossible({ kind }))).toEqual(impossibleKinds);
});

describe("warnings", () => {
  const [a, b, c, d] = [person("a"), person("b"), person("c"), person("d")];

  test("none where everything fits", () => {
    const meetings = [meeting("1", [a, b]), meeting("2", [c, d]), meeting("3", [a, c])];
    expect(warningsOf(meetings, [at("1", "s1", "r1"), at("2", "s1", "r2"), at("3", "s2", "r1")])).toEqual([]);
  });

  test("none about a meeting that has no place", () => {
    expect(warningsOf([meeting("1", [person("a", { takesPart: false }), person("b", { slotIds: [] })])], [])).toEqual([]);
  });

  test("two meetings at once name the person and both meetings", () => {
    const meetings = [meeting("1", [a, b]), meeting("2", [a, c])];
    expect(warningsOf(meetings, [at("1", "s1", "r1"), at("2", "s1", "r2")])).toEqual([
      { kind: "person_twice", slotId: "s1", meetingIds: ["1", "2"], personIds: ["reg-a"], roomId: null },
    ]);
  });

  test("a closed room names the meeting and the room", () => {
    const given = draft([meeting("1", [a, b])], [at("1", "s1", "r2")]);
    const rooms = given.rooms.map((room) => ({ ...room, isClosed: room.id === "r2" }));
    expect(listWarnings({ ...given, rooms })).toEqual([
      { kind: "room_closed", slotId: "s1", meetingIds: ["1"], personIds: ["reg-a", "reg-b"], roomId: "r2" },
    ]);
  });

  test("one room twice", () => {
    const meetings = [meeting("1", [a, b]), meeting("2", [c, d])];
    expect(warningsOf(meetings, [at("1", "s1", "r1"), at("2", "s1", "r1")])).toEqual([
      { kind: "room_twice", slotId: "s1", meetingIds: ["1", "2"], personIds: [], roomId: "r1" },
    ]);
  });

  test("a cancelled meeting takes nobody's time and no room", () => {
    const meetings = [meeting("1", [a, b], { isCancelled: true }), meeting("2", [a, c])];
    expect(warningsOf(meetings, [at("1", "s1", "r1"), at("2", "s1", "r1")]).map(({ kind, meetingIds }) => [kind, meetingIds])).toEqual([
      ["meeting_cancelled", ["1"]],
    ]);
  });

  test.each<[string, Partial<DraftPerson>, string]>([
    ["does not take part any more", { takesPart: false }, "person_cancelled"],
    ["does not take part and is not available", { takesPart: false, slotIds: [] }, "person_cancelled"],
    ["is in a meeting of another event", { elsewhereSlotIds: ["s1"] }, "person_elsewhere"],
    ["is not available", { slotIds: ["s2"] }, "not_available"],
    ["has no language in common", { languages: ["de"] }, "no_common_language"],
  ])("somebody %s", (_, more, kind) => {
    const other = person("b", more);
    const found = warningsOf([meeting("1", [a, other])], [at("1", "s1", "r1")]);
    const personIds = kind === "no_common_language" ? ["reg-a", "reg-b"] : ["reg-b"];
    expect(found).toEqual([{ kind, slotId: "s1", meetingIds: ["1"], personIds, roomId: null }]);
  });

  test("a slot outside the event", () => {
    const found = warningsOf([meeting("1", [a, b])], [at("1", "s3", "r1")], { endsAt: new Date("2027-03-18T13:10:00Z") });
    expect(found.map(({ kind }) => kind)).toEqual(["outside_event"]);
  });

  test("what is impossible comes first", () => {
    const away = person("b", { slotIds: [] });
    const found = warningsOf([meeting("1", [a, away]), meeting("2", [c, d]), meeting("3", [c, a])], [at("1", "s1", "r1"), at("2", "s2", "r1"), at("3", "s2", "r1")]);
    expect(found.map(({ kind }) => kind)).toEqual(["person_twice", "room_twice", "not_available"]);
  });
});

test("how each slot fits a meeting", () => {
  const [a, b, c] = [person("a", { slotIds: ["s1", "s2"] }), person("b", { elsewhereSlotIds: ["s2"] }), person("c")];
  const given = draft([meeting("1", [a, b]), meeting("2", [a, c]), meeting("3", [b, c])], [at("1", "s1", "r1"), at("2", "s1", "r2"), at("3", "s3", "r1")]);
  const fits = judgeSlots(given, meeting("1", [a, b])).map(({ slotId, away, busy }) => [slotId, away.map(({ userId }) => userId), busy.map(({ userId }) => userId)]);
  expect(fits).toEqual([["s1", [], ["a"]], ["s2", ["b"], []], ["s3", ["a"], ["b"]]]);
});

test("what changed from one version to the next", () => {
  const entry = (meetingId: string, slotId: string, roomId: string): Entry => ({ meetingId, slotId, roomId });
  const before = [entry("stays", "s1", "r1"), entry("later", "s1", "r2"), entry("door", "s2", "r1"), entry("both", "s2", "r2"), entry("off", "s3", "r1")];
  const after = [entry("fresh", "s3", "r2"), entry("stays", "s1", "r1"), entry("later", "s2", "r2"), entry("door", "s2", "r2"), entry("both", "s3", "r1")];
  expect(compareVersions(before, after).map(({ kind, meetingId }) => `${meetingId} ${kind}`)).toEqual([
    "fresh new", "later moved", "door room", "both moved", "off gone",
  ]);
  expect(compareVersions(after, after)).toEqual([]);
});

test.each([
  ["no meeting", [], ["s1", "s2", "s3"], ["free", "free", "free"]],
  ["a break lies between two meetings", ["s1", "s3"], ["s1", "s2", "s3"], ["meeting", "break", "meeting"]],
  ["before the first and after the last is free", ["s2"], ["s1", "s2", "s3"], ["free", "meeting", "free"]],
  ["away is away, between two meetings too", ["s1", "s3"], ["s1", "s3"], ["meeting", "away", "meeting"]],
  ["a meeting counts where the person was away", ["s1"], [], ["meeting", "away", "away"]],
])("a day: %s", (_, taken, present, expected) => {
  expect([...layOutDay(slots, new Set(taken), new Set(present)).values()]).toEqual(expected);
});

describe("two organisations that a moderator may pair", () => {
  const good = {
    requests: [], isAgreed: false, isBlocked: false, reasonCount: 2, languageCount: 1, slotCount: 3,
    countries: ["PL", "DE"] as const, isInterpreted: false, fullNames: [],
  };
  const pros = ["reasons", "across_border", "language", "slots"];

  test.each([
    ["everything fits", {}, pros, [], null],
    ["nothing fits", { reasonCount: 0, languageCount: 0, slotCount: 0, countries: ["PL", "PL"] }, [], ["no_reason", "same_country", "no_language", "no_slot"], null],
    ["no language, but an interpreter", { languageCount: 0, isInterpreted: true }, ["reasons", "across_border", "slots"], ["interpreter"], null],
    ["a language, and an interpreter", { isInterpreted: true }, pros, [], null],
    ["one has declined before", { requests: ["declined", "withdrawn"] }, pros, ["declined"], null],
    ["one has no slot left", { fullNames: ["Odrasoft"] }, pros, ["full"], null],
    ["one waits for the other's answer", { requests: ["declined", "pending"] }, pros, ["declined"], "request_open"],
    ["they have a meeting", { isAgreed: true, requests: ["accepted"] }, pros, [], "already_agreed"],
    ["one has blocked the other", { isBlocked: true, requests: ["pending"] }, pros, [], "blocked"],
  ] as const)("%s", (_, facts, expectedPros, cons, obstacle) => {
    const weight = weighPair({ ...good, ...facts, fullNames: "fullNames" in facts ? [...facts.fullNames] : [] });
    expect(weight).toEqual({ pros: expectedPros, cons, obstacle, fullNames: "fullNames" in facts ? facts.fullNames : [] });
  });
});
