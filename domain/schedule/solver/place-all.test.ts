import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeAll } from "./place-all";
import { problemSchema, type Problem, type ProblemInput } from "./problem";
import { listViolations } from "./violations";

type Meeting = ProblemInput["meetings"][number];

const meeting = (id: string, participants: string[], more: Partial<Meeting> = {}): Meeting => ({
  id, participants, ...more,
});

const simple = (slotCount: number, roomCount: number, meetings: Meeting[], more: Partial<ProblemInput> = {}): Problem => problemSchema.parse({
  slots: Array.from({ length: slotCount }, (_, index) => ({ id: `s${index}`, startsAt: index * 16, endsAt: index * 16 + 14 })),
  rooms: Array.from({ length: roomCount }, (_, index) => ({ id: `r${index}` })),
  participants: [...new Set(meetings.flatMap(({ participants }) => participants))].map((id) => ({ id })),
  meetings,
  ...more,
});

const id = (prefix: string, most: number) => fc.integer({ min: 0, max: most - 1 }).map((index) => `${prefix}${index}`);

/** Any small event, with everything that the problem can say. */
const problems: fc.Arbitrary<Problem> = fc
  .record({ slots: fc.integer({ min: 1, max: 6 }), rooms: fc.integer({ min: 1, max: 3 }), people: fc.integer({ min: 2, max: 9 }) })
  .chain(({ slots, rooms, people }) => {
    const slot = id("s", slots);
    const absent = fc.uniqueArray(slot, { maxLength: 2 });
    const languages = fc.uniqueArray(fc.constantFrom("de", "pl"), { maxLength: 2 });
    const one = fc.record({
      participants: fc.uniqueArray(id("p", people), { minLength: 2, maxLength: Math.min(3, people) }),
      weight: fc.integer({ min: 1, max: 3 }),
      slots: fc.option(fc.uniqueArray(slot)),
      rooms: fc.option(fc.uniqueArray(id("r", rooms))),
      pinned: fc.option(fc.record({ slot, room: fc.option(id("r", rooms)) }), { freq: 3 }),
      interpretation: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: languages }),
    });
    const named = <T extends object>(prefix: string, items: T[]) => items.map((item, index) => ({ id: `${prefix}${index}`, ...item }));
    return fc.record({
      slots: fc.constant(simple(slots, 0, []).slots),
      rooms: fc.array(fc.record({ unavailable: absent }), { minLength: rooms, maxLength: rooms }).map((items) => named("r", items)),
      participants: fc.array(fc.record({ unavailable: absent }), { minLength: people, maxLength: people }).map((items) => named("p", items)),
      interpreters: fc.array(fc.record({ languages, unavailable: absent }), { maxLength: 2 }).map((items) => named("i", items)),
      meetings: fc.array(one, { maxLength: 20 }).map((items) => named("m", items)),
      seed: fc.nat({ max: 1_000_000 }),
    }).map((problem) => problemSchema.parse(problem));
  });

describe("placeAll, on any problem", () => {
  test("breaks no rule, and leaves no meeting out of the answer", () => {
    fc.assert(fc.property(problems, (problem) => {
      expect(listViolations(problem, placeAll(problem))).toEqual([]);
    }), { numRuns: 500 });
  });

  test("answers the same again, also after the problem has been a file", () => {
    fc.assert(fc.property(problems, (problem) => {
      const answer = placeAll(problem);
      const copy = JSON.parse(JSON.stringify(problem)) as Problem;
      expect(placeAll(copy)).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    }));
  });

  test("answers the same, whatever the order of meetings and people; another order of rooms changes rooms alone", () => {
    const shuffled = problems.chain((problem) => fc.record({
      problem: fc.constant(problem),
      meetings: fc.shuffledSubarray([...problem.meetings], { minLength: problem.meetings.length }),
      participants: fc.shuffledSubarray([...problem.participants], { minLength: problem.participants.length }),
      rooms: fc.shuffledSubarray([...problem.rooms], { minLength: problem.rooms.length }),
    }));
    const slotsOf = (problem: Problem) => placeAll(problem).placements.map(({ meeting: one, slot }) => `${one} ${slot}`);
    fc.assert(fc.property(shuffled, ({ problem, rooms, ...lists }) => {
      expect(placeAll({ ...problem, ...lists })).toEqual(placeAll(problem));
      expect(slotsOf({ ...problem, rooms })).toEqual(slotsOf(problem));
    }));
  });

  test("leaves out no meeting that could simply be added", () => {
    fc.assert(fc.property(problems, (problem) => {
      const answer = placeAll(problem);
      const unplaced = new Set(answer.unplaced.filter(({ reason }) => reason !== "pin_impossible").map(({ meeting: one }) => one));
      const impossible = answer.unplaced.some(({ reason }) => reason === "pin_impossible");
      fc.pre(unplaced.size > 0 && !impossible);
      for (const one of unplaced) {
        for (const slot of problem.slots) {
          for (const room of problem.rooms) {
            for (const interpreter of [null, ...problem.interpreters.map((each) => each.id)]) {
              const more = {
                placements: [...answer.placements, { meeting: one, slot: slot.id, room: room.id, interpreter }],
                unplaced: answer.unplaced.filter((each) => each.meeting !== one),
              };
              expect(listViolations(problem, more)).not.toEqual([]);
            }
          }
        }
      }
    }));
  });

  test("places every pin that does not contradict another or an absence", () => {
    fc.assert(fc.property(problems, (problem) => {
      const answer = placeAll(problem);
      const pinned = new Set(problem.meetings.filter((each) => each.pinned).map((each) => each.id));
      const reasons = answer.unplaced.filter(({ meeting: one }) => pinned.has(one)).map(({ reason }) => reason);
      expect(new Set(reasons)).toEqual(new Set(reasons.length === 0 ? [] : ["pin_impossible"]));
      const alone = problem.meetings.filter((each) => each.pinned);
      const only = placeAll({ ...problem, meetings: alone });
      expect(answer.placements.filter((each) => pinned.has(each.meeting)).map((each) => [each.meeting, each.slot]))
        .toEqual(only.placements.map((each) => [each.meeting, each.slot]));
    }));
  });
});

test("takes the first rooms first", () => {
  const meetings = [meeting("1", ["a", "b"]), meeting("2", ["c", "d"])];
  const rooms = ["second", "first"].map((each) => ({ id: each }));
  expect(placeAll(simple(1, 0, meetings, { rooms })).placements.map(({ room }) => room)).toEqual(["second", "first"]);
});

test("the heavier of two meetings that exclude each other", () => {
  const meetings = [meeting("1", ["a", "b"]), meeting("2", ["a", "c"], { weight: 5 })];
  expect(placeAll(simple(1, 2, meetings)).placements.map((each) => each.meeting)).toEqual(["2"]);
});

describe("reasons", () => {
  test("no common slot", () => {
    const participants = [{ id: "a", unavailable: ["s0"] }, { id: "b", unavailable: ["s1"] }];
    expect(placeAll(simple(2, 1, [meeting("1", ["a", "b"])], { participants })).unplaced).toEqual([{ meeting: "1", reason: "no_common_slot" }]);
  });

  test("more meetings than slots", () => {
    const meetings = ["b", "c", "d"].map((other) => meeting(other, ["a", other]));
    const reason = { reason: "too_many_meetings", participant: "a", meetings: 3, slots: 2 };
    expect(placeAll(simple(2, 2, meetings)).unplaced).toEqual([expect.objectContaining(reason)]);
  });

  test("the common slots are taken", () => {
    const meetings = [
      meeting("1", ["a", "b"], { slots: ["s0"] }),
      meeting("2", ["a", "c"], { pinned: { slot: "s0", room: null } }),
    ];
    expect(placeAll(simple(2, 2, meetings)).unplaced).toEqual([{ meeting: "1", reason: "common_slots_taken", slots: 1 }]);
  });

  test("the rooms are full", () => {
    const meetings = [meeting("1", ["a", "b"]), meeting("2", ["c", "d"], { pinned: { slot: "s0", room: "r0" } })];
    expect(placeAll(simple(1, 1, meetings)).unplaced).toEqual([{ meeting: "1", reason: "rooms_full", slots: 1, rooms: 1 }]);
  });

  test("no interpreter", () => {
    const meetings = [meeting("1", ["a", "b"], { interpretation: ["de", "pl"] })];
    const unplaced = [{ meeting: "1", reason: "no_interpreter", languages: ["de", "pl"], slots: 2 }];
    const interpreters = [{ id: "i", languages: ["de"], unavailable: [] }];
    expect(placeAll(simple(2, 2, meetings, { interpreters })).unplaced).toEqual(unplaced);
    interpreters[0]?.languages.push("pl");
    expect(placeAll(simple(2, 2, meetings, { interpreters })).placements).toEqual([{ meeting: "1", slot: "s0", room: "r0", interpreter: "i" }]);
  });

  test("pins that contradict each other; nothing else is placed on top of them", () => {
    const pinned = { slot: "s0", room: "r0" };
    const meetings = [meeting("1", ["a", "b"], { pinned }), meeting("2", ["c", "d"], { pinned }), meeting("3", ["c", "e"], { slots: ["s0"] })];
    const answer = placeAll(simple(2, 3, meetings));
    expect(answer.placements.map((each) => each.meeting)).toEqual(["1"]);
    expect(answer.unplaced).toEqual([
      { meeting: "2", reason: "pin_impossible", slot: "s0" },
      { meeting: "3", reason: "common_slots_taken", slots: 1 },
    ]);
  });
});

test("refuses a problem that names what it does not hold", () => {
  expect(() => placeAll(simple(1, 1, [meeting("1", ["a", "b"], { slots: ["elsewhere"] })]))).toThrow(RangeError);
  expect(() => placeAll(simple(1, 1, [meeting("1", ["a"]), meeting("1", ["b"])]))).toThrow(RangeError);
});
