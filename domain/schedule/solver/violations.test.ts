import { describe, expect, test } from "vitest";
import { gauge } from "./gauge";
import { problemSchema, type Problem, type ProblemInput } from "./problem";
import type { Placement } from "./schedule";
import { listViolations } from "./violations";

/** Four slots in the morning, two after a long pause; every kind of rule is in it once. */
const input: ProblemInput = {
  slots: [0, 20, 40, 60, 180, 200].map((startsAt, index) => ({
    id: `s${index}`, startsAt, endsAt: startsAt + 15, session: index < 4 ? "morning" : "afternoon",
  })),
  participants: [{ id: "a" }, { id: "b", restMinutes: 25 }, { id: "c", unavailable: ["s3"] }, { id: "d" }],
  rooms: [{ id: "r", kind: "table", capacity: 2 }, { id: "q", kind: "zoom", unavailable: ["s5"] }],
  interpreters: [{ id: "i", languages: ["de", "pl"], unavailable: ["s4"] }],
  meetings: [
    { id: "1", participants: ["a", "b"], session: "morning", slots: ["s0", "s1", "s4"] },
    { id: "2", participants: ["a", "c", "d"], after: ["1"], roomKinds: ["zoom"] },
    { id: "3", participants: ["b", "d"], pinned: { slot: "s2", room: "r" } },
    { id: "4", participants: ["c", "d"], interpretation: ["de", "pl"], rooms: ["r"] },
  ],
  fairness: 1,
};
const problem = problemSchema.parse(input);

const good: Record<string, Omit<Placement, "meeting">> = {
  1: { slot: "s0", room: "r", interpreter: null },
  2: { slot: "s1", room: "q", interpreter: null },
  3: { slot: "s2", room: "r", interpreter: null },
  4: { slot: "s5", room: "r", interpreter: "i" },
};

const schedule = (changes: Record<string, Partial<Placement> | null>) => ({
  placements: Object.entries(good).flatMap(([meeting, place]): Placement[] => {
    const change = changes[meeting];
    return change === null ? [] : [{ meeting, ...place, ...change }];
  }),
  unplaced: Object.keys(good).filter((meeting) => changes[meeting] === null),
});

const broken = (changes: Record<string, Partial<Placement> | null>, of: Problem = problem) =>
  listViolations(of, schedule(changes)).map(({ rule, meetings }) => `${rule}: ${meetings.join(" ")}`);

test("a schedule that keeps every rule breaks none, with or without all meetings", () => {
  expect(broken({})).toEqual([]);
  expect(broken({ 4: null })).toEqual([]);
});

describe("each rule is seen when it alone is broken", () => {
  test.each<[string, Record<string, Partial<Placement> | null>]>([
    ["a slot of the problem: 4", { 4: { slot: "s9" } }],
    ["a slot that it may have: 1", { 1: { slot: "s3" } }],
    ["a slot of its session: 1", { 1: { slot: "s4" }, 2: { slot: "s5" }, 4: null }],
    ["a room that it may have: 4", { 4: { room: "q", slot: "s0" } }],
    ["a room of a kind that it may have: 2", { 2: { room: "r" } }],
    ["a room that holds its participants: 2", { 2: { room: "r" } }],
    ["the room is there: 2", { 2: { slot: "s5" }, 4: null }],
    ["the room is there: 1", { 1: { room: "nowhere" } }],
    ["all participants are there: 4", { 4: { slot: "s3" } }],
    ["where it is pinned: 3", { 3: { slot: "s3" } }],
    ["where it is pinned: 3", { 3: { room: "q" } }],
    ["an interpreter where one is needed: 4", { 4: { interpreter: null } }],
    ["an interpreter where one is needed: 4", { 4: { slot: "s4" } }],
    ["an interpreter where one is needed: 4", { 4: { interpreter: "nobody" } }],
    ["an interpreter where one is needed: 1", { 1: { interpreter: "i" } }],
    ["once: participant a in s0: 1 2", { 2: { slot: "s0" } }],
    ["once: room r in s2: 3 4", { 4: { slot: "s2" } }],
    ["rest: participant b: 1 3", { 1: { slot: "s1" }, 2: { slot: "s4" } }],
    ["in an earlier slot: 1 2", { 1: { slot: "s1" }, 2: { slot: "s0" } }],
  ])("%s", (expected, changes) => {
    expect(broken(changes)).toContain(expected);
  });

  test("each meeting once", () => {
    const { placements } = schedule({});
    const [one] = placements;
    expect(listViolations(problem, { placements, unplaced: ["3"] })).toEqual([{ rule: "each meeting once", meetings: ["3"] }]);
    expect(listViolations(problem, { placements: placements.slice(1), unplaced: [] })).toEqual([{ rule: "each meeting once", meetings: ["1"] }]);
    expect(listViolations(problem, { placements: [...placements, { ...placements[0], meeting: "5" } as Placement], unplaced: [] }).map(({ rule }) => rule))
      .toContain("each meeting once");
    expect(one?.meeting).toBe("1");
  });

  test("fairness", () => {
    const strict = { ...problem, fairness: 0 };
    expect(gauge(problem, schedule({}).placements)).toMatchObject({ minBreaks: 0, maxBreaks: 1, difference: 1 });
    expect(broken({}, strict)).toEqual(["fairness: breaks differ by 1: "]);
    expect(broken({}, { ...problem, fairness: null })).toEqual([]);
  });
});

describe("gauge", () => {
  test("counts what a person sees in the schedule", () => {
    // a: s0 s1. b: s0 s2, which is as soon as the rest allows. c: s1 s5. d: s1 s2 s5.
    expect(gauge(problem, schedule({}).placements)).toEqual({
      placed: 4, weight: 4, breaks: 2, idleSlots: 5, minBreaks: 0, maxBreaks: 1, difference: 1, participantsWithBreaks: 2,
      roomChanges: 3, peakLoad: 1,
    });
  });

  test("a pause that could have been shorter is a break, in spite of the rest", () => {
    const { placements } = schedule({ 2: null });
    const later = placements.map((placement) => (placement.meeting === "3" ? { ...placement, slot: "s3" } : placement));
    const ofB = (list: Placement[], restMinutes: number) => {
      const rested = { ...problem, participants: problem.participants.map((one) => (one.id === "b" ? { ...one, restMinutes } : one)) };
      return gauge(rested, list.filter(({ meeting }) => meeting === "1" || meeting === "3")).breaks;
    };
    expect([ofB(placements, 25), ofB(later, 25), ofB(later, 40), ofB(placements, 0)]).toEqual([0, 1, 0, 1]);
  });

  test("nobody and nothing", () => {
    const nothing = problemSchema.parse({ slots: [], participants: [], rooms: [], meetings: [] });
    expect(gauge(nothing, [])).toMatchObject({ placed: 0, breaks: 0, difference: 0, peakLoad: 0 });
  });
});
