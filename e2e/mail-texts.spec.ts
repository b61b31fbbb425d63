import { forgetClient } from "@/prisma/factories/limits";
import { createStaff } from "@/prisma/factories/people";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { mailTo } from "./mail";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice, problems } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

// The trace runs a script of its own in every frame, and the browser complains of it in that of the preview.
test.use({ trace: "off" });

const say = (key: string, values: Record<string, string> = {}) => words("pl", key, values);

test("an organiser words a mail: what is wrong is told, a test comes, and the next mail has the new words", async ({ page, open, signIn, complaints }) => {
  test.setTimeout(300_000);
  const { programme, event } = await createStage({ registrationOpensAt: null });
  const organiser = await createStaff("organiser", programme.id);
  const address = `/pl/moderation/wordings/${programme.slug}`;
  await signIn(organiser.email);
  await page.goto(address);
  const kind = say("MailKinds.event_interest");
  const language = page.getByRole("link", { name: say("WordingsPage.languageLabel", { kind, language: "polski" }) });
  await expect(language).toHaveAttribute("href", `${address}/event_interest/pl`);
  await openHydrated(page, `${address}/event_interest/pl`);
  const [subject, body] = [page.getByLabel(say("WordingPage.subject"), { exact: true }), page.getByLabel(say("WordingPage.body"), { exact: true })];
  const press = (button: string) => page.getByRole("button", { name: say(`WordingPage.${button}`), exact: true }).click();

  await subject.fill("Witamy, {wydarzenie}");
  await body.fill("Prosimy kliknąć: {button}");
  await press("save");
  await expect(problems(page)).toContainText(say("Errors.placeholder_unknown", { name: "wydarzenie" }));
  await expect(problems(page)).toContainText(say("Errors.placeholder_alone", { name: "button" }));
  await expect(body).toHaveValue("Prosimy kliknąć: {button}");

  await subject.fill("Witamy na „{event}”");
  await body.fill("Jeszcze jedno <b>kliknięcie</b>:\n\n{button}");
  await press("trial");
  await expect(page.frameLocator("iframe").getByText("Jeszcze jedno <b>kliknięcie</b>:")).toBeVisible();
  await expectNoBarrier(page);
  expect((await mailTo(organiser.email, say("Mail.trial", { subject: "Witamy na „" }))).text).toContain("Jeszcze jedno <b>kliknięcie</b>:\n\n");
  await press("save");
  await expectNotice(page, "pl", "wording_saved");
  await expect(page.getByRole("heading", { name: say("MailPreview.formTitle") })).toHaveCount(0);

  const email = `curious-${crypto.randomUUID()}@mail.example`;
  await forgetClient();
  const visitor = await open();
  await visitor.goto(`/pl/events/${event.slug}/register`);
  await visitor.getByLabel(say("Interest.email")).fill(email);
  await visitor.getByRole("button", { name: say("Interest.submit") }).click();
  const mail = await mailTo(email, "Witamy na „");
  expect(mail.text).toMatch(/^Dzień dobry,\n\nJeszcze jedno <b>kliknięcie<\/b>:\n\n.+:\nhttp\S+\n\n-- \n/);
  expect(mail.html).toContain("Jeszcze jedno &lt;b&gt;kliknięcie&lt;/b&gt;:");
  expect(complaints).toEqual([]);
});

test("of two organisers who edit one text the second is told and sees what the first has saved", async ({ open }) => {
  const { programme } = await createStage();
  const address = `/pl/moderation/wordings/${programme.slug}/event_open/pl`;
  const [first, second] = [await open((await createStaff("organiser", programme.id)).email), await open((await createStaff("organiser", programme.id)).email)];
  for (const page of [first, second]) await openHydrated(page, address);
  const press = (page: typeof first, button: string) => page.getByRole("button", { name: say(`WordingPage.${button}`), exact: true }).click();
  const save = (page: typeof first) => press(page, "save");
  await first.getByLabel(say("WordingPage.subject"), { exact: true }).fill("Pierwszy");
  await save(first);
  await expectNotice(first, "pl", "wording_saved");
  await second.getByLabel(say("WordingPage.subject"), { exact: true }).fill("Drugi");
  await save(second);
  await expect(problems(second)).toContainText(say("Errors.changed_meanwhile"));
  await expect(second.getByRole("region", { name: say("Form.differences") })).toContainText("Pierwszy");
  await expect(second.getByLabel(say("WordingPage.subject"), { exact: true })).toHaveValue("Drugi");
  await save(second);
  await expectNotice(second, "pl", "wording_saved");

  // Who has it shown or sent first has seen nothing new by that.
  await first.getByLabel(say("WordingPage.subject"), { exact: true }).fill("Trzeci");
  for (const button of ["preview", "trial"]) {
    await press(first, button);
    await expect(first.getByRole("heading", { name: say("MailPreview.formTitle") })).toBeFocused();
    await first.getByLabel(say("WordingPage.subject"), { exact: true }).focus();
  }
  await save(first);
  await expect(problems(first)).toContainText(say("Errors.changed_meanwhile"));
  await expect(first.getByRole("region", { name: say("Form.differences") })).toContainText("Drugi");
  await save(first);
  await expectNotice(first, "pl", "wording_saved");
  await expect(problems(first)).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a text is looked at, saved and given up", async ({ page, signIn }) => {
    const { programme } = await createStage();
    await signIn((await createStaff("organiser", programme.id)).email);
    await page.goto(`/pl/moderation/wordings/${programme.slug}/event_open/pl`);
    const subject = page.getByLabel(say("WordingPage.subject"), { exact: true });
    await subject.fill("Zapraszamy: {event}");
    await page.getByRole("button", { name: say("WordingPage.preview"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("MailPreview.formTitle") })).toBeVisible();
    await expect(subject).toHaveValue("Zapraszamy: {event}");
    await page.getByRole("button", { name: say("WordingPage.save"), exact: true }).click();
    await expectNotice(page, "pl", "wording_saved");
    await page.getByRole("button", { name: say("WordingPage.reset"), exact: true }).click();
    await expectNotice(page, "pl", "wording_reset");
    await expect(subject).toHaveValue(say("Mail.event_open.subject"));
  });
});
