import { createOutbox } from "@/prisma/factories/outbox";
import { expect, locales, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";

// The trace runs a script of its own in every frame, and the browser complains of it in a frame that may run nothing.
test.use({ trace: "off" });
test.setTimeout(180_000);

for (const locale of locales) {
  test(`mails in every state and what one says in ${locale}: no barrier, wide and narrow, light and dark`, async ({ page, signIn, complaints }) => {
    const { moderator, path, mails } = await createOutbox();
    await signIn(moderator.email);
    for (const address of [path, ...mails.map((id) => `${path}/${id}`)]) {
      await page.goto(`/${locale}${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      for (const frame of await page.locator("iframe").all()) {
        expect(await frame.getAttribute("sandbox")).toBe("");
        await expect(frame).toHaveAccessibleName(/Żagiel & Söhne/);
      }
      await expectNoBarrier(page);
    }
    expect(complaints).toEqual([]);
  });
}
