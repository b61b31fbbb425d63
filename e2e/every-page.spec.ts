import { createLateSchedule } from "@/prisma/factories/late";
import { createFinishedRun, createPlacement, createPool, createRun } from "@/prisma/factories/schedule";
import { expect, locales, test } from "./fixtures";
import { addresses } from "./pages/addresses";
import { expectNoBarrier } from "./pages/barriers";
import { openHydrated } from "./pages/hydrated";

// Four looks at a page take their time on a busy machine.
test.setTimeout(180_000);

for (const locale of locales) {
  test.describe(`every page in ${locale}`, () => {
    for (const { path, as } of addresses) {
      test(`${path || "/"} as ${as}: no barrier, wide and narrow, light and dark`, async ({ page, signIn, complaints }) => {
        if (as !== "visitor") await signIn(as);
        const response = await page.goto(`/${locale}${path}`);
        expect(response?.status()).toBe(200);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectNoBarrier(page);
        expect(complaints).toEqual([]);
      });
    }
  });
}

/** An event with a run at work, one that has left out meetings and says why, and one that has failed. */
async function createRuns() {
  const { event, moderator, meetings, participants } = await createPool(4);
  const [one = "", other = "", left = ""] = meetings.map(({ id }) => id);
  const person = participants[1]?.actor.userId ?? "";
  const conflict = { parts: [{ kind: "participant", participant: person, meetings: 2, slots: 1 }, { kind: "meeting", meeting: one }, { kind: "rooms", slot: event.slots[0]?.id ?? "", rooms: event.rooms.map(({ id }) => id) }] };
  const levels = [{ name: "weight", value: 1, bound: 1, argument: "search" }, { name: "breaks", value: 1, bound: 0, argument: "none" }];
  const infeasible = { status: "infeasible", unplaced: [left], breaks: 1, levels, conflict, isCut: true };
  await createPlacement(event, other, [3, 0]);
  const ended = { startedAt: new Date(), finishedAt: new Date() };
  const runs = {
    // Its worker is heard of for an hour to come: no other one takes it.
    working: await createRun(event.id, {
      state: "running", attempts: 1, startedAt: new Date(), heartbeatAt: new Date(Date.now() + 3_600_000),
      progress: { seconds: 1, level: "breaks", placed: 3, breaks: 1, bound: 0 },
    }),
    finished: await createFinishedRun(event, "of another draft", [[one, 0, 0], [other, 1, 1]], infeasible),
    failed: await createRun(event.id, { state: "failed", ...ended }),
  };
  return { moderator, path: `/moderation/${event.slug}/schedule`, runs };
}

for (const locale of locales) {
  test(`every state of an optimisation in ${locale}: no barrier, wide and narrow, light and dark`, async ({ page, signIn, complaints }) => {
    const { moderator, path, runs } = await createRuns();
    await signIn(moderator.email);
    const states = [...Object.values(runs).map(({ id }) => `${path}/runs/${id}`), `${path}/compare?left=draft&right=${runs.finished.id}`];
    for (const state of states) {
      await page.goto(`/${locale}${state}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectNoBarrier(page);
    }
    expect(complaints).toEqual([]);
  });
}

test("titles are unique in each language", async ({ page, signIn }) => {
  await signIn("pole");
  for (const locale of locales) {
    const titles: string[] = [];
    for (const { path } of addresses.filter((address) => address.as === "visitor" && address.path !== "/sign-in")) {
      await page.goto(`/${locale}${path}`);
      titles.push(await page.title());
    }
    expect(new Set(titles).size, titles.join(" | ")).toBe(titles.length);
  }
});

for (const locale of locales) {
  test(`late meetings and a repair in ${locale}: no barrier, wide and narrow, light and dark`, async ({ page, signIn, complaints }) => {
    const { event, moderator, reader, late } = await createLateSchedule();
    const visits = [
      [moderator.email, [`/moderation/${event.slug}/repair`, `/moderation/${event.slug}/versions`]],
      [reader.actor.email, [`/events/${event.slug}/agenda`, `/events/${event.slug}/requests/${late.waiting.request.id}`]],
    ] as const;
    for (const [email, paths] of visits) {
      await signIn(email);
      for (const path of paths) {
        // What is folded away is looked at as well, once the scripts have found the page as the server wrote it.
        await openHydrated(page, `/${locale}${path}`);
        await page.locator("main details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectNoBarrier(page);
      }
    }
    expect(complaints).toEqual([]);
  });
}
