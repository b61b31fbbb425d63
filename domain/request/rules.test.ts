import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMinutes } from "@/domain/time";
import * as rules from "./rules";
import { type RequestState, requestStates, type Side } from "./schema";

const now = new Date("2027-03-01T10:00:00Z");
const later = addMinutes(now, 1);
const past = addMinutes(now, -1);

describe("who may do what", () => {
  const table: [RequestState, "later" | "now" | "past", Side, { answer: boolean; withdraw: boolean; edit: boolean }][] = [
    ["pending", "later", "recipient", { answer: true, withdraw: false, edit: false }],
    ["pending", "later", "requester", { answer: false, withdraw: true, edit: true }],
    ["pending", "now", "recipient", { answer: false, withdraw: false, edit: false }],
    ["pending", "now", "requester", { answer: false, withdraw: false, edit: false }],
    ["pending", "past", "recipient", { answer: false, withdraw: false, edit: false }],
    ["pending", "past", "requester", { answer: false, withdraw: false, edit: false }],
    ...requestStates.filter((state) => state !== "pending").flatMap((state) =>
      (["requester", "recipient"] as const).map((side): [RequestState, "later", Side, { answer: boolean; withdraw: boolean; edit: boolean }] =>
        [state, "later", side, { answer: false, withdraw: false, edit: false }],
      ),
    ),
  ];
  test.each(table)("%s, ends %s, seen by the %s", (state, end, side, may) => {
    const request = { state, expiresAt: { later, now, past }[end] };
    expect({
      answer: rules.canAnswer(request, side, now),
      withdraw: rules.canWithdraw(request, side, now),
      edit: rules.canEdit(request, side, now),
    }).toEqual(may);
  });
});

describe("state", () => {
  test("only a pending request moves, and never back to pending", () => {
    for (const from of requestStates) {
      for (const to of requestStates) {
        expect([from, to, rules.canMove(from, to)]).toEqual([from, to, from === "pending" && to !== "pending"]);
      }
    }
  });

  test("whatever is tried in whatever order, a request is answered at most once", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...requestStates)), (tried) => {
      const way = tried.reduce<RequestState[]>((states, to) => {
        const from = states.at(-1) ?? "pending";
        return rules.canMove(from, to) ? [...states, to] : states;
      }, ["pending"]);
      return way.length <= 2 && way[0] === "pending" && way[1] !== "pending";
    }));
  });
});

describe("time", () => {
  const event = { requestExpiryDays: 7, endsAt: new Date("2027-03-18T14:15:00Z") };

  test("a request lives for the event's days", () => {
    expect(rules.expiryOf(now, event)).toEqual(new Date("2027-03-08T10:00:00Z"));
  });

  test("and never longer than the event", () => {
    expect(rules.expiryOf(new Date("2027-03-15T10:00:00Z"), event)).toEqual(event.endsAt);
  });

  test.each([
    { ends: addDays(now, 3), began: addDays(now, -4), due: false, why: "there is time yet" },
    { ends: addDays(now, 2), began: addDays(now, -5), due: true, why: "two days are left" },
    { ends: addMinutes(now, 1), began: addDays(now, -5), due: true, why: "a minute is left" },
    { ends: now, began: addDays(now, -5), due: false, why: "it is over" },
    { ends: addDays(now, 2), began: now, due: false, why: "it never had longer than two days" },
  ])("reminded: $due, as $why", ({ ends, began, due }) => {
    expect(rules.isReminderDue({ state: "pending", expiresAt: ends, createdAt: began }, now)).toBe(due);
  });

  test("nobody is reminded of what is answered", () => {
    expect(rules.isReminderDue({ state: "declined", expiresAt: addDays(now, 1), createdAt: addDays(now, -6) }, now)).toBe(false);
  });
});

test.each([
  { used: 0, limit: 10, left: 10, reached: false },
  { used: 9, limit: 10, left: 1, reached: false },
  { used: 10, limit: 10, left: 0, reached: true },
  { used: 12, limit: 10, left: 0, reached: true },
])("$used of $limit requests leave $left", ({ used, limit, left, reached }) => {
  expect([rules.quotaLeft({ used, limit }), rules.isQuotaReached({ used, limit })]).toEqual([left, reached]);
});

test.each([
  { state: "pending", end: later, side: "recipient", agreed: false, group: "answer" },
  { state: "pending", end: later, side: "requester", agreed: false, group: "waiting" },
  { state: "pending", end: past, side: "recipient", agreed: false, group: "past" },
  { state: "accepted", end: past, side: "requester", agreed: true, group: "agreed" },
  { state: "accepted", end: later, side: "recipient", agreed: false, group: "past" },
  { state: "declined", end: later, side: "recipient", agreed: false, group: "past" },
  { state: "withdrawn", end: later, side: "requester", agreed: false, group: "past" },
  { state: "expired", end: past, side: "recipient", agreed: false, group: "past" },
] as const)("$state of the $side stands in $group", ({ state, end, side, agreed, group }) => {
  expect(rules.groupOf({ state, expiresAt: end, side, isMeetingAgreed: agreed }, now)).toBe(group);
});

test.each([
  { freeSlots: 7, meetings: 0, over: 0 },
  { freeSlots: 7, meetings: 6, over: 0 },
  { freeSlots: 7, meetings: 7, over: 1 },
  { freeSlots: 7, meetings: 8, over: 2 },
  { freeSlots: 0, meetings: 0, over: 1 },
])("with $freeSlots free slots and $meetings meetings, one more leaves $over without a slot", ({ freeSlots, meetings, over }) => {
  expect(rules.overload({ freeSlots, meetings })).toBe(over);
});
