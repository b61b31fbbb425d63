import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { getMail } from "@/domain/outbox/queries/get-mail";
import { resendMail } from "@/domain/outbox/commands/resend-mails";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { mailDays } from "../rules";
import type { MailState } from "../schema";
import { forgetMails } from "./forget-mails";

const now = new Date();
let event: Awaited<ReturnType<typeof createEvent>>;
beforeEach(async () => {
  await db.mail.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id });
});

function write(age: number, state: MailState = "sent", error: string | null = null) {
  const about = { programmeId: event.programmeId, eventId: event.id };
  return db.mail.create({
    data: { key: randomUUID(), kind: "registration_changed", to: "anna@mail.example", locale: "pl", params: { person: "Anna Nowak" }, state, error, createdAt: addDays(now, -age), ...about },
  });
}

test("after a year a mail says only that there was one, of which kind, when, and what became of it", async () => {
  const [old, dead, young, waiting] = [await write(mailDays + 1), await write(mailDays + 1, "dead", "550 <anna@mail.example> unknown"), await write(mailDays - 1), await write(mailDays + 1, "failed")];
  expect([await forgetMails(now), await forgetMails(now)]).toEqual([2, 0]);
  const rows = await db.mail.findMany({ where: { id: { in: [old.id, dead.id] } }, orderBy: { state: "asc" } });
  expect(rows.map(({ key, kind, to, params, error, state }) => [key, kind, to, params, error, state])).toEqual([
    [old.key, "registration_changed", "", {}, null, "sent"], [dead.key, "registration_changed", "", {}, null, "dead"],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/anna/i);
  expect(await db.mail.count({ where: { id: { in: [young.id, waiting.id] }, to: "anna@mail.example" } })).toBe(2);
});

test("a forgotten mail is shown without its words, and cannot be sent again", async () => {
  const [sent, dead] = [await write(mailDays + 1), await write(mailDays + 1, "dead")];
  await forgetMails(now);
  const organiser = await createStaff("organiser", event.programmeId);
  expect(await getMail(organiser, { event: event.slug, id: sent.id }, "en")).toMatchObject({ entry: { to: "" }, content: null });
  await resendMail(organiser, { event: event.slug, id: sent.id, key: randomUUID(), seen: "sent" });
  await resendMail(organiser, { event: event.slug, id: dead.id, key: randomUUID(), seen: "dead" });
  expect(await db.mail.findMany({ orderBy: { state: "asc" }, select: { state: true } })).toEqual([{ state: "sent" }, { state: "dead" }]);
});

test("the database keeps no words without an address", async () => {
  await expect(db.mail.update({ where: { id: (await write(1)).id }, data: { to: "" } })).rejects.toThrow("Mail_forgotten_check");
});
