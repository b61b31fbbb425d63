import type { Page } from "@playwright/test";
import { createParticipant } from "@/prisma/factories/meeting";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

/** Two organisations of an event of their own, so that nobody else tells their people anything. */
async function enter() {
  const stage = await createStage();
  const [asker, asked] = [await createParticipant(stage.event, "PL"), await createParticipant(stage.event, "DE")];
  return { asker, asked, event: stage.event.slug, programmeId: stage.programme.id };
}

type Place = Awaited<ReturnType<typeof enter>>;

/** Asks for a meeting, as a person does. */
async function ask(page: Page, { asked, event }: Place, message: string): Promise<void> {
  await page.goto(`/en/events/${event}/ask/${asked.organisation.slug}`);
  await page.getByRole("radio", { name: words("en", "RequestForm.own") }).check();
  await page.getByLabel(words("en", "RequestForm.ownSubject"), { exact: true }).fill("Ports");
  await page.getByLabel(words("en", "RequestForm.message"), { exact: true }).fill(message);
  await page.getByRole("button", { name: words("en", "AskPage.submit") }).click();
  await expectNotice(page, "en", "request_sent");
}

/** The way to the notices, with so many unread. */
async function expectUnread(page: Page, count: number): Promise<void> {
  await expect(bell(page)).toHaveText(count === 0 ? "" : String(count));
}

function bell(page: Page) {
  // The switch of languages leads there as well, from the page of the notices.
  return page.getByRole("banner").locator("a[href$='/notices']:not([hreflang])");
}

test("a request makes the bell of the other ring and fills the inbox without reloading, and what is typed stays", async ({ open }) => {
  test.setTimeout(240_000);
  const place = await enter();
  const { asker, asked, event } = place;
  const [sender, typing, inbox] = [await open(asker.actor.email), await open(asked.actor.email), await open(asked.actor.email)];
  await openHydrated(inbox, `/pl/events/${event}/requests`);
  await openHydrated(typing, "/de/account");
  const name = typing.getByLabel(words("de", "AccountForm.name"), { exact: true });
  await name.fill("Nur halb getippt");
  await expectUnread(typing, 0);
  await expectUnread(inbox, 0);

  await ask(sender, place, "Let us talk about ports.");
  await expectUnread(typing, 1);
  await expectUnread(inbox, 1);
  // Nobody types there: the request is in the list by itself.
  await expect(inbox.getByRole("listitem").filter({ hasText: "Let us talk about ports." })).toBeVisible();
  // Here somebody does: the page waits, and says so.
  await expect(typing.getByText(words("de", "Header.changed"))).toBeVisible();
  await expectNoBarrier(typing);
  await expect(name).toHaveValue("Nur halb getippt");
  await typing.getByRole("button", { name: words("de", "Header.show"), exact: true }).click();
  await expect(typing.getByText(words("de", "Header.changed"))).toHaveCount(0);
  await expect(name).toHaveValue("Nur halb getippt");
  await expectUnread(sender, 0);

  // Read in one window, read in the other.
  await bell(inbox).click();
  const subject = words("pl", "Mail.request_received.subject", { partner: asker.organisation.name });
  await inbox.getByRole("button", { name: words("pl", "NoticesPage.openLabel", { words: subject }) }).click();
  await expect(inbox).toHaveURL(new RegExp(`/pl/events/${event}/requests/`));
  await expectUnread(inbox, 0);
  await expectUnread(typing, 0);
});

test("signing out ends what the server tells, and a stranger hears nothing", async ({ open, request }) => {
  const { asked } = await enter();
  const page = await open(asked.actor.email);
  await page.goto("/en/account");
  const stream = await page.evaluate(async () => {
    const response = await fetch("/api/notices/stream");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const read = async (): Promise<void> => {
      const part = await reader?.read();
      if (part && !part.done) await read();
    };
    void read().then(() => document.body.append("The stream has ended."));
    return { status: response.status, type: response.headers.get("content-type") };
  });
  expect(stream).toEqual({ status: 200, type: "text/event-stream; charset=utf-8" });
  const others = await open(asked.actor.email);
  await others.goto("/en/account");
  await others.getByRole("button", { name: words("en", "Sessions.endOthers") }).click();
  await expectNotice(others, "en", "sessions_ended");
  await expect(page.getByText("The stream has ended.")).toBeVisible();
  expect((await page.request.get("/api/notices/stream")).status()).toBe(401);
  expect((await request.get("/api/notices")).status()).toBe(401);
});

test.describe("without a stream", () => {
  test("the page asks by itself, and again once it is shown", async ({ open }) => {
    const place = await enter();
    const [sender, page] = [await open(place.asker.actor.email), await open(place.asked.actor.email)];
    await page.clock.install();
    await page.route("**/api/notices/stream", (route) => route.fulfill({ status: 503 }));
    const refused = page.waitForResponse("**/api/notices/stream");
    await page.goto("/de/desk");
    await refused;
    await ask(sender, place, "Let us talk about ports.");
    await expectUnread(page, 0);
    await page.clock.runFor(61_000);
    await expectUnread(page, 1);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the bell counts after a reload, and notices are read one by one or all", async ({ page, open, signIn }) => {
    const place = await enter();
    await signIn(place.asked.actor.email);
    await page.goto("/de/desk");
    await expectUnread(page, 0);
    const third = await createParticipant({ id: place.asked.registration.eventId, programmeId: place.programmeId }, "PL");
    await ask(await open(place.asker.actor.email), place, "Let us talk about ports.");
    await ask(await open(third.actor.email), place, "And about ferries.");
    await page.reload();
    await bell(page).click();
    const subject = words("de", "Mail.request_received.subject", { partner: third.organisation.name });
    await page.getByRole("button", { name: words("de", "NoticesPage.readLabel", { words: subject }) }).click();
    await expectNotice(page, "de", "notice_read");
    await expectUnread(page, 1);
    await page.getByRole("button", { name: words("de", "NoticesPage.readAll") }).click();
    await expectNotice(page, "de", "notices_read");
    await expectUnread(page, 0);
  });
});
