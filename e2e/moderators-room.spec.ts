import { createParticipant } from "@/prisma/factories/meeting";
import { createBazaar } from "@/prisma/factories/pairing";
import { expect, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { openHydrated } from "./pages/hydrated";
import { press, tabTo } from "./pages/keyboard";
import { words } from "./words";

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);

test("the matrix is walked by arrows, and a cell leads to the reasons of both sides", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const { event, moderator, poles, germans } = await createBazaar(2, 2);
  const sorted = (list: typeof poles) => list.map(({ organisation }) => organisation).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const [[, row], [, column]] = [sorted(poles), sorted(germans)];
  await signIn(moderator.email);
  await openHydrated(page, `/en/moderation/${event.slug}/matrix?side=PL`);
  const cells = page.getByRole("table").getByRole("cell").getByRole("link");
  await tabTo(page, cells.first());
  await press(page, "ArrowDown");
  await press(page, "ArrowRight");
  await expect(cells.nth(3)).toBeFocused();
  await expectNoBarrier(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await cells.nth(3).focus();
  await press(page, "Enter");
  await page.waitForURL(`**/matching?view=pair&left=${row?.slug}&right=${column?.slug}`);
});

test("who needs help is reminded by keyboard, and the page says when", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const { event, programme, moderator } = await createBazaar(1, 1);
  const { organisation: { name } } = await createParticipant({ id: event.id, programmeId: programme.id }, "PL", { statements: {} });
  await signIn(moderator.email);
  await page.goto(`/en/moderation/${event.slug}`);
  await expectNoBarrier(page);
  await tabTo(page, page.getByRole("button", { name: en("EventModeration.risks.nudgeLabel", { name }) }));
  await press(page, "Enter");
  await expect(page.getByText(en("Notices.participant_nudged"))).toBeVisible();
  await expect(page.getByText(/^Reminded on /)).toBeVisible();
  await page.getByRole("link", { name: "No agreed meeting (3)" }).click();
  await page.getByRole("link", { name: en("EventModeration.risks.partnersLabel", { name }) }).click();
  await page.waitForURL("**/matching?view=pair&left=*");
});
