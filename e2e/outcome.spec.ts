import { createHeldPair } from "@/prisma/factories/outcome";
import { expect, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice } from "./pages/form";
import { words } from "./words";

test("both rate their meeting, wish for a second one, and see each other's contact details", async ({ open, complaints }) => {
  test.setTimeout(180_000);
  const { event, one, other } = await createHeldPair();
  const path = `/events/${event.slug}/outcomes`;
  const [pole, german] = [await open(one.actor.email), await open(other.actor.email)];
  const press = (page: typeof pole, locale: "pl" | "de", key: string, values: Record<string, string> = {}) =>
    page.getByRole("button", { name: words(locale, key, values), exact: true }).click();

  // From the agenda, with one tap.
  await pole.goto(`/pl/events/${event.slug}/agenda`);
  await pole.getByRole("button", { name: words("pl", "OutcomeButtons.cooperation") }).click();
  await expectNotice(pole, "pl", "outcome_saved");
  await pole.goto(`/pl${path}`);
  await press(pole, "pl", "SecondMeeting.wishLabel", { name: other.organisation.name });
  await expectNotice(pole, "pl", "second_wished");

  await german.goto(`/de${path}`);
  await expect(german.getByText(words("de", "SecondMeeting.agreed"), { exact: true })).toHaveCount(0);
  await german.getByRole("button", { name: words("de", "OutcomeButtons.informative") }).click();
  await press(german, "de", "SecondMeeting.wishLabel", { name: one.organisation.name });
  await expectNotice(german, "de", "second_agreed");

  for (const [page, locale, name, details] of [[pole, "pl", other, "Ada Nowak"], [german, "de", one, "Ben Hansen"]] as const) {
    await page.goto(`/${locale}${path}`);
    await page.locator("summary").filter({ hasText: words(locale, "ContactExchange.share") }).click();
    await page.getByLabel(words(locale, "ContactExchange.name"), { exact: true }).fill(details);
    await page.getByLabel(words(locale, "ContactExchange.consent", { name: name.organisation.name })).check();
    await press(page, locale, "ContactExchange.submit");
  }
  await expectNotice(german, "de", "contact_exchanged");
  await expect(german.getByText("Ada Nowak", { exact: true })).toBeVisible();
  await pole.reload();
  await expect(pole.getByText("Ben Hansen", { exact: true })).toBeVisible();
  await expectNoBarrier(pole);
  await expectNoBarrier(german);

  await press(german, "de", "ContactExchange.withdrawLabel", { name: one.organisation.name });
  await expectNotice(german, "de", "contact_withdrawn");
  await pole.reload();
  await expect(pole.getByText("Ben Hansen", { exact: true })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
