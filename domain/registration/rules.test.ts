import { describe, expect, test } from "vitest";
import { agreedPurposes, decisionsFor, isActive, isHolding, slotsRefusal, standing } from "./rules";
import { changeSchema, decideSchema } from "./schema";

test.each([
  ["pending", true, true, ["approve", "return", "refuse"]],
  ["returned", true, true, ["approve", "refuse"]],
  ["approved", true, true, ["refuse"]],
  ["waiting", false, true, ["refuse"]],
  ["refused", false, false, []],
  ["cancelled", false, false, []],
] as const)("%s", (state, holds, active, decisions) => {
  expect(isHolding(state)).toBe(holds);
  expect(isActive(state)).toBe(active);
  expect(decisionsFor(state)).toEqual(decisions);
});

test.each([
  ["approved", true, "approved"],
  ["approved", false, "unadmitted"],
  ["pending", false, "pending"],
  ["waiting", false, "waiting"],
] as const)("%s, admitted %s: %s", (state, isAdmitted, expected) => {
  expect(standing(state, isAdmitted)).toBe(expected);
});

test.each([
  [["a", "b"], ["a"], null],
  [["a", "b"], [], "slot_needed"],
  [["a", "b"], ["a", "c"], "slot_unknown"],
  [[], [], null],
  [[], ["a"], "slot_unknown"],
] as const)("slots %j, chosen %j: %s", (slots, chosen, expected) => {
  expect(slotsRefusal(slots.map((id) => ({ id })), chosen)).toBe(expected);
});

test("purposes in their order", () => {
  expect(agreedPurposes({ participation: true, contact: false, evidence: true })).toEqual(["participation", "evidence"]);
});

describe("what a form sends", () => {
  const details = { event: "e-1", locale: "pl", personName: " Zofia Wąs ", email: " Zofia@Mail.Example", languages: ["pl"], participation: true };

  test("is cleaned; boxes that are not ticked are off", () => {
    expect(changeSchema.parse(details)).toEqual({
      event: "e-1",
      locale: "pl",
      personName: "Zofia Wąs",
      email: "zofia@mail.example",
      languages: ["pl"],
      interpreterNeeded: false,
      slots: [],
      participation: true,
      contact: false,
      evidence: false,
    });
  });

  test.each([
    ["personName", { personName: "Z" }],
    ["personName", { personName: "Zofia\nWąs" }],
    ["email", { email: "zofia" }],
    ["languages", { languages: [] }],
    ["languages", { languages: ["xx"] }],
    ["slots", { slots: ["13:15"] }],
    ["hopes", { hopes: "x".repeat(1001) }],
    ["participation", { participation: false }],
    ["participation", { participation: undefined }],
  ])("%s %j is refused", (field, change) => {
    const issues = changeSchema.safeParse({ ...details, ...change }).error?.issues;
    expect(issues?.map(({ path }) => path[0])).toEqual([field]);
  });

  test("asking back and refusing need a reason", () => {
    const decision = (data: object) => decideSchema.safeParse({ event: "e-1", id: "01a2094a-08dd-764f-9e8e-59c1d4118822", seen: "pending", ...data }).success;
    expect(decision({ decision: "approve" })).toBe(true);
    expect(decision({ decision: "return" })).toBe(false);
    expect(decision({ decision: "refuse", reason: " " })).toBe(false);
    expect(decision({ decision: "refuse", reason: "Twice" })).toBe(true);
  });
});
