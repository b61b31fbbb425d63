import { expect, test } from "vitest";
import { refuseMalformed } from "./request-guard";

const appUrl = "https://pomost.example";
const page = `${appUrl}/en/sign-in`;

function post(body: string, headers: Record<string, string>): Request {
  return new Request(page, { method: "POST", body, headers: { "content-length": String(Buffer.byteLength(body)), ...headers } });
}

async function outcome(request: Request): Promise<string> {
  const refused = await refuseMalformed(request, appUrl);
  return refused ? `${refused.status} ${await refused.text()}` : "served";
}

const form = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n";
const asForm = { "content-type": "multipart/form-data; boundary=b" };

test.each([
  ["a form", post(form, asForm), "served"],
  ["an older form", post("a=1", { "content-type": "application/x-www-form-urlencoded" }), "served"],
  ["an action that JavaScript sends", post("[]", { "content-type": "text/plain;charset=UTF-8" }), "served"],
  ["a form of another site", post(form, { ...asForm, origin: "https://evil.example" }), "403 foreign_origin"],
  ["an empty form", post("", asForm), "400 no_form"],
  ["a form that was cut off", post(form.slice(0, -12), asForm), "400 no_form"],
  ["a form without boundary", post(form, { "content-type": "multipart/form-data" }), "400 no_form"],
  ["a form that says to be too big", post(form, { ...asForm, "content-length": "3145729" }), "413 too_big"],
  ["a length that is none", post(form, { ...asForm, "content-length": "many" }), "413 too_big"],
  ["an unknown method", new Request(page, { method: "DELETE" }), "405 method_not_allowed"],
  ["a page", new Request(page), "served"],
  ["an address that is no text", new Request(`${appUrl}/en/%ff`), "400 bad_address"],
])("%s: %s", async (_what, request, answer) => {
  expect(await outcome(request)).toBe(answer);
});

test("a form without length is refused", async () => {
  const request = new Request(page, { method: "POST", body: form, headers: asForm });
  expect(await outcome(request)).toBe("411 length_required");
});
