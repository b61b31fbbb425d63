import ICAL from "ical.js";
import { createParticipant, createRegistration } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { mailTo } from "./mail";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice } from "./pages/form";
import { words } from "./words";

const summaries = (file: string) => ICAL.Component.fromString(file).getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("summary"));

test("whoever is approved gets the event by mail, in a file that calendars read", async ({ signIn, page }) => {
  const { programme, event, moderator } = await createStage();
  const organisation = await createOrganisation({ programmeId: programme.id });
  const { email, userId } = await createMember(organisation.id);
  await createRegistration({ eventId: event.id, organisationId: organisation.id, userId, email, state: "pending", personName: "Ola Ważna", locale: "pl" });
  await signIn(moderator.email);
  await page.goto(`/en/moderation/${event.slug}/registrations`);
  await page.getByRole("button", { name: words("en", "RegistrationQueue.decisionLabels.approve").replace("{name}", "Ola Ważna") }).click();
  const mail = await mailTo(email, "Udział potwierdzony");
  const files = mail.attachments.map(({ type, content }) => ({ type, method: ICAL.Component.fromString(content).getFirstPropertyValue("method"), names: summaries(content) }));
  expect(files).toContainEqual({ type: "application/ics", method: "REQUEST", names: ["Event (pl)"] });
  expect(JSON.stringify(mail.attachments)).not.toContain(moderator.email);
});

test("a calendar address can be shown again, made anew and removed, and the old one ends at once", async ({ signIn, page, request }) => {
  const { programme, event } = await createStage();
  const { actor } = await createParticipant({ id: event.id, programmeId: programme.id });
  await signIn(actor.email);
  await page.goto("/en/account");
  const say = (key: string) => words("en", `CalendarAddress.${key}`);
  const address = async () => (await page.locator("#calendar code").textContent()) ?? "";
  await page.getByRole("button", { name: say("make") }).click();
  await expectNotice(page, "en", "calendar_address_made");
  const first = await address();
  await expectNoBarrier(page);
  await page.reload();
  expect(await address()).toBe(first);
  const read = await request.get(first);
  expect(summaries(await read.text())).toEqual(["Event (en)"]);
  const tag = read.headers()["etag"] ?? "";
  expect((await request.get(first, { headers: { "If-None-Match": tag } })).status()).toBe(304);
  await page.getByRole("button", { name: say("renew") }).click();
  await expect.poll(address).not.toBe(first);
  const second = await address();
  expect([(await request.get(first)).status(), (await request.get(second)).status()]).toEqual([404, 200]);
  await page.getByRole("button", { name: say("remove") }).click();
  await expectNotice(page, "en", "calendar_address_removed");
  expect((await request.get(second)).status()).toBe(404);
  expect((await request.get(second.replace(/[\w-]{43}/, "x".repeat(43)))).status()).toBe(404);
});

test("an event can be kept by anybody, in the page's language", async ({ request }) => {
  const { event } = await createStage();
  expect(summaries(await (await request.get(`/de/events/${event.slug}/calendar.ics`)).text())).toEqual(["Event (de)"]);
  expect((await request.get("/de/events/no-such-event/calendar.ics")).status()).toBe(404);
});
