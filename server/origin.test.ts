import { expect, test } from "vitest";
import { isFromPortal } from "./origin";

const own = "https://pomost.example";

test.each([
  [{ origin: own, "sec-fetch-site": "same-origin" }, true],
  [{ origin: own }, true],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "none" }, true],
  [{ origin: own, "sec-fetch-site": "cross-site" }, false],
  [{ origin: own, "sec-fetch-site": "same-site" }, false],
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, false],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "https://pomost.example.evil.example" }, false],
  [{ origin: "http://pomost.example" }, false],
  [{ origin: "null" }, false],
  [{ origin: "" }, false],
  [{ "sec-fetch-site": "nonsense" }, false],
])("%j: %s", (sent: Record<string, string>, answer) => {
  expect(isFromPortal(new Headers(sent), `${own}/`, false)).toBe(answer);
  expect(isFromPortal(new Headers(sent), `${own}/`, true)).toBe(answer);
});

test("a request that tells neither is trusted only where that is said", () => {
  expect(isFromPortal(new Headers({ host: "pomost.example" }), own, false)).toBe(false);
  expect(isFromPortal(new Headers(), own, true)).toBe(true);
});
