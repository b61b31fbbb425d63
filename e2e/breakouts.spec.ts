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
