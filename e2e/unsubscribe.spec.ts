import { createNewsMail, isUnwanted } from "@/prisma/factories/outbox";
import { expect, test } from "./fixtures";
import { mailTo } from "./mail";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice } from "./pages/form";
import { words } from "./words";

/** A mail that is not necessary, to somebody without an account; answers its link to switch such mails off. */
async function receive(locale: "de" | "pl"): Promise<{ to: string; link: string }> {
  const { to } = await createNewsMail(locale);
  const { text } = await mailTo(to, words(locale, "Mail.event_open.subject", { event: "Event" }));
  return { to, link: new RegExp(`${words(locale, "Mail.leave")}:\n(\\S+)`).exec(text)?.[1] ?? "" };
}

/** No mail of this kind goes there any more; others would. */
async function expectSwitchedOff(to: string): Promise<void> {
  const { key } = await createNewsMail("pl", to);
  await expect.poll(() => isUnwanted(key)).toBe(true);
}

test("one click of a mail program switches mails of a kind off: signed in nowhere, and twice is the same (RFC 8058)", async ({ request }) => {
  const { to, link } = await receive("pl");
  const click = { headers: { Origin: "https://mail.example" }, form: { "List-Unsubscribe": "One-Click" } };
  expect((await request.post(`${link}x`, click)).status()).toBe(404);
  expect((await request.get(link, { maxRedirects: 0 })).status()).toBe(303);
  // Looking is not clicking: so far the next one comes.
  await createNewsMail("pl", to);
  await mailTo(to, words("pl", "Mail.event_open.subject", { event: "Event" }), 2);
  expect((await request.post(link, click)).status()).toBe(200);
  expect((await request.post(link, click)).status()).toBe(200);
  await expectSwitchedOff(to);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("whoever follows the link is asked first, and only the button switches off", async ({ page }) => {
    const { to, link } = await receive("de");
    await page.goto(link);
    await expect(page).toHaveURL(/\/de\/unsubscribe\?token=/);
    await page.getByRole("button", { name: words("de", "Unsubscribe.submit"), exact: true }).click();
    await expectNotice(page, "de", "mails_off");
    await expectSwitchedOff(to);
  });
});

test("the page behind the link has no barrier, before and after", async ({ page }) => {
  const { link } = await receive("de");
  await page.goto(link);
  await expectNoBarrier(page);
  await page.getByRole("button", { name: words("de", "Unsubscribe.submit"), exact: true }).click();
  await expectNotice(page, "de", "mails_off");
  await expectNoBarrier(page);
});
