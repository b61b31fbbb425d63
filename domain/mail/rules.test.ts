import { expect, test } from "vitest";
import { isSecretMail, retryDelay } from "./rules";

test("attempts come later each time, and end", () => {
  expect([1, 2, 3, 4, 10, 11, 12, 19, 20].map(retryDelay)).toEqual([0.25, 0.5, 1, 2, 128, 256, 360, 360, null]);
});

test("attempts go on for at least two days", () => {
  let minutes = 0;
  for (let attempt = 1, delay = retryDelay(1); delay !== null; attempt += 1, delay = retryDelay(attempt)) minutes += delay;
  expect(minutes / 60).toBeGreaterThan(48);
});

test("only links and codes that open something are secrets", () => {
  expect(isSecretMail("sign_in")).toBe(true);
  expect(isSecretMail("event_interest")).toBe(true);
  expect(isSecretMail("request_received")).toBe(false);
});
