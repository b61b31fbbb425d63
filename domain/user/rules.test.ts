import { expect, test } from "vitest";
import { deviceOf, localPath } from "./rules";

test.each([
  ["/desk", "/desk"],
  ["/", "/"],
  ["/de", "/"],
  ["/pl/events/kick-off/partners?country=DE&page=2#results", "/events/kick-off/partners?country=DE&page=2#results"],
  ["/delivery", "/delivery"],
  ["/events/x?next=https://elsewhere.example", "/events/x?next=https://elsewhere.example"],
])("%s is a place of the portal", (address, path) => {
  expect(localPath(address)).toBe(path);
});

test.each([
  "", "desk", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\\/evil.example",
  "https://evil.example", "https:evil.example", "HTTP://evil.example", "javascript:alert(1)", "data:text/html,x",
  "/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "\t//evil.example", " //evil.example",
  "/./\\evil.example", "/.//evil.example", "/x/..//evil.example", "/%2F/evil.example", "/%5Cevil.example", "/%2f%2fevil.example",
  "/de//evil.example", "/pl/\\evil.example", "/x\u0000", "/x\uD800", "//evil.example@portal.invalid", "/@evil.example\\",
  `/${"x".repeat(2000)}`, null, undefined,
])("%j leads nowhere", (address) => {
  expect(localPath(address)).toBeNull();
});

test("a line break stays encoded", () => {
  expect(localPath("/desk?a=%0d%0aSet-Cookie:%20b=c")).toBe("/desk?a=%0d%0aSet-Cookie:%20b=c");
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox · Windows"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0", "Edge · Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "Safari · iOS"],
  ["Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome · Android"],
  ["curl/8.0", null],
  [null, null],
])("the device of %j", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
