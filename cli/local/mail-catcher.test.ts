import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaughtMail } from "./caught-mail";
import { startMailCatcher, type MailCatcher } from "./mail-catcher";
import { freePort } from "./ports";

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher(await freePort(), await freePort());
  const transport = createTransport(catcher.smtpUrl);
  await transport.sendMail({
    from: "Pomost <pomost@example.org>",
    to: ["Zofia@example.pl", "jan@example.pl"],
    subject: "Gespräch <script>alert(1)</script> łódź",
    text: "Otwórz https://example.org/a?b=1&c=2 teraz",
    html: "<p>Dzień dobry</p><script>alert(2)</script>",
    attachments: [{ filename: "meeting.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" }],
  });
  await transport.sendMail({ from: "pomost@example.org", to: "jan@example.pl", subject: "Second", text: "2" });
});
afterAll(async () => await catcher.stop());

const get = async (path: string) => await fetch(new URL(path, catcher.url));
const list = async (query: string) => (await (await get(`/api/mails${query}`)).json()) as CaughtMail[];

test("programs read the mails of one address, newest first, whatever its case", async () => {
  expect((await list("?to=JAN@example.pl")).map(({ subject }) => subject)).toEqual([
    "Second",
    "Gespräch <script>alert(1)</script> łódź",
  ]);
  expect(await list("?to=zofia@example.pl")).toMatchObject([
    { text: "Otwórz https://example.org/a?b=1&c=2 teraz", attachments: [{ name: "meeting.ics", content: "BEGIN:VCALENDAR" }] },
  ]);
});

test("what a mail says is text on the page, and its addresses are links", async () => {
  const page = await (await get("/mails/1")).text();
  expect(page).toContain("Gespräch &lt;script&gt;alert(1)&lt;/script&gt; łódź");
  expect(page).not.toContain("<script");
  expect(page).toContain('<a href="https://example.org/a?b=1&amp;c=2">');
});

test("the mail's own HTML runs no script", async () => {
  const html = await get("/mails/1/html");
  expect(await html.text()).toContain("Dzień dobry");
  expect(html.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox(?!.*allow-scripts)/);
});
