import { expect, locales, test } from "./fixtures";
import { addresses, event, partner } from "./pages/addresses";

test.describe("headers", () => {
  test("every page forbids foreign code, frames and guessing of types", async ({ request }) => {
    for (const { path } of addresses.filter(({ as }) => as === "visitor")) {
      const headers = (await request.get(`/en${path}`)).headers();
      expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
      expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).toContain("object-src 'none'");
      expect(headers["content-security-policy"]).toContain("base-uri 'none'");
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin" });
      expect(headers["strict-transport-security"]).toContain("max-age=31536000");
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  });

  test("a nonce is used once", async ({ request }) => {
    const nonces = await Promise.all([1, 2, 3].map(async () => (await request.get("/en")).headers()["content-security-policy"]?.match(/nonce-([^']+)/)?.[1]));
    expect(new Set(nonces).size).toBe(3);
  });

  test("signed-in pages are kept by nobody", async ({ page, signIn }) => {
    await signIn("pole");
    for (const path of ["/desk", "/account", `/events/${event}/partners`]) {
      expect((await page.request.get(`/en${path}`)).headers()["cache-control"]).toContain("no-store");
    }
  });

  test("links are the configured address's, whatever Host says", async ({ request }) => {
    const answer = await request.get("/en", { headers: { "x-forwarded-host": "evil.example" } });
    expect(await answer.text()).not.toContain("evil.example");
    expect(JSON.stringify(answer.headers())).not.toContain("evil.example");
  });
});

test.describe("addresses", () => {
  const nonsense = [
    "%00", "%ff", "..%2f..%2fetc%2fpasswd", "__proto__", "constructor", "a'--", "<script>", "%F0%9F%92%A5", "-1", "null", "undefined",
    "a".repeat(3000), "%ED%A0%80", "../..", "%2e%2e", "00000000-0000-0000-0000-000000000000",
  ];
  const places = [
    "/events/{}", "/events/{}/register", "/organisations/{}", "/partners/{}", `/events/${event}/partners/{}`, "/events/{}/partners",
    `/events/${event}/ask/{}`, `/events/${event}/requests/{}`, "/moderation/{}", "/moderation/{}/schedule", "/organisations/{}/edit", "/{}",
  ];

  for (const part of ["pole", "organiser"] as const) {
    test(`nonsense in an address is no page, never a failure (${part})`, async ({ page, signIn }) => {
      await signIn(part);
      const failed: string[] = [];
      for (const place of places) {
        for (const word of nonsense) {
          const response = await page.request.get(`/en${place.replace("{}", word)}`, { maxRedirects: 0 });
          if (response.status() >= 500) failed.push(`${response.status()} ${place.replace("{}", word.slice(0, 40))}`);
        }
      }
      expect(failed).toEqual([]);
    });
  }

  test("nonsense in filters still shows the list", async ({ page, signIn }) => {
    await signIn("pole");
    const queries = [
      "page=-1", "page=1e99", "page=999999999999", "q=%00%00", "q=%F0%9F", `q=${"x".repeat(5000)}`, "q=%25%25%25", "country=XX&country=PL",
      "field=__proto__", "slot=abc", "slot=99", "side[]=x", "view=<script>", "notice=__proto__", "notice=constructor", "q=%ED%A0%80", "q='%3B--", "q=\\",
    ];
    for (const query of queries) {
      for (const path of ["/partners", `/events/${event}/partners`, "/organisations"]) {
        const response = await page.request.get(`/de${path}?${query}`);
        expect(response.status(), `${path}?${query.slice(0, 40)}`).toBe(200);
      }
    }
  });

  test("nobody is led away from the portal after signing in", async ({ page }) => {
    const targets = ["//evil.example", "https://evil.example", String.raw`/\evil.example`, "/%09/evil.example", "javascript:alert(1)", "%0d%0aLocation:%20https://evil.example", "///evil.example", "/.evil.example"];
    for (const target of targets) {
      await page.goto(`/en/sign-in?next=${encodeURIComponent(target)}`);
      const kept = page.locator('input[name="next"]').first();
      const value = (await kept.count()) > 0 ? await kept.getAttribute("value") : "";
      expect(new URL(value ?? "", "http://portal.example").host).toBe("portal.example");
    }
  });

  test("what needs a sign-in leads to it and back, in the reader's language", async ({ page }) => {
    for (const locale of locales) {
      await page.goto(`/${locale}/events/${event}/partners/${partner}`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in\\?next=`));
      expect(new URL(page.url()).searchParams.get("next")).toBe(`/events/${event}/partners/${partner}`);
    }
  });
});

test("a form that another site sends changes nothing", async ({ page, request, baseURL }) => {
  await page.goto("/en/sign-in");
  const fields = await page.locator("form").filter({ has: page.locator('input[name="email"]') }).locator('input[type="hidden"]').evaluateAll(
    (inputs) => inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""] as const),
  );
  const form = { ...Object.fromEntries(fields), email: "victim@mail.example" };
  const send = (origin: string) => request.post("/en/sign-in", { multipart: form, headers: { origin, "sec-fetch-site": "cross-site" }, maxRedirects: 0 });
  const foreign = await send("https://evil.example");
  expect(foreign.status()).not.toBe(303);
  expect(foreign.headers()["set-cookie"] ?? "").not.toContain("pomost-sign-in");
  const own = await request.post("/en/sign-in", { multipart: form, headers: { origin: baseURL ?? "", "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
  expect(own.status()).toBe(303);
});
