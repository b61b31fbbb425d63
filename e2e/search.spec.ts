import { createParticipant } from "@/prisma/factories/meeting";
import { createStage, enterStage } from "@/prisma/factories/stage";
import { expect, people, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { card } from "./pages/main-job";
import { words } from "./words";

/** The German member in an event with somebody who lets a warehouse, in German, and somebody who does not. */
async function setStage() {
  const stage = await createStage();
  await enterStage(stage, [people.pole, people.german]);
  const { organisation } = await createParticipant(stage.event, "DE", {
    statements: { create: [{ direction: "offer", locale: "de", text: "Wir vermieten ein Lager an der Grenze", position: 0 }] },
  });
  return { path: `/events/${stage.event.slug}/partners`, name: organisation.name };
}

for (const [locale, q, label] of [["de", "magazyn", "Lager"], ["pl", "warehouse", "magazyn"], ["en", "magazyn", "warehouse"]] as const) {
  test(`${q} finds a Lager, and can be taken as a mere word (${locale})`, async ({ page, signIn, complaints }) => {
    test.setTimeout(120_000);
    const say = (key: string, values: Record<string, string> = {}) => words(locale, key, values);
    const { path, name } = await setStage();
    await signIn("german");
    // The worker reads what the factory wrote behind the portal's back.
    await expect(async () => {
      await page.goto(`/${locale}${path}`);
      await page.getByRole("searchbox", { name: say("Directory.search") }).fill(q);
      await page.getByRole("button", { name: say("Directory.searchAction"), exact: true }).click();
      await page.waitForURL(/q=/);
      await expect(card(page, name)).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
    const understood = page.getByRole("list", { name: say("Directory.understoodLabel") });
    await expect(understood.getByRole("listitem")).toHaveText([`${label}${say("Directory.onlyWords")}`]);
    await expectNoBarrier(page);

    await understood.getByRole("link").click();
    await expect(page.getByText(say("Directory.emptyTitle"))).toBeVisible();
    await expectNoBarrier(page);
    await page.getByRole("link", { name: say("Directory.literal", { concept: label }) }).click();
    await expect(card(page, name)).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a German member finds what was understood in the directory of the programme, too", async ({ page, signIn }) => {
    await signIn("german");
    await page.goto("/de/partners");
    await page.getByRole("searchbox").fill("magazyn");
    await page.getByRole("searchbox").press("Enter");
    const understood = page.getByRole("list", { name: words("de", "Directory.understoodLabel") });
    await understood.getByRole("link", { name: "Lager" }).click();
    await expect(page.getByRole("link", { name: words("de", "Directory.literal", { concept: "Lager" }) })).toBeVisible();
  });

  test("a frequent subject narrows the list to as many as it says, and is taken off again", async ({ page, signIn }) => {
    await signIn("german");
    await page.goto("/pl/partners");
    const subject = page.getByRole("navigation", { name: words("pl", "Directory.subjects") }).getByRole("link").first();
    const [, label = "", count = ""] = /^(.*) \((\d+)\)$/.exec((await subject.textContent()) ?? "") ?? [];
    await subject.click();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(Number(count));
    const chip = page.getByRole("list", { name: words("pl", "Directory.active") }).getByRole("link", { name: label });
    await chip.click();
    await expect(chip).toHaveCount(0);
    await expect(subject).toHaveText(`${label} (${count})`);
  });
});
