import { expect, test } from "vitest";
import { judgeFailure } from "./send";

const refused = (command: string, response: string) => ({ command, response, responseCode: Number(response.slice(0, 3)) });

test.each([
  ["RCPT TO", "550 No such user", true],
  ["RCPT TO", "550 5.1.1 User unknown", true],
  ["RCPT TO", "550-5.1.1 User unknown\n550 5.1.1 in two lines", true],
  ["RCPT TO", "550 5.1.10 Recipient not found", true],
  ["RCPT TO", "550 5.2.1 Mailbox disabled", true],
  ["RCPT TO", "553 Invalid address", true],
  ["RCPT TO", "552 5.2.2 Mailbox full", false],
  ["RCPT TO", "550 5.7.1 Your network is on our block list", false],
  ["RCPT TO", "554 Relay access denied", false],
  ["RCPT TO", "450 4.1.1 Try later", false],
  ["DATA", "550 5.1.1 Odd", false],
  ["MAIL FROM", "550 5.1.8 Sender unknown", false],
])("%s: %s tells that the address is not there: %s", (command, response, isUnknown) => {
  expect(judgeFailure(refused(command, response)).isUnknown).toBe(isUnknown);
});

test("a server that is away says nothing about anybody", () => {
  expect(judgeFailure({ code: "ECONNREFUSED", command: "CONN" })).toEqual({ isFinal: false, isUnknown: false, text: "CONN" });
});
