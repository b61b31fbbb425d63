import type { Locator, Page } from "@playwright/test";
import type { Player } from "@/prisma/factories/stage";
import { expect, type Locale } from "../fixtures";
import { words } from "../words";
import { expectNotice } from "./form";

/** Where the main job happens: an event, in a language. */
export type Place = { locale: Locale; event: string };

const pathOf = ({ locale, event }: Place) => `/${locale}/events/${event}`;

/** The card of an organisation in a list. */
export function card(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });
}

/** Finds a German partner among the suggestions, then by a search with a typing error and a filter; opens the form to ask. */
export async function findPartner(page: Page, place: Place, partner: Player): Promise<void> {
  const say = (key: string, values: Record<string, string> = {}) => words(place.locale, key, values);
  const { name } = partner.organisation;
  await page.goto(`${pathOf(place)}/partners`);
  await page.getByRole("link", { name: say("Directory.view_suggested"), exact: true }).click();
  const reasons = card(page, name).getByRole("list", { name: say("Reasons.label") });
  await expect(reasons.getByRole("listitem").first()).toContainText(/\p{L}/u);
  // Each reason names a need and an offer.
  await expect(reasons.getByRole("listitem").first().locator("q")).toHaveCount(2);

  await page.getByRole("link", { name: say("Directory.view_all"), exact: true }).click();
  await page.getByRole("searchbox", { name: say("Directory.search") }).fill(name.slice(0, 3) + name.slice(4));
  await page.getByRole("button", { name: say("Directory.searchAction"), exact: true }).click();
  await expect(card(page, name)).toBeVisible();
  const country = page.getByLabel(say("Directory.country"), { exact: true });
  if (!(await country.isVisible())) await page.locator("summary", { hasText: say("Directory.filters") }).click();
  await country.selectOption("DE");
  await page.getByRole("button", { name: say("Directory.apply") }).click();
  await expect(page.getByRole("list", { name: say("Directory.active") }).getByRole("listitem").filter({ hasText: say("Directory.remove") })).toHaveCount(2);
  await page.getByRole("link", { name: say("Directory.askLabel", { name }) }).click();
}

/** Asks for a meeting about the subject that fits best. Answers the subject. */
export async function ask(page: Page, { locale }: Place, partner: Player, message: string): Promise<void> {
  const say = (key: string, values: Record<string, string> = {}) => words(locale, key, values);
  await expect(page.getByRole("heading", { level: 1, name: say("AskPage.title", { name: partner.organisation.name }) })).toBeVisible();
  await page.getByRole("group", { name: say("RequestForm.theyForYou") }).getByRole("radio").first().check();
  await page.getByLabel(say("RequestForm.message"), { exact: true }).fill(message);
  await page.getByRole("button", { name: say("AskPage.submit") }).click();
  await expectNotice(page, locale, "request_sent");
}

/** Finds the request in the inbox and accepts it. */
export async function accept(page: Page, place: Place, asker: Player, message: string): Promise<void> {
  const { name } = asker.organisation;
  await page.goto(`${pathOf(place)}/requests`);
  await expect(card(page, name)).toContainText(message);
  await page.getByRole("button", { name: words(place.locale, "RequestCard.acceptLabel", { name }) }).click();
  await expectNotice(page, place.locale, "request_accepted");
}

/** As a moderator: brings two organisations together, side by side. */
export async function pair(page: Page, { locale, event }: Place, left: Player, right: Player): Promise<void> {
  const say = (key: string) => words(locale, key);
  await page.goto(`/${locale}/moderation/${event}/pairing`);
  await page.getByLabel(say("PairingPage.left")).selectOption(left.organisation.slug);
  await page.getByLabel(say("PairingPage.right")).selectOption(right.organisation.slug);
  await page.getByRole("button", { name: say("PairingPage.compare") }).click();
  for (const { organisation } of [left, right]) {
    await expect(page.getByRole("heading", { level: 3, name: organisation.name, exact: true })).toBeVisible();
  }
  await page.getByLabel(say("PairingPage.subject")).fill("Gemeinsam anfangen");
  await page.getByRole("button", { name: say("PairingPage.submit") }).click();
  await expectNotice(page, locale, "pairing_made");
}

/** As a moderator: has the meetings placed as well as it can be done, accepts the result, and releases the first version. */
export async function placeAndRelease(page: Page, { locale, event }: Place): Promise<void> {
  const say = (key: string, values: Record<string, string> = {}) => words(locale, key, values);
  await page.goto(`/${locale}/moderation/${event}/schedule`);
  await page.getByLabel(say("OptimiseCard.seconds")).selectOption("5");
  await page.getByRole("button", { name: say("OptimiseCard.submit"), exact: true }).click();
  // The page comes anew by itself until the worker has done it.
  await expect(page.getByText(say("ScheduleVerdict.unplaced.none"))).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: say("RunPage.accept") }).click();
  await expectNotice(page, locale, "run_accepted");
  await expect(page.getByText(say("SchedulePage.openNone"))).toBeVisible();
  await page.getByRole("button", { name: say("ScheduleRelease.submit", { number: "1" }) }).click();
  await expectNotice(page, locale, "schedule_released");
}

/** What an agenda says of the meeting with a partner: "13:15–13:29", "Room 1". */
export async function readAgenda(page: Page, place: Place, partner: Player): Promise<{ time: string; room: string }> {
  await page.goto(`${pathOf(place)}/agenda`);
  const row = card(page, partner.organisation.name);
  await expect(row).toContainText(partner.person);
  const time = await row.locator("p").first().innerText();
  const [room = ""] = /Room \d/.exec(await row.innerText()) ?? [];
  return { time, room };
}

/** The agenda's calendar file, its folded lines made whole. */
export async function readCalendar(page: Page, { locale }: Place): Promise<string> {
  const link = page.getByRole("link", { name: words(locale, "AgendaPage.calendar") });
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  return (await file.text()).replaceAll(/\r\n[ \t]/g, "");
}
