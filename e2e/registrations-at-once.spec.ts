import { createRegistration } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { mailTo, mailsTo } from "./mail";
import { expectNoBarrier } from "./pages/barriers";
import { problems } from "./pages/form";
import { words } from "./words";

const de = (key: string, values: Record<string, string> = {}) => words("de", key, values);

test("registrations are taken over from the answers of a form, with the organisation that is meant", async ({ page, signIn }) => {
  test.slow();
  const { event, moderator } = await createStage();
  const organisation = await createOrganisation({ programmeId: event.programmeId });
  const [known, stranger] = [await createMember(organisation.id), `stranger-${event.slug}@mail.example`];
  await signIn(moderator.email);
  await page.goto(`/de/moderation/${event.slug}/registrations`);
  await page.getByRole("link", { name: de("RegistrationQueue.import") }).click();
  const rows = [["E-Mail-Adresse", "Vor- und Nachname", "Firma", "Sprachen"], [known.email, "Karla Kai", "Die Firma vom Kai", "Deutsch"], [stranger, "Fritz Fremd", "Die Firma vom Kai", "Deutsch"]];
  const buffer = Buffer.from(rows.map((row) => row.join(";")).join("\r\n"));
  await page.getByLabel(de("Import.upload.file")).setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: de("Import.upload.submit") }).click();
  await expect(page.getByRole("heading", { level: 1, name: de("IntakePage.dryRunTitle") })).toBeVisible();
  await expect(page.getByText(de("IntakePage.outcomes.unknown"), { exact: true })).toHaveCount(2);
  await expectNoBarrier(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByLabel("Die Firma vom Kai").selectOption({ label: organisation.name });
  await page.getByRole("button", { name: de("IntakePage.choose") }).click();
  await expect(page.getByText(de("IntakePage.outcomes.register"), { exact: true })).toBeVisible();
  const take = page.getByLabel(de("IntakePage.take", { name: "Fritz Fremd" }));
  await take.check();
  await page.getByRole("button", { name: "1 Person anmelden" }).click();
  await expect(problems(page)).toContainText(de("Errors.statement_needed"));
  await expect(take).toBeChecked();
  await page.getByLabel(de("IntakePage.stated")).check();
  await page.getByRole("button", { name: "1 Person anmelden" }).click();
  await expect(page.getByText("2 Personen aus dieser Datei wurden angemeldet.")).toBeVisible();
  await expect(page.getByText(de("IntakePage.outcomes.registered"), { exact: true })).toHaveCount(2);
  for (const address of [known.email, stranger]) await mailTo(address, de("Mail.registration_received.subject").split("{")[0]?.trim() ?? "");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("several are refused at once and taken back, and nobody gets a mail", async ({ page, signIn }) => {
    test.slow();
    const { event, moderator } = await createStage();
    const people = await Promise.all([1, 2].map(async () => {
      const organisation = await createOrganisation({ programmeId: event.programmeId });
      const { userId, email } = await createMember(organisation.id);
      await createRegistration({ eventId: event.id, organisationId: organisation.id, userId, email, state: "pending" });
      return email;
    }));
    await signIn(moderator.email);
    await page.goto(`/de/moderation/${event.slug}/registrations`);
    await page.getByRole("link", { name: "Alle 2 auf dieser Seite auswählen" }).click();
    const refuse = page.getByRole("button", { name: de("BulkDecisions.decisions.refuse") });
    await refuse.click();
    await expect(problems(page)).toContainText(de("Errors.reason_missing"));
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    const form = page.getByRole("form", { name: de("BulkDecisions.title") });
    await form.getByRole("textbox").fill("Es gibt keinen Platz mehr.");
    await refuse.click();
    await expect(page.getByText("2 Anmeldungen wurden abgelehnt.")).toBeVisible();
    await page.getByRole("button", { name: de("BulkDecisions.undo") }).click();
    await expect(page.getByText(de("RegistrationQueue.pending", { count: "2" }))).toBeVisible();
    await expect(page.getByText("Die Entscheidung über 2 Anmeldungen wurde zurückgenommen.")).toBeVisible();
    expect(await Promise.all(people.map((email) => mailsTo(email)))).toEqual([[], []]);
  });
});
