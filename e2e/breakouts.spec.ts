import { createStaff } from "@/prisma/factories/people";
import { createSecretSchedule } from "@/prisma/factories/privacy";
import { createProgramme } from "@/prisma/factories/programme";
import { expect, people, test } from "./fixtures";
import { words } from "./words";

test("a moderator takes the file of a slot along; for everybody else it does not exist", async ({ page, open, signIn }) => {
  const { event, reader, moderator, own } = await createSecretSchedule("breakout");
  const path = `/en/moderation/${event.slug}/versions`;
  const file = `${path}/breakouts/${event.slots[0]?.id}`;
  await signIn(moderator.email);
  await page.goto(path);
  const link = page.getByRole("link", { name: words("en", "BreakoutFiles.label", { time: "13:15–13:29", number: "1" }) });
  expect(await link.getAttribute("href")).toBe(file);
  const answer = await page.request.get(file);
  expect(answer.headers()["content-disposition"]).toBe(`attachment; filename="${event.slug}-slot-01-1315-1329.csv"`);
  const [header, ...lines] = (await answer.text()).trimEnd().split("\r\n");
  expect(header).toBe("Pre-assign Room Name,Email Address");
  expect(lines.map((line) => line.split(",")[0])).toEqual(["Chamber-0", "Chamber-0"]);
  expect(own).toContain("Chamber-0");

  const visitor = await open();
  const signedOut = await visitor.request.get(file, { maxRedirects: 0 });
  expect(signedOut.status()).toBe(307);
  expect(signedOut.headers()["location"]).toContain("/sign-in");
  const elsewhere = await createStaff("moderator", (await createProgramme()).id);
  for (const who of [reader.actor.email, elsewhere.email, people.pole]) {
    const other = await open(who);
    expect((await other.request.get(file)).status(), who).toBe(404);
  }
  expect((await page.request.get(`${path}/breakouts/nothing`)).status()).toBe(404);
});

test("a moderator prints a sheet for each room, participant and interpreter, each on a page of its own", async ({ page, open, signIn }) => {
  const { event, moderator, reader, own } = await createSecretSchedule();
  const path = `/en/moderation/${event.slug}`;
  await signIn(moderator.email);
  await page.goto(`${path}/versions`);
  await page.getByRole("link", { name: words("en", "PrintPage.rooms") }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Chamber-0", "Chamber-1", "Chamber-2", "Chamber-3", "Chamber-4", "Chamber-5", "Chamber-6"]);
  await page.emulateMedia({ media: "print" });
  expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(7);
  await page.emulateMedia({ media: "screen" });
  await page.goto(`${path}/print/agendas`);
  const sheet = page.locator("section").filter({ has: page.getByText(reader.organisation.name, { exact: true }) }).filter({ has: page.getByRole("heading", { name: "Alex Example" }) });
  await expect(sheet.filter({ hasText: own[0] ?? "" }).filter({ hasText: "Chamber-6" })).toHaveCount(1);
  await page.goto(`${path}/print/interpreters`);
  await expect(page.getByText(words("en", "PrintPage.emptyTitle"))).toBeVisible();
  const participant = await open(reader.actor.email);
  for (const sheets of ["rooms", "agendas", "interpreters"]) expect((await participant.goto(`${path}/print/${sheets}`))?.status()).toBe(404);
});
