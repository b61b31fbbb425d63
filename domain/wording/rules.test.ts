import { expect, test } from "vitest";
import { checkWording, fillIn, paragraphsOf, soleName } from "./rules";
import { wordingSchema } from "./schema";

const spec = { inText: ["person", "when"], alone: ["reason", "button"], needed: ["button"] };
const codes = (subject: string, body: string) => checkWording(spec, { subject, body }).map(({ field, code }) => `${field} ${code}`);

test.each([
  ["Hello {person}", "On {when}.\n\n{reason}\n\n{button}", []],
  ["Hello { person }", "{ button }", []],
  ["Hello {people}", "{button}", ["subject placeholder_unknown:people"]],
  ["Hello", "{bottom}", ["body placeholder_unknown:bottom"]],
  ["Hello {}", "{button}", ["subject placeholder_empty"]],
  ["Hello {person", "{button}", ["subject braces_open"]],
  ["Hello", "person}\n\n{button}", ["body braces_open"]],
  ["{{person}}", "{button}", ["subject braces_open"]],
  ["{n, plural, one {# day} other {# days}}", "{button}", ["subject braces_open"]],
  ["{person, select, other}", "{button}", ["subject placeholder_unknown:person, select, other"]],
  ["{__proto__}", "{constructor}", ["subject placeholder_unknown:__proto__", "body placeholder_unknown:constructor"]],
  ["Hello", "Nothing to press", ["body placeholder_missing:button"]],
  ["Hello", "Press {button}", ["body placeholder_alone:button"]],
  ["Hello", "Because:\n{reason}\n\n{button}", ["body placeholder_alone:reason"]],
  ["Hello", "{button}\n\n{button}", ["body placeholder_twice:button"]],
  ["Hello {button}", "{button}", ["subject placeholder_in_subject:button"]],
  [`{${"x".repeat(90)}}`, "{button}", [`subject placeholder_unknown:${"x".repeat(40)}…`]],
])("%j, %j: %j", (subject, body, wrong) => {
  expect(codes(subject, body)).toEqual(wrong);
});

test("paragraphs are divided by empty lines, and a line break stays", () => {
  expect(paragraphsOf("one\ntwo\n\n \n\nthree\n  \n{button}")).toEqual(["one\ntwo", "three", "{button}"]);
  expect(["{button}", "{ button }", "{button}.", "{a}{b}", "words"].map(soleName)).toEqual(["button", "button", null, null, null]);
});

test("all are filled in one go", () => {
  expect(fillIn("{a} {b} {a} {c}", new Map([["a", "{b}"], ["b", "$&"]]))).toBe("{b} $& {b} {c}");
});

test("a form that is not right says so at its field", () => {
  const input = { programme: "spring", kind: "registration_approved", locale: "en", intent: "save", key: "4b1f3c52-2f0e-4d0e-8f6b-1f2f3c4d5e6f", subject: "Hello", body: "{button}" };
  // The first of each field is what the form shows.
  const problems = (changes: Partial<typeof input>) => {
    const issues = wordingSchema.safeParse({ ...input, ...changes }).error?.issues.toReversed() ?? [];
    return Object.fromEntries(issues.map(({ path, code, message }) => [path.join(), code === "custom" ? message : code]));
  };
  expect(problems({})).toEqual({});
  expect(problems({ subject: "two\nlines" })).toEqual({ subject: "one_line" });
  expect(problems({ subject: " ", body: "\n" })).toEqual({ subject: "too_small", body: "too_small" });
  expect(problems({ subject: "x".repeat(201), body: "x".repeat(5001) })).toEqual({ subject: "too_big", body: "too_big" });
  expect(problems({ subject: "{partner}", body: "{reason}" })).toEqual({ subject: "placeholder_unknown:partner", body: "placeholder_unknown:reason" });
  expect(problems({ kind: "sign_in" })).toEqual({ kind: "invalid_value" });
});
