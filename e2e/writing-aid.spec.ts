import type { Page } from "@playwright/test";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { getHomeProgramme } from "@/prisma/factories/stage";
import { expect, type Locale, locales, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice, problems } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

const german = { country: "DE", region: "DE80" };

/** A need in each language whose words nobody else has, what its subject is called, and how somebody begins to type that. */
const texts = {
  en: { need: "Something for our xyzzyqs", subject: "warehouse", typed: "wareh" },
  de: { need: "Etwas für unsere Xyzzyqs", subject: "Lager", typed: "Lage" },
  pl: { need: "Coś dla naszych xyzzyqów", subject: "magazyn", typed: "magaz" },
} as const;

/** An organisation with its owner, and one across the border whose name is its own that lets a warehouse. */
async function createBoth() {
  const { id: programmeId } = await getHomeProgramme();
  const own = await createOrganisation({ programmeId, statements: {}, texts: {} });
  const name = `Speicher ${crypto.randomUUID().slice(0, 8)}`;
  await createOrganisation({ programmeId, name, ...german, statements: { create: [{ direction: "offer", locale: "de", text: "Wir vermieten ein Lager", position: 0 }] } });
  return { path: `/organisations/${own.slug}/offers`, owner: await createMember(own.id), name };
}

/** The form of a new need: nothing is written yet, so it is open. */
const formOf = (page: Page, locale: Locale) => page.getByRole("form", { name: words(locale, "OrganisationOffers.needAdd") });

for (const locale of locales) {
  const say = (key: string, values: Record<string, string> = {}) => words(locale, key, values);
  const { need, subject, typed } = texts[locale];

  test(`who writes sees what is understood, corrects it and saves it (${locale})`, async ({ page, signIn, complaints }) => {
    test.setTimeout(240_000);
    const { path, owner } = await createBoth();
    await signIn(owner.email);
    await openHydrated(page, `/${locale}${path}`);
    const form = formOf(page, locale);
    const status = form.getByRole("status").filter({ hasText: /./ });
    await expect(status).toHaveText(say("WritingAid.empty"));
    const text = form.getByLabel(say("OrganisationOffers.needText"));
    await text.fill(need);
    await expect(form.getByText(say("WritingAid.adviceTitle"))).toBeVisible();
    await expect(text).toBeFocused();
    const search = form.getByLabel(say("WritingAid.missing"));
    await search.fill(typed);
    const found = form.getByRole("list", { name: say("WritingAid.found") }).getByRole("button", { name: subject, exact: true });
    await expect(found).toHaveAttribute("aria-pressed", "false");
    // By keyboard: what is pressed keeps the focus, whatever the page learns meanwhile.
    await found.press("Enter");
    await expect(found).toHaveAttribute("aria-pressed", "true");
    const chip = form.getByRole("list", { name: say("WritingAid.understood") }).getByRole("button", { name: subject, exact: true });
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await expect(form.getByText(say("WritingAid.adviceTitle"))).toHaveCount(0);
    await expect(found).toBeFocused();
    await expectNoBarrier(page);

    // What was typed and corrected is there again after a reload, and not saved yet.
    await openHydrated(page, `/${locale}${path}`);
    await expect(text).toHaveValue(need);
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await form.getByRole("button", { name: say("OrganisationOffers.needAdd") }).click();
    await expectNotice(page, locale, "statement_added");
    const entry = page.getByRole("listitem").filter({ hasText: need }).first();
    await expect(entry.getByText(`${subject} ${say("WritingAid.entryAdded")}`)).toBeVisible();
    // The form is empty again, without the corrections of the last text.
    await page.locator("summary", { hasText: say("OrganisationOffers.needAdd") }).click();
    await expect(text).toHaveValue("");
    await expect(status).toHaveText(say("WritingAid.empty"));
    expect(complaints).toEqual([]);
  });

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test(`a button reads the text, and everything typed stays (${locale})`, async ({ page, signIn }) => {
      test.setTimeout(240_000);
      const { path, owner } = await createBoth();
      await signIn(owner.email);
      await page.goto(`/${locale}${path}`);
      const form = formOf(page, locale);
      const text = form.getByLabel(say("OrganisationOffers.needText"));
      await text.fill(need);
      await form.getByLabel(say("OrganisationOffers.field1")).selectOption("geodata");
      await form.getByRole("button", { name: say("WritingAid.check") }).click();
      await expect(text).toHaveValue(need);
      await expect(form.getByLabel(say("OrganisationOffers.field1"))).toHaveValue("geodata");
      await form.getByLabel(say("WritingAid.missing")).fill(typed);
      await form.getByRole("button", { name: say("WritingAid.check") }).click();
      await form.getByRole("list", { name: say("WritingAid.found") }).getByRole("button", { name: subject, exact: true }).click();
      await expect(form.getByRole("list", { name: say("WritingAid.understood") }).getByRole("button", { name: subject, exact: true })).toHaveAttribute("aria-pressed", "true");
      await form.getByRole("button", { name: say("OrganisationOffers.needAdd") }).click();
      await expectNotice(page, locale, "statement_added");
      const entry = page.getByRole("listitem").filter({ hasText: need }).first();
      await expect(entry.getByText(`${subject} ${say("WritingAid.entryAdded")}`)).toBeVisible();

      // An entry that is edited begins with what helps to write it; what is pressed comes out, and the rest stays.
      await entry.getByRole("link", { name: say("OrganisationOffers.edit") }).click();
      const edit = page.getByRole("form", { name: say("OrganisationOffers.editLabel", { text: need }) });
      await edit.getByLabel(say("OrganisationOffers.needText")).fill(`${need}!`);
      await edit.getByRole("button", { name: subject, exact: true }).click();
      await expect(edit.getByLabel(say("OrganisationOffers.needText"))).toHaveValue(`${need}!`);
      await edit.getByRole("button", { name: say("OrganisationOffers.save") }).click();
      await expectNotice(page, locale, "statement_saved");
      await expect(page.getByText(say("WritingAid.entryAdded"))).toHaveCount(0);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("who only has a text read is told all the same that somebody saved another one meanwhile", async ({ page, signIn }) => {
    test.setTimeout(120_000);
    const { path, owner } = await createBoth();
    await signIn(owner.email);
    await page.goto(`/en${path}`);
    await formOf(page, "en").getByLabel(words("en", "OrganisationOffers.needText")).fill(texts.en.need);
    await formOf(page, "en").getByRole("button", { name: words("en", "OrganisationOffers.needAdd") }).click();
    await page.getByRole("listitem").filter({ hasText: texts.en.need }).first().getByRole("link", { name: words("en", "OrganisationOffers.edit") }).click();
    const edit = (tab: Page) => tab.getByRole("form", { name: /xyzzyqs/ });
    const write = (tab: Page, text: string) => edit(tab).getByLabel(words("en", "OrganisationOffers.needText")).fill(text);
    const save = (tab: Page) => edit(tab).getByRole("button", { name: words("en", "OrganisationOffers.save") }).click();
    await expect(edit(page)).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await write(other, "Another thing for our xyzzyqs");
    await save(other);
    await expectNotice(other, "en", "statement_saved");
    await write(page, "Mine for our xyzzyqs");
    await edit(page).getByRole("button", { name: words("en", "WritingAid.check") }).click();
    await expect(edit(page).getByLabel(words("en", "OrganisationOffers.needText"))).toHaveValue("Mine for our xyzzyqs");
    await save(page);
    await expect(problems(page)).toContainText(words("en", "Errors.changed_meanwhile"));
    await expect(page.getByRole("region", { name: words("en", "Form.differences") })).toContainText("Another thing for our xyzzyqs");
    await save(page);
    await expectNotice(page, "en", "statement_saved");
  });
});

test("an added subject is told to the other side as added, and a text that is too long is refused", async ({ page, signIn }) => {
  test.setTimeout(240_000);
  const { path, owner, name } = await createBoth();
  await signIn(owner.email);
  await openHydrated(page, `/en${path}`);
  const form = formOf(page, "en");
  const text = form.getByLabel(words("en", "OrganisationOffers.needText"));
  await text.evaluate((element: HTMLTextAreaElement) => element.removeAttribute("maxlength"));
  await text.fill("x".repeat(1500));
  await expect(form.getByText(words("en", "WritingAid.unread"))).toBeVisible();
  await form.getByRole("button", { name: words("en", "OrganisationOffers.needAdd") }).click();
  await expect(problems(page)).toContainText("500");
  await text.fill(texts.en.need);
  await form.getByLabel(words("en", "WritingAid.missing")).fill("wareh");
  await form.getByRole("list", { name: words("en", "WritingAid.found") }).getByRole("button", { name: "warehouse", exact: true }).click();
  await form.getByRole("button", { name: words("en", "OrganisationOffers.needAdd") }).click();
  await expectNotice(page, "en", "statement_added");
  await page.goto(`/en/partners?view=suggested`);
  const card = page.getByRole("listitem").filter({ hasText: name }).first();
  await expect(card.getByText(words("en", "Reasons.addedByYou", { subjects: "warehouse" }))).toBeVisible();
});
