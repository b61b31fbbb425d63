import type { Page } from "@playwright/test";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createUser } from "@/prisma/factories/people";
import { getHomeProgramme } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { codeOf, linkOf, mailTo } from "./mail";
import { expectNotice, problems } from "./pages/form";
import { enterCode, askForCode, signInMail } from "./pages/sign-in";
import { words } from "./words";

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);
const press = (page: Page, key: string, values: Record<string, string> = {}) => page.getByRole("button", { name: en(key, values), exact: true }).click();
const notice = (page: Page, code: string) => expectNotice(page, "en", code);

/** A name that is like no other. */
const newName = () => `${crypto.randomUUID().slice(0, 13)} AG`;

/** An organisation of the home programme, with its owner. */
async function createOwned() {
  const { id } = await getHomeProgramme();
  const organisation = await createOrganisation({ programmeId: id, profileVisibility: "participants", name: newName() });
  return { organisation, owner: await createMember(organisation.id) };
}

test("a new organisation waits, is admitted, and is told", async ({ page, signIn, open }) => {
  test.slow();
  const { email } = await createUser();
  const name = newName();
  await signIn(email);
  await page.goto("/en/organisations/new");
  // While typing, similar names are shown: nobody adds an organisation twice.
  const field = page.getByLabel(en("OrganisationNew.name"));
  await field.pressSequentially("Klickdeich");
  await expect(page.getByRole("status").getByRole("link", { name: "Klickdeich" })).toBeVisible();
  await page.getByRole("radio").first().check();
  await page.getByLabel(en("OrganisationNew.region")).selectOption("DE80");
  await press(page, "OrganisationNew.submit");
  await expect(page.getByText(en("OrganisationNew.confirmTitle"))).toBeVisible();
  await expect(page.getByRole("link", { name: en("OrganisationJoin.title", { name: "Klickdeich" }) })).toBeVisible();

  await field.fill(name);
  await press(page, "OrganisationNew.submit");
  await notice(page, "organisation_created");
  await expect(page.getByText(en("OrganisationFrame.pendingTitle"))).toBeVisible();
  const slug = /organisations\/([^/]+)\/offers/.exec(page.url())?.[1] ?? "";

  const stranger = await open("pole");
  expect((await stranger.goto(`/en/partners/${slug}`))?.status()).toBe(404);

  const moderator = await open("moderator");
  await moderator.goto("/en/moderation/organisations");
  await moderator.getByRole("link", { name: en("ModerationOrganisations.lookLabel", { name }) }).click();
  await expect(moderator.getByRole("heading", { level: 1 })).toContainText(name);
  await press(moderator, "ModerationOrganisation.approved");
  await notice(moderator, "admission_approved");

  const mail = await mailTo(email, en("Mail.organisation_approved.subject", { organisation: name }));
  await page.goto(linkOf(mail));
  await page.goto(`/en/organisations/${slug}/edit`);
  await expect(page.getByText(en("OrganisationFrame.pendingTitle"))).toHaveCount(0);
});

test("a moderator asks back with a reason, and the organisation sends it again", async ({ page, signIn, open }) => {
  test.slow();
  const { id } = await getHomeProgramme();
  const organisation = await createOrganisation({ programmeId: id, state: "pending", profileVisibility: "participants", name: newName() });
  const { email } = await createMember(organisation.id);
  const moderator = await open("moderator");
  await moderator.goto("/en/moderation/organisations");
  await moderator.getByRole("link", { name: en("ModerationOrganisations.lookLabel", { name: organisation.name }) }).click();
  await press(moderator, "ModerationOrganisation.returned");
  await expect(problems(moderator)).toContainText(en("Errors.required"));
  await moderator.getByLabel(en("ModerationOrganisation.reason")).fill("Who stands behind it?");
  await press(moderator, "ModerationOrganisation.returned");
  await notice(moderator, "admission_returned");
  const mail = await mailTo(email, en("Mail.organisation_returned.subject", { organisation: organisation.name }));
  expect(mail.text).toContain("Who stands behind it?");

  await signIn(email);
  await page.goto(`/en/organisations/${organisation.slug}/edit`);
  await expect(page.getByText("Who stands behind it?")).toBeVisible();
  await press(page, "OrganisationFrame.resubmit");
  await notice(page, "organisation_resubmitted");
  await expect(page.getByText(en("OrganisationFrame.pendingTitle"))).toBeVisible();
  await moderator.goto("/en/moderation/organisations");
  await moderator.getByRole("link", { name: en("ModerationOrganisations.lookLabel", { name: organisation.name }) }).click();
  await press(moderator, "ModerationOrganisation.approved");
  await notice(moderator, "admission_approved");
});

test("a profile is described, and seen as others see it", async ({ page, signIn, open }) => {
  test.slow();
  const { organisation, owner } = await createOwned();
  const path = `/en/organisations/${organisation.slug}`;
  await signIn(owner.email);
  await page.goto(`${path}/edit`);
  await page.getByLabel(en("OrganisationEdit.descriptionIn", { language: "English" })).fill("We build software for marinas.");
  await page.getByRole("textbox", { name: en("OrganisationEdit.website") }).fill("https://harbour.example");
  await page.getByRole("textbox", { name: `${en("OrganisationEdit.contactName")} (${en("Form.optional")})`, exact: true }).fill("Ewa Kontakt");
  await press(page, "OrganisationEdit.save");
  await notice(page, "profile_saved");

  await page.goto(`${path}/offers`);
  for (const [direction, text] of [["offer", "Booking for small ports"], ["need", "Somebody who builds pontoons"]] as const) {
    await page.locator("summary", { hasText: en(`OrganisationOffers.${direction}Add`) }).click();
    const form = page.getByRole("form", { name: en(`OrganisationOffers.${direction}Add`) });
    await form.getByLabel(en(`OrganisationOffers.${direction}Text`)).fill(text);
    await form.getByLabel(en("OrganisationOffers.field1")).selectOption({ index: 1 });
    await form.getByRole("button", { name: en(`OrganisationOffers.${direction}Add`) }).click();
    await notice(page, "statement_added");
    await expect(page.getByRole("listitem").getByText(text)).toBeVisible();
  }

  await page.goto(`${path}/preview?as=participant`);
  for (const text of ["We build software for marinas.", "Booking for small ports", "Somebody who builds pontoons"]) {
    await expect(page.getByRole("main").getByText(text)).toBeVisible();
  }
  await expect(page.getByText("Ewa Kontakt")).toHaveCount(0);
  await page.getByRole("link", { name: en("OrganisationPreview.moderator") }).click();
  await expect(page.getByText("Ewa Kontakt")).toBeVisible();
  await page.getByRole("link", { name: en("OrganisationPreview.public") }).click();
  await expect(page.getByText(en("OrganisationPreview.nothingTitle"))).toBeVisible();

  // What the preview says of everybody is what everybody sees.
  const visitor = await open();
  expect((await visitor.goto(path))?.status()).toBe(404);
  await page.goto(`${path}/visibility`);
  const who = page.getByRole("group", { name: en("OrganisationVisibility.profile") });
  await who.getByRole("radio", { name: en("OrganisationVisibility.public") }).check();
  await press(page, "OrganisationVisibility.save");
  await notice(page, "visibility_saved");
  expect((await visitor.goto(path))?.status()).toBe(200);
  await expect(visitor.getByText("Booking for small ports")).toBeVisible();
  await expect(visitor.getByText("Ewa Kontakt")).toHaveCount(0);
});

test("a logo is made anew as WebP; what is no picture is refused", async ({ page, signIn }) => {
  const { organisation, owner } = await createOwned();
  await signIn(owner.email);
  await page.goto(`/en/organisations/${organisation.slug}/edit`);
  const file = page.getByLabel(en("OrganisationEdit.logoFile"));
  await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") });
  await press(page, "OrganisationEdit.logoSave");
  await expect(problems(page)).toContainText(en("Errors.picture_unreadable"));

  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 900, height: 300 } });
  await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: picture });
  await press(page, "OrganisationEdit.logoSave");
  await notice(page, "logo_saved");
  const image = page.locator('img[src*="/api/logos/"]').first();
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight])).toEqual([512, 171]);
  const stored = await page.request.get((await image.getAttribute("src")) ?? "");
  expect(stored.headers()["content-type"]).toBe("image/webp");
  expect((await stored.body()).subarray(8, 12).toString()).toBe("WEBP");
});

test("an invited colleague signs in, accepts and takes part in the work", async ({ page, signIn, open }) => {
  test.slow();
  const { organisation, owner } = await createOwned();
  const colleague = `colleague-${crypto.randomUUID()}@mail.example`;
  await signIn(owner.email);
  await page.goto(`/en/organisations/${organisation.slug}/people`);
  await page.getByLabel(en("OrganisationPeople.email")).fill(colleague);
  await press(page, "OrganisationPeople.inviteSubmit");
  await notice(page, "member_invited");
  const mail = await mailTo(colleague, organisation.name);

  const other = await open();
  await askForCode(other, "en", colleague, `/organisations/new/${organisation.slug}`);
  await enterCode(other, "en", codeOf(await signInMail("en", colleague)));
  await expect(other.getByText(en("OrganisationJoin.invitedTitle"))).toBeVisible();
  expect((await other.request.get(`/en/organisations/${organisation.slug}/edit`)).status()).toBe(404);
  expect((await other.goto(linkOf(mail)))?.status()).toBe(200);
  await other.getByRole("button", { name: en("OrganisationJoin.accept") }).first().click();
  await notice(other, "invitation_accepted");
  expect((await other.goto(`/en/organisations/${organisation.slug}/edit`))?.status()).toBe(200);
});

test("of two who edit at once, the second is told and loses nothing", async ({ page, signIn, open }) => {
  test.slow();
  const { organisation, owner } = await createOwned();
  const second = await open((await createMember(organisation.id, "editor")).email);
  await signIn(owner.email);
  const label = en("OrganisationEdit.descriptionIn", { language: "English" });
  for (const browser of [page, second]) await browser.goto(`/en/organisations/${organisation.slug}/edit`);
  await second.getByLabel(label).fill("What the second one typed.");
  await page.getByLabel(label).fill("What the first one saved.");
  await press(page, "OrganisationEdit.save");
  await notice(page, "profile_saved");

  await press(second, "OrganisationEdit.save");
  await expect(problems(second)).toContainText(en("Errors.changed_meanwhile"));
  await expect(second.getByLabel(label)).toHaveValue("What the second one typed.");
  await expect(second.getByRole("region", { name: en("Form.differences") })).toContainText("What the first one saved.");
  await page.reload();
  await expect(page.getByLabel(label)).toHaveValue("What the first one saved.");

  // Saving again replaces it, knowingly.
  await press(second, "OrganisationEdit.save");
  await notice(second, "profile_saved");
  await page.reload();
  await expect(page.getByLabel(label)).toHaveValue("What the second one typed.");
});
