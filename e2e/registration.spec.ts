import type { Page } from "@playwright/test";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createParticipant, createRegistration } from "@/prisma/factories/meeting";
import { createUser } from "@/prisma/factories/people";
import { forgetClient } from "@/prisma/factories/limits";
import { createStage, letLinkOut, openForm } from "@/prisma/factories/stage";
import { expect, locales, test, type Locale } from "./fixtures";
import { linkOf, mailsTo, mailTo } from "./mail";
import { expectNotice, problems } from "./pages/form";
import { words } from "./words";

/** Somebody whose organisation is admitted to the event's programme, not yet registered. */
async function createNewcomer({ programme }: Awaited<ReturnType<typeof createStage>>) {
  const organisation = await createOrganisation({ programmeId: programme.id });
  const { email } = await createMember(organisation.id);
  return { organisation, email };
}

async function fillIn(page: Page, locale: Locale, person: string) {
  await page.getByRole("textbox", { name: words(locale, "RegistrationForm.personName") }).fill(person);
  const languages = page.getByRole("group", { name: words(locale, "RegistrationForm.languages") });
  await languages.getByRole("checkbox").nth(1).check();
  const slots = page.getByRole("group", { name: words(locale, "RegistrationForm.slots").split("{")[0] ?? "" });
  await slots.getByRole("checkbox").first().check();
  await slots.getByRole("checkbox").nth(2).check();
  await page.getByLabel(words(locale, "Consents.participation.text")).check();
}

const submit = (page: Page, locale: Locale, mode: "register" | "wait" | "change") =>
  page.getByRole("button", { name: words(locale, `RegistrationForm.submit.${mode}`) }).click();

/** A subject of a mail about the event, up to the event's title. */
const subject = (locale: Locale, kind: string) => words(locale, `Mail.${kind}.subject`).split("{")[0]?.trim() ?? "";

for (const locale of locales) {
  test(`register, change and cancel, each with a mail (${locale})`, async ({ page, signIn }) => {
    test.slow();
    const stage = await createStage();
    const { email } = await createNewcomer(stage);
    const say = (key: string) => words(locale, key);
    await signIn(email);
    await page.goto(`/${locale}/events/${stage.event.slug}/register`);

    // Without consent nothing is stored, and nothing that was typed is lost.
    await fillIn(page, locale, "Ola Ważna");
    await page.getByLabel(say("Consents.participation.text")).uncheck();
    await submit(page, locale, "register");
    await expect(problems(page)).toContainText(say("Errors.consent_needed"));
    await expect(page.getByRole("textbox", { name: say("RegistrationForm.personName") })).toHaveValue("Ola Ważna");
    await page.getByLabel(say("Consents.participation.text")).check();
    await submit(page, locale, "register");
    await expectNotice(page, locale, "registration_sent");
    await expect(page.getByText(say("RegistrationStatus.badge.pending"), { exact: true })).toBeVisible();
    expect((await mailTo(email, subject(locale, "registration_received"))).text).toContain("Ola Ważna");

    await page.getByRole("textbox", { name: say("RegistrationForm.personName") }).fill("Ola Nowa");
    await submit(page, locale, "change");
    await expectNotice(page, locale, "registration_saved");
    await expect(page.getByRole("textbox", { name: say("RegistrationForm.personName") })).toHaveValue("Ola Nowa");
    expect((await mailTo(email, subject(locale, "registration_changed"))).text).toContain("Ola Nowa");

    await page.getByRole("link", { name: say("RegisterPage.cancel") }).click();
    await page.getByRole("button", { name: say("CancelRegistration.submit") }).click();
    await expectNotice(page, locale, "registration_cancelled");
    await expect(page.getByText(say("RegistrationStatus.badge.cancelled"), { exact: true })).toBeVisible();
    await mailTo(email, subject(locale, "registration_cancelled"));
  });
}

test("who waits moves up as soon as a place is free", async ({ page, signIn, open }) => {
  test.slow();
  const stage = await createStage({ capacity: 1 });
  const address = `/en/events/${stage.event.slug}/register`;
  const holder = await createParticipant({ id: stage.event.id, programmeId: stage.programme.id });
  const { email } = await createNewcomer(stage);
  await signIn(email);
  await page.goto(address);
  await expect(page.getByText(words("en", "RegisterPage.fullTitle"))).toBeVisible();
  await fillIn(page, "en", "Wanda Waiting");
  await submit(page, "en", "wait");
  await expectNotice(page, "en", "registration_waiting");
  await expect(page.getByText(words("en", "RegistrationStatus.badge.waiting"), { exact: true })).toBeVisible();
  await mailTo(email, subject("en", "registration_waiting"));

  const other = await open(holder.actor.email);
  await other.goto(`${address}/cancel`);
  await other.getByRole("button", { name: words("en", "CancelRegistration.submit") }).click();
  await expectNotice(other, "en", "registration_cancelled");
  await mailTo(email, subject("en", "registration_moved_up"));
  await page.reload();
  await expect(page.getByText(words("en", "RegistrationStatus.badge.waiting"), { exact: true })).toHaveCount(0);
  await expect(page.getByText(words("en", "RegistrationStatus.badge.pending"), { exact: true })).toBeVisible();
});

test("the meeting link stands nowhere for whom it is not, until it is out", async ({ open }) => {
  test.slow();
  const secret = `zoom-${crypto.randomUUID()}`;
  const stage = await createStage({ meetingUrl: `https://zoom.example/j/${secret}` });
  const { event, programme } = stage;
  const approved = await createParticipant({ id: event.id, programmeId: programme.id });
  const pending = await createNewcomer(stage);
  const pendingActor = await createMember(pending.organisation.id);
  await createRegistration({ eventId: event.id, organisationId: pending.organisation.id, userId: pendingActor.userId, state: "pending" });
  const parts = ["", "/register", "/agenda", "/partners", "/requests", "/agenda/calendar.ics"];

  /** The addresses whose page, or whose data for a page, holds the link. */
  const findLink = async (who?: string) => {
    const page = await open(who);
    const found: string[] = [];
    for (const part of parts) {
      const address = `/en/events/${event.slug}${part}`;
      const answers = [await page.request.get(address), await page.request.get(address, { headers: { rsc: "1" } })];
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      if (texts.some((text) => text.includes(secret))) found.push(part);
    }
    return found;
  };

  const outsiders = { visitor: undefined, nonParticipant: (await createUser()).email, ownOrganisationOnly: pending.email, pending: pendingActor.email };
  for (const [name, who] of Object.entries(outsiders)) expect(await findLink(who), `${name}, before it is out`).toEqual([]);
  expect(await findLink(approved.actor.email), "participant, before it is out").toEqual([]);

  // The same pages do show it once it is out, and only to those who take part.
  await letLinkOut(event.id);
  expect(await findLink(approved.actor.email), "participant, when it is out").toContain("/register");
  for (const [name, who] of Object.entries(outsiders)) expect(await findLink(who), `${name}, when it is out`).toEqual([]);
});

test("whoever asked is told once when the form opens", async ({ page }) => {
  test.setTimeout(180_000);
  const { event } = await createStage({ registrationOpensAt: null });
  const email = `curious-${crypto.randomUUID()}@mail.example`;
  await forgetClient();
  await page.goto(`/de/events/${event.slug}/register`);
  await page.getByLabel(words("de", "Interest.email")).fill(email);
  await page.getByRole("button", { name: words("de", "Interest.submit") }).click();
  await expectNotice(page, "de", "interest_sent");
  await page.goto(linkOf(await mailTo(email, subject("de", "event_interest"))));
  await page.getByRole("button", { name: words("de", "ConfirmInterest.submit") }).click();
  await expectNotice(page, "de", "interest_confirmed");

  await openForm(event.id);
  // The worker looks once a minute.
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 90_000, intervals: [1000] }).toBe(2);
  const [told] = await mailsTo(email);
  expect(told?.text).toContain(`/de/events/${event.slug}/register`);
});
