import { expect, it } from "vitest";
import { canDecide, canResubmit } from "./rules";
import { admissionStates, decideAdmissionSchema, decisions } from "./schema";

it.each([
  ["pending", "approved returned refused"],
  ["returned", "approved refused"],
  ["approved", "returned refused"],
  ["refused", "approved returned"],
] as const)("from %s a moderator may decide %s", (from, expected) => {
  expect(decisions.filter((to) => canDecide(from, to)).join(" ")).toBe(expected);
});

it("only what was asked back is sent again", () => {
  expect(admissionStates.filter(canResubmit)).toEqual(["returned"]);
});

it("asking back and refusing need a reason", () => {
  const input = { admission: crypto.randomUUID(), seen: "pending" };
  const accepts = (more: Record<string, string>) => decideAdmissionSchema.safeParse({ ...input, ...more }).success;
  expect(accepts({ decision: "approved" })).toBe(true);
  expect(accepts({ decision: "returned" })).toBe(false);
  expect(accepts({ decision: "refused", reason: "    " })).toBe(false);
  expect(accepts({ decision: "refused", reason: "Not a company of this region" })).toBe(true);
});
