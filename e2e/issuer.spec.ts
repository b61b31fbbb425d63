import { spawn, type ChildProcess } from "node:child_process";
import type { Page } from "@playwright/test";
import { createUser } from "@/prisma/factories/people";
import { createSession } from "@/prisma/factories/session";
import { expect, people, test } from "./fixtures";
import { client, startIssuer, type Issuer } from "./issuer";
import { words } from "./words";

// A second web server of the same build and data, whose environment names an issuer.
test.describe.configure({ mode: "serial" });

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);
const name = "Harbour ID";
let issuer: Issuer;
let web: ChildProcess;
let url = "";

async function isServing(): Promise<boolean> {
  return fetch(`${url}/api/health/ready`).then((answer) => answer.ok, () => false);
}

test.beforeAll(async () => {
  issuer = await startIssuer();
  // Beside the port of the first server, which was free as well.
  const port = Number(process.env["E2E_PORT"]) + 1;
  url = `http://localhost:${port}`;
  const oidc = { OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: name };
  web = spawn(process.execPath, ["cli/start.mjs", "--port", String(port)], { stdio: "ignore", env: { ...process.env, ...oidc, APP_URL: url } });
  await expect.poll(isServing, { timeout: 50_000 }).toBe(true);
});

test.afterAll(() => {
  web.kill();
  issuer.stop();
});

async function goThroughIssuer(page: Page, subject: string) {
  issuer.subject = subject;
  await page.goto(`${url}/en/sign-in?next=/programme`);
  await page.getByRole("button", { name: en("SignIn.withIssuer", { issuer: name }) }).click();
}

async function signInAs(page: Page, email: string) {
  const value = await createSession(email);
  await page.context().addCookies([{ name: "pomost-session", value, url, httpOnly: true, sameSite: "Lax" }]);
}

async function link(page: Page, subject: string) {
  issuer.subject = subject;
  await page.goto(`${url}/en/account`);
  await page.getByRole("button", { name: en("Identities.link", { issuer: name }) }).click();
}

const linked = (page: Page) => page.getByText(en("Identities.linked", { host: new URL(issuer.url).host, day: "" }).trim().replace(/,.*/, ""));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an account that nobody linked signs nobody in, whatever address it claims", async ({ page }) => {
      // The issuer's tokens claim the address of one of the demo's people.
      await goThroughIssuer(page, "stranger");
      await expect(page.getByText(en("IssuerProblem.not_linked"))).toBeVisible();
      expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain("pomost-session");
    });
  });
}

test("linked from a signed-in session, an account signs in afterwards, until it is unlinked", async ({ page, browser }) => {
  const { email } = await createUser();
  await signInAs(page, email);
  await link(page, "subject of somebody");
  await expect(linked(page)).toBeVisible();

  const elsewhere = await browser.newPage();
  await goThroughIssuer(elsewhere, "subject of somebody");
  await elsewhere.waitForURL(`${url}/en/programme`);
  await elsewhere.goto(`${url}/en/account`);
  await expect(elsewhere.getByRole("main")).toContainText(email);
  await elsewhere.getByRole("button", { name: en("Identities.unlink") }).click();
  await expect(linked(elsewhere)).toHaveCount(0);
  await elsewhere.context().clearCookies();
  await goThroughIssuer(elsewhere, "subject of somebody");
  await expect(elsewhere.getByText(en("IssuerProblem.not_linked"))).toBeVisible();
  await elsewhere.close();
});

test("an account that opens somebody else's stays theirs", async ({ page, browser }) => {
  const { email } = await createUser();
  await signInAs(page, email);
  await link(page, "subject of the first");
  await expect(linked(page)).toBeVisible();

  const other = await browser.newPage();
  await signInAs(other, people.german);
  await link(other, "subject of the first");
  await expect(other.getByText(en("IssuerProblem.linked_elsewhere"))).toBeVisible();
  await expect(linked(other)).toHaveCount(0);
  await other.close();
});

test("an answer that nobody asked for, or for another browser, opens nothing", async ({ page }) => {
  for (const answer of ["code=made-up&state=made-up", "error=access_denied", "", "code=%00&state=%00"]) {
    await page.goto(`${url}/api/auth/callback/oidc?${answer}`);
    await expect(page.getByText(en("IssuerProblem.failed"))).toBeVisible();
  }
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain("pomost-session");
});

test("nothing else of next-auth is reachable", async ({ request }) => {
  for (const path of ["signin", "signout", "session", "csrf", "providers", "callback/email", "signin/oidc", "error"]) {
    expect((await request.get(`${url}/api/auth/${path}`)).status(), path).toBe(404);
  }
});
