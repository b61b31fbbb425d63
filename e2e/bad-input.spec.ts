import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures";

/** One part of a form as it goes over the wire. */
type Part = [name: string, value: string | Buffer];

const boundary = "----boundary";

function multipart(parts: Part[]): Buffer {
  const chunks = parts.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
}

/** What the forms of a page send by themselves: which action it is, and hidden fields. */
async function readForms(request: APIRequestContext, path: string): Promise<Part[][]> {
  const page = await (await request.get(path)).text();
  const unquote = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
  return [...page.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) =>
    [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      unquote(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
      unquote(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
    ]),
  );
}

const post = (request: APIRequestContext, path: string, data: Buffer, headers: Record<string, string> = {}) =>
  request.post(path, {
    data,
    maxRedirects: 0,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "sec-fetch-site": "same-origin", ...headers },
  });

const surrogate = Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]);
const values: (string | Buffer)[] = [
  "", " ", "\u0000", "a\u0000b@mail.example", surrogate, Buffer.from([0xff, 0xfe, 0x00]), "x".repeat(250_000), "1e400", "-1", "NaN",
  "null", "[]", "{}", '{"__proto__":{"x":1}}', "__proto__", "constructor", "0123456", "2027-02-31", "9999999999999999999", "𝟙𝟚𝟛𝟜𝟝𝟞",
  "<script>alert(1)</script>", "' OR 1=1 --", "%00", "%0d%0aSet-Cookie: a=b", "../../etc/passwd", "${7*7}", "{{7*7}}", "a@b@c", "a@b\r\nBcc: c@d",
  "somebody@пример.рф", `${"a".repeat(300)}@mail.example`, "\u202eevil@mail.example",
];
const names = ["email", "code", "token", "next", "role", "name", "locale", "id", "issuer", "subject"];
const oddNames = ["__proto__", "__proto__[polluted]", "constructor.prototype.polluted", "email[0]", "email[]", "email.x", "a[99999999]", "", "$ACTION_KEY"];

async function expectCalm(response: APIResponse, what: string) {
  expect(response.status(), what).toBeLessThan(500);
  const body = await response.text();
  expect(body, what).not.toMatch(/at .*\.(?:ts|js):\d+|Prisma|node_modules/);
}

const pages = [
  { path: "/en/sign-in?next=/desk", as: null },
  { path: "/en/account", as: "pole" },
] as const;

for (const { path, as } of pages) {
  test(`whatever is sent to the forms of ${path}, it answers calmly`, async ({ page, signIn }) => {
    if (as) await signIn(as);
    const { request } = page.context();
    const forms = await readForms(request, path);
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) {
      const own = form.map(([name]) => name).filter((name) => !name.startsWith("$"));
      // Signing out would end the test's own session; every other form has a field.
      if (as && own.length === 0 && form.length < 4) continue;
      for (const value of values) {
        const filled: Part[] = names.map((name) => [name, value]);
        await expectCalm(await post(request, path, multipart([...form.filter(([name]) => name.startsWith("$")), ...filled])), `${own.join()} ${String(value).slice(0, 40)}`);
      }
      const odd: Part[] = oddNames.map((name) => [name, "x"]);
      await expectCalm(await post(request, path, multipart([...form, ...odd])), "odd names");
      await expectCalm(await post(request, path, multipart([...form, ["email", "a@mail.example"], ["email", "b@mail.example"]])), "twice");
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
}

test("a form that is too big is refused, one with a long text is answered", async ({ request }) => {
  const path = "/en/sign-in";
  const [form = []] = await readForms(request, path);
  const sized = (bytes: number) => post(request, path, multipart([...form, ["email", "x".repeat(bytes)]]));
  expect((await sized(1_000_000)).status()).toBe(200);
  expect((await sized(4_000_000)).status()).toBe(413);
});

test("what is no form at all is refused", async ({ request }) => {
  const path = "/en/sign-in";
  const [form = []] = await readForms(request, path);
  const whole = multipart(form);
  const attempts: [string, Buffer, Record<string, string>][] = [
    ["nothing", Buffer.alloc(0), {}],
    ["cut off", whole.subarray(0, whole.length - 30), {}],
    ["no boundary", whole, { "content-type": "multipart/form-data" }],
    ["another kind", Buffer.from("{}"), { "content-type": "application/json" }],
    ["plain text", Buffer.from("$ACTION_ID_x=1"), { "content-type": "text/plain" }],
    ["urlencoded", Buffer.from("email=%00&email=2&__proto__=1"), { "content-type": "application/x-www-form-urlencoded" }],
    ["no such action", Buffer.from("[]"), { "content-type": "text/plain;charset=UTF-8", "next-action": "0".repeat(42) }],
    ["an odd action", Buffer.from("[]"), { "content-type": "text/plain;charset=UTF-8", "next-action": "../x" }],
    ["an unknown action in a form", multipart([["$ACTION_ID_0000000000000000000000000000000000000000aa", ""]]), {}],
    ["a broken reference", multipart([["$ACTION_REF_1", ""], ["$ACTION_1:0", "{"], ["$ACTION_1:1", "["]]), {}],
  ];
  for (const [what, body, headers] of attempts) await expectCalm(await post(request, path, body, headers), what);
});

test("whatever stands in the address, pages answer calmly", async ({ page, signIn }) => {
  await signIn("pole");
  const { request } = page.context();
  const odd = ["%00", "%ff", "%ed%a0%80", "__proto__", "toString", "%0d%0aX: y", "x".repeat(4000), "a&token=b", "[]=1", "%F0%9F%98%80", "-1", "1e9"];
  const places = ["/en/sign-in?next=", "/en/sign-in?notice=", "/en/sign-in?problem=", "/en/sign-in?error=", "/en/sign-in/confirm?token=", "/en/sign-in/code?x=", "/en/account?notice=", "/en/account?problem=", "/api/auth/callback/oidc?code=", "/api/health/ready?x="];
  for (const place of places) for (const value of odd) await expectCalm(await request.get(`${place}${value}`, { maxRedirects: 0 }), `${place}${value.slice(0, 30)}`);
});
