import type { Page } from "@playwright/test";
import { createUser } from "@/prisma/factories/people";
import { expect, locales, people, test } from "./fixtures";
import { codeOf, linkOf, mailsTo } from "./mail";
import { problems } from "./pages/form";
import { askForCode, enterCode, signInByMail, signInMail } from "./pages/sign-in";
import { words } from "./words";

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);

// Several browsers and mails each: a busy machine needs its time.
test.describe.configure({ timeout: 120_000 });

async function press(page: Page, key: string) {
  await page.getByRole("button", { name: en(key), exact: true }).click();
}

async function expectSignedIn(page: Page, email: string) {
  await page.goto("/en/account");
  await expect(page.getByRole("main")).toContainText(email);
}

async function expectSignedOut(page: Page) {
  await page.goto("/en/account");
  await expect(page).toHaveURL(/\/en\/sign-in/);
}

/** Six digits that are not the code: no test may guess right. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

for (const locale of locales) {
  test(`the mailed code signs in and leads on (${locale})`, async ({ page }) => {
    const { email } = await createUser();
    await signInByMail(page, locale, email, "/account");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByRole("main")).toContainText(email);
  });
}

test("the link signs in once, and only by the button of its page", async ({ page, open }) => {
  const { email } = await createUser();
  await askForCode(page, "en", email, "/account");
  const link = linkOf(await signInMail("en", email));
  // What checks mails follows links: nothing comes of it, however often.
  for (let visit = 0; visit < 3; visit += 1) expect((await page.request.get(link)).status()).toBe(200);
  await expectSignedOut(page);

  await page.goto(link);
  await press(page, "SignInConfirm.submit");
  await page.waitForURL("**/en/account");
  await expectSignedIn(page, email);

  const later = await open();
  await askForCode(later, "en", email);
  await later.goto(link);
  await press(later, "SignInConfirm.submit");
  await expect(problems(later)).toContainText(en("Errors.sign_in_over"));
  await expectSignedOut(later);
});

test("the link works only in the browser that asked for it", async ({ page, open }) => {
  const { email } = await createUser();
  await askForCode(page, "en", email, "/account");
  const link = linkOf(await signInMail("en", email));

  const stranger = await open();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(en("SignInConfirm.otherTitle"));
  await expect(stranger.getByRole("button", { name: en("SignInConfirm.submit") })).toHaveCount(0);

  const other = await open();
  await askForCode(other, "en", (await createUser()).email);
  await other.goto(link);
  await press(other, "SignInConfirm.submit");
  await expect(problems(other)).toContainText(en("Errors.other_browser"));
  await expectSignedOut(other);

  await page.goto(link);
  await press(page, "SignInConfirm.submit");
  await page.waitForURL("**/en/account");
});

test("five wrong codes end the attempt, and the right one comes too late", async ({ page }) => {
  const { email } = await createUser();
  await askForCode(page, "en", email);
  const code = codeOf(await signInMail("en", email));
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await enterCode(page, "en", wrong(code));
    await expect(problems(page)).toContainText(en("Errors.code_wrong"));
    await page.reload();
  }
  await enterCode(page, "en", wrong(code));
  // Told in the form, or, where the page was faster than its script, by the page that the form has become.
  await expect(problems(page).or(page.getByRole("heading", { name: en("SignInCode.overTitle") })).first()).toBeVisible();
  await expect(problems(page).filter({ hasText: en("Errors.code_wrong") })).toHaveCount(0);
  const link = linkOf(await signInMail("en", email));
  await page.goto(link);
  await press(page, "SignInConfirm.submit");
  await expect(problems(page)).toContainText(en("Errors.sign_in_over"));
  await page.goto("/en/sign-in/code");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en("SignInCode.overTitle"));
  await expectSignedOut(page);
});

test("the fourth wrong code does not keep the right one out", async ({ page }) => {
  const { email } = await createUser();
  await askForCode(page, "en", email, "/account");
  const code = codeOf(await signInMail("en", email));
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await enterCode(page, "en", wrong(code));
    await expect(problems(page)).toContainText(en("Errors.code_wrong"));
    await page.reload();
  }
  await enterCode(page, "en", code);
  await page.waitForURL("**/en/account");
});

test("known and unknown addresses get the same page, and both a mail", async ({ page, open }) => {
  const known = (await createUser()).email;
  const unknown = `nobody-${known}`;
  const pages = [];
  for (const email of [known, unknown]) {
    const visitor = email === known ? page : await open();
    await askForCode(visitor, "en", email);
    const cookies = (await visitor.context().cookies()).map(({ name, value }) => `${name} ${value.length}`);
    pages.push({ text: (await visitor.getByRole("main").innerText()).replace(email, "ADDRESS"), cookies, url: visitor.url() });
    expect(codeOf(await signInMail("en", email))).toMatch(/^\d{6}$/);
  }
  expect(pages[0]).toEqual(pages[1]);
});

test("an address gets five mails an hour", async ({ page }) => {
  const { email } = await createUser();
  for (let mail = 1; mail <= 5; mail += 1) await askForCode(page, "en", email);
  await page.goto("/en/sign-in");
  await page.getByLabel(en("SignIn.email")).fill(email);
  await press(page, "SignIn.send");
  await expect(problems(page)).toContainText(en("Errors.too_many_attempts"));
  await signInMail("en", email, 5);
  expect(await mailsTo(email)).toHaveLength(5);
});

test("after signing out the old session opens nothing", async ({ page, signIn, open }) => {
  const { email } = await createUser();
  await signIn(email);
  const [session] = await page.context().cookies();
  await expectSignedIn(page, email);
  await press(page, "Account.signOut");
  await expect(page.getByText(en("Notices.signed_out"))).toBeVisible();
  await expectSignedOut(page);
  const thief = await open();
  await thief.context().addCookies(session ? [session] : []);
  await expectSignedOut(thief);
});

test("a session elsewhere can be ended, one or all", async ({ page, signIn, open }) => {
  const { email } = await createUser();
  await signIn(email);
  const [second, third] = [await open(email), await open(email)];
  for (const browser of [page, second, third]) await expectSignedIn(browser, email);
  await page.reload();
  const ends = page.getByRole("button", { name: en("Sessions.endLabel").split("{")[0] ?? "" });
  await expect(ends).toHaveCount(2);
  await ends.first().click();
  await expect(page.getByText(en("Notices.session_ended"))).toBeVisible();
  await expect(ends).toHaveCount(1);
  await press(page, "Sessions.endOthers");
  await expect(page.getByText(en("Notices.sessions_ended"))).toBeVisible();
  await expect(ends).toHaveCount(0);
  for (const browser of [second, third]) await expectSignedOut(browser);
  await expectSignedIn(page, email);
});

test("the demo's people sign in with one click", async ({ open }) => {
  for (const email of Object.values(people)) {
    const page = await open();
    await page.goto("/en/sign-in?next=/account");
    const buttons = page.getByRole("button", { name: en("DemoPeople.signInAs", { name: "" }).trim() });
    await expect(buttons).toHaveCount(4);
    await buttons.nth(Object.values(people).indexOf(email)).click();
    await page.waitForURL("**/en/account");
    await expect(page.getByRole("main")).toContainText(email);
  }
});
