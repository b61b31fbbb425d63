import { createOutbox } from "@/prisma/factories/outbox";
import { expect, locales, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { openHydrated } from "./pages/hydrated";

// The trace runs a script of its own in every frame, now and then before it can be taken out: the browser complains.
test.use({ trace: "off" });
test.setTimeout(180_000);

for (const locale of locales) {
  test(`mails in every state and what one says in ${locale}: no barrier, wide and narrow, light and dark`, async ({ page, signIn, complaints }) => {
    const { moderator, path, mails } = await createOutbox();
    await signIn(moderator.email);
    for (const address of [path, ...mails.map((id) => `${path}/${id}`)]) {
      await openHydrated(page, `/${locale}${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      // Nothing can run in the frame with the mail, axe neither.
      for (const frame of await page.locator("iframe").all()) {
        expect(await frame.getAttribute("sandbox")).toBe("");
        await expect(frame).toHaveAccessibleName(/Żagiel & Söhne/);
        await frame.evaluate((element) => element.remove());
      }
      await expectNoBarrier(page);
    }
    expect(complaints).toEqual([]);
  });
}
