import type { Page } from "@playwright/test";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { problems } from "./pages/form";
import { expectFocusSeen, focusOf, press, tabTo, typeInto } from "./pages/keyboard";
import { words } from "./words";

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);

/** Waits for what an action says, and looks that the focus is somewhere to go on from. */
async function arrive(page: Page, code: string) {
  await expect(page.getByText(en(`Notices.${code}`), { exact: true })).toBeVisible();
  await expect.poll(() => focusOf(page), { message: `focus after ${code}` }).not.toBe("BODY");
}

test("the main job by keyboard alone", async ({ page, signIn, open }) => {
  test.setTimeout(300_000);
  const { programme, event, moderator } = await createStage();
  const place = { id: event.id, programmeId: programme.id };
  const [asker, asked, left, right] = [
    await createParticipant(place, "PL"), await createParticipant(place, "DE"), await createParticipant(place, "PL"), await createParticipant(place, "DE"),
  ];
  const at = `/en/events/${event.slug}`;

  await signIn(asker.actor.email);
  await page.goto(`${at}/partners`);
  await typeInto(page, page.getByRole("searchbox"), asked.organisation.name);
  await press(page, "Enter");
  await page.waitForURL("**/partners?*q=*");
  await tabTo(page, page.getByRole("link", { name: en("Directory.askLabel", { name: asked.organisation.name }) }));
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1, name: en("AskPage.title", { name: asked.organisation.name }) })).toBeVisible();
  await expect.poll(() => focusOf(page), { message: "focus on the page that asks" }).not.toBe("BODY");

  // Radios: Tab leads to the group, the arrows through it.
  await tabTo(page, page.getByRole("radio").first(), page.getByRole("radio"));
  await press(page, "ArrowDown");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await press(page, "ArrowUp");
  await press(page, "Space");
  await tabTo(page, page.getByRole("button", { name: en("AskPage.submit") }));
  await press(page, "Enter");
  // Nothing was written yet: the summary of errors takes the focus, and its link leads to the field.
  await expect(problems(page)).toBeFocused();
  await tabTo(page, problems(page).getByRole("link").first());
  await press(page, "Enter");
  await page.keyboard.type("We would like to talk.");
  await expect(page.getByLabel(en("RequestForm.message"), { exact: true })).toHaveValue("We would like to talk.");
  await tabTo(page, page.getByRole("button", { name: en("AskPage.submit") }));
  await press(page, "Enter");
  await arrive(page, "request_sent");

  const other = await open(asked.actor.email);
  await other.goto(`${at}/requests`);
  await tabTo(other, other.getByRole("button", { name: en("RequestCard.acceptLabel", { name: asker.organisation.name }) }));
  await press(other, "Space");
  await arrive(other, "request_accepted");

  const staff = await open(moderator.email);
  await staff.goto(`/en/moderation/${event.slug}/pairing`);
  for (const [label, { organisation }] of [[en("PairingPage.left"), left], [en("PairingPage.right"), right]] as const) {
    await tabTo(staff, staff.getByLabel(label));
    // A closed list takes what is typed.
    await staff.keyboard.type(organisation.name);
    await expect(staff.getByLabel(label)).toHaveValue(organisation.slug);
  }
  await tabTo(staff, staff.getByRole("button", { name: en("PairingPage.compare") }));
  await press(staff, "Enter");
  await staff.waitForURL("**/pairing?*left=*");
  await typeInto(staff, staff.getByLabel(en("PairingPage.subject")), "Begin together");
  await tabTo(staff, staff.getByRole("button", { name: en("PairingPage.submit") }));
  await press(staff, "Enter");
  await arrive(staff, "pairing_made");

  await staff.goto(`/en/moderation/${event.slug}/schedule`);
  await tabTo(staff, staff.getByRole("button", { name: en("OptimiseCard.submit"), exact: true }));
  await press(staff, "Enter");
  const accept = staff.getByRole("button", { name: en("RunPage.accept") });
  await expect(accept).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => focusOf(staff), { message: "focus on the result" }).not.toBe("BODY");
  await tabTo(staff, accept);
  await press(staff, "Enter");
  await arrive(staff, "run_accepted");
  await tabTo(staff, staff.getByRole("button", { name: en("ScheduleRelease.submit", { number: "1" }) }));
  await press(staff, "Enter");
  await arrive(staff, "schedule_released");

  await tabTo(page, page.getByRole("link", { name: en("EventNav.agenda"), exact: true }));
  await press(page, "Enter");
  await page.waitForURL("**/agenda");
  await expect(page.getByRole("heading", { level: 3, name: asked.organisation.name })).toBeVisible();
});

test("a meeting is placed, moved and taken out by keyboard", async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const { programme, event, moderator } = await createStage();
  const place = { id: event.id, programmeId: programme.id };
  await createMeeting(await createParticipant(place, "PL"), await createParticipant(place, "DE"));
  await signIn(moderator.email);
  await page.goto(`/en/moderation/${event.slug}/schedule?view=grid`);
  const cell = page.getByRole("link", { name: new RegExp(`${en("SchedulePage.placeHereLabel").split("{")[0]}.*Room 2`) }).first();
  await tabTo(page, cell);
  await press(page, "Enter");
  const choice = page.getByLabel(en("ScheduleEditor.meeting"), { exact: true });
  await tabTo(page, choice);
  await press(page, "ArrowDown");
  await expect(choice).not.toHaveValue("");
  await tabTo(page, page.getByRole("button", { name: en("ScheduleEditor.place"), exact: true }));
  await press(page, "Enter");
  await arrive(page, "meeting_placed");

  const spot = page.getByLabel(en("ScheduleEditor.where"), { exact: true });
  await tabTo(page, spot);
  await press(page, "ArrowDown");
  await tabTo(page, page.getByRole("button", { name: en("ScheduleEditor.move"), exact: true }));
  await press(page, "Enter");
  await arrive(page, "meeting_moved");
  await tabTo(page, page.getByRole("button", { name: en("ScheduleEditor.remove"), exact: true }));
  await press(page, "Enter");
  await arrive(page, "placement_removed");
});

test("the skip link leads to the content, and focus is seen everywhere", async ({ page, signIn }) => {
  for (const address of ["/en", "/de/organisations", "/pl/sign-in"]) {
    await page.goto(address);
    await press(page, "Tab");
    const skip = page.getByRole("link", { name: words(address.slice(1, 3) as "en", "Header.skip") });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await press(page, "Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await press(page, "Tab");
    expect(await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement))).toBe(true);
  }
  await signIn("pole");
  await page.goto("/en/account");
  await expectFocusSeen(page, 25);
});
