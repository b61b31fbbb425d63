import { afterEach, expect, test } from "vitest";
import { outage } from "./outage-flag";
import { answerOutage } from "./outage-page";

afterEach(() => {
  outage.isOn = false;
});

test("while the database answers, so do the pages", () => {
  expect(answerOutage("/de/desk", "nonce")).toBeNull();
});

test.each([
  ["/de/desk", '<html lang="de">'],
  ["/pl", '<html lang="pl">'],
  ["/en/events/x", '<html lang="en">'],
  ["/desk", '<html lang="en">'],
])("while it is away, %s says so in its language and when to come back", async (path, words) => {
  outage.isOn = true;
  const answer = answerOutage(path, "a-nonce");
  expect(answer?.status).toBe(503);
  expect(answer?.headers.get("Retry-After")).toBe("5");
  const page = await answer?.text();
  expect(page).toContain(words);
  expect(page).toContain('<style nonce="a-nonce">');
});

test("pages that need no data still stand", () => {
  outage.isOn = true;
  expect(answerOutage("/de/privacy", "nonce")).toBeNull();
  expect(answerOutage("/pl/imprint", "nonce")).toBeNull();
});
