import { expect, test } from "vitest";
import { plainFields } from "./plain-fields";

test("a form's own fields are kept, in their order and as often as they came", () => {
  const form = new FormData();
  for (const [name, value] of [["email", "a"], ["languages", "de"], ["languages", "pl"], ["slot-1", "on"]]) form.append(name ?? "", value ?? "");
  expect([...plainFields(form)]).toEqual([...form]);
});

test.each(["__proto__", "__proto__[x]", "constructor", "constructor.prototype.x", "a[99999999]", "a[0]", "a.b", "", "a b", "$ACTION_ID_1", "x".repeat(65), "ä"])(
  "%j is no field of a form",
  (name) => {
    const form = new FormData();
    form.append(name, "x");
    expect([...plainFields(form)]).toEqual([]);
  },
);

test("a form with too many fields loses what is beyond", () => {
  const form = new FormData();
  for (let count = 0; count < 5000; count += 1) form.append(`field${count}`, "x");
  expect([...plainFields(form)]).toHaveLength(1000);
});
