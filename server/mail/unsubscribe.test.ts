import { expect, test } from "vitest";
import { readToken, unsubscribeUrl, writeToken } from "./unsubscribe";

const secret = "s".repeat(32);
const subscription = { kind: "event_open", addressHash: "a".repeat(64) } as const;
const token = writeToken(subscription, secret);

test("a token is read where it was written, and nowhere else", () => {
  expect(readToken(token, secret)).toEqual(subscription);
  expect(readToken(token, "t".repeat(32))).toBeNull();
});

test.each([
  "", ".", "..", "event_open", token.replace("event_open", "request_expiring"), token.replace("aaaa", "bbbb"), `${token}x`, token.slice(0, -1),
  token.replace("event_open", "sign_in"), token.replace("event_open", "__proto__"), "\u0000", "%", token.toUpperCase(),
])("what was changed or made up opens nothing: %j", (odd) => {
  expect(readToken(odd, secret)).toBeNull();
});

test("only what is not necessary can be taken off, and the link names nobody", () => {
  const settings = { appUrl: "https://pomost.example", secret };
  const mail = { to: "anna@mail.example", locale: "pl" } as const;
  const url = unsubscribeUrl({ ...mail, kind: "event_open" }, settings);
  expect(url).toMatch(/^https:\/\/pomost\.example\/api\/unsubscribe\/pl\/event_open\.[0-9a-f]{64}\.[\w-]{43}$/);
  expect(url).not.toContain("anna");
  for (const kind of ["sign_in", "event_link", "registration_approved", "schedule_released", "meeting_moved"] as const) {
    expect(unsubscribeUrl({ ...mail, kind }, settings)).toBeNull();
  }
});
