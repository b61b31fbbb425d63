import { createSecretSchedule } from "@/prisma/factories/privacy";
import { expect, locales, test } from "./fixtures";
import { words } from "./words";

/** Everything that the server sends for one address: the page, the payload of a navigation to it, and the file. */
const requests = [
  { name: "page", path: "", headers: {} },
  { name: "payload", path: "", headers: { RSC: "1" } },
  { name: "calendar", path: "/calendar.ics", headers: {} },
];

test("an agenda holds no trace of the meetings of others", async ({ page, signIn }) => {
  const { event, reader, own, secrets } = await createSecretSchedule();
  expect(secrets.every((secret) => secret.length > 5)).toBe(true);
  await signIn(reader.actor.email);
  for (const locale of locales) {
    for (const scope of ["mine", "organisation"]) {
      for (const { name, path, headers } of requests) {
        const answer = await page.request.get(`/${locale}/events/${event.slug}/agenda${path}?scope=${scope}`, { headers });
        expect(answer.status(), name).toBe(200);
        // Folded lines of a calendar are made whole first.
        const text = (await answer.text()).replaceAll(/\r\n[ \t]/g, "");
        expect(own.filter((word) => !text.includes(word)), `${locale} ${scope} ${name}: what is one's own`).toEqual([]);
        expect(secrets.filter((secret) => text.includes(secret)), `${locale} ${scope} ${name}: what is others'`).toEqual([]);
      }
    }
  }
});

test("the other times of a late meeting are there, and one can be chosen", async ({ page, signIn }) => {
  const { event, reader, secrets } = await createSecretSchedule();
  await signIn(reader.actor.email);
  await page.goto(`/en/events/${event.slug}/agenda`);
  await page.locator("summary").filter({ hasText: words("en", "OtherTimes.other") }).click();
  await page.getByRole("button", { name: "15:07–15:21" }).click();
  await expect(page.getByText(words("en", "Notices.time_chosen"))).toBeVisible();
  const html = await page.content();
  expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
});
