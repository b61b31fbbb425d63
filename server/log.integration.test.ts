import { expect, test } from "vitest";
import { db } from "@/prisma/client";
import { describeError, withoutAddresses } from "./log";

const secret = "Secret.Person@mail.example";

/** What the log would hold of the failure of this promise. */
async function logged(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(() => new Error("it did not fail"), (reason: unknown) => reason);
  return JSON.stringify(describeError(error));
}

test.each([
  ["a check", () => db.user.create({ data: { email: secret } }), '"constraint":"User_email_check"'],
  ["a raw statement", () => db.$executeRaw`INSERT INTO "User" ("id", "email") VALUES (gen_random_uuid(), ${secret})`, '"code":"23514"'],
  ["a call that Prisma does not understand", () => db.user.create({ data: { email: secret, name: 1 } as never }), "PrismaClientValidationError"],
])("%s that refuses a row is logged without the row", async (_what, fail, words) => {
  const line = await logged(fail());
  expect(line).toContain(words);
  expect(line).not.toContain("Secret");
});

test("other errors keep their words, without addresses", () => {
  const line = JSON.stringify(describeError(new TypeError(`550 5.1.1 <${secret}>: unknown`)));
  expect(line).toContain("550 5.1.1 <[address]>: unknown");
  expect(line).toContain("TypeError");
  expect(line).not.toContain("Secret");
  expect(describeError("a thrown text")).toEqual({ name: "string" });
  expect(withoutAddresses("a@b.example, c@d.example; x")).toBe("[address], [address]; x");
});
