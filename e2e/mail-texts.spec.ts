import { createStaff } from "@/prisma/factories/people";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { expectNotice, problems } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

const say = (key: string, values: Record<string, string> = {}) => words("pl", key, values);

test("of two organisers who edit one text the second is told and sees what the first has saved", async ({ open }) => {
  const { programme } = await createStage();
  const address = `/pl/moderation/wordings/${programme.slug}/event_open/pl`;
  const [first, second] = [await open((await createStaff("organiser", programme.id)).email), await open((await createStaff("organiser", programme.id)).email)];
  for (const page of [first, second]) await openHydrated(page, address);
  const save = (page: typeof first) => page.getByRole("button", { name: say("WordingPage.save"), exact: true }).click();
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
