import { beforeAll, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import type { Prisma } from "@/prisma/generated/client";
import { enqueueMail } from "./commands";
import { aboutEvent } from "./rules";

let event: Awaited<ReturnType<typeof createEvent>>;
let elsewhere: Awaited<ReturnType<typeof createProgramme>>;
beforeAll(async () => {
  event = await createEvent({ programmeId: (await createProgramme()).id });
  elsewhere = await createProgramme();
});

const base = { key: "one", to: "anna@mail.example", locale: "pl" } as const;

test("a mail says whose it is", async () => {
  const params = { event: "Event", path: "/events/x/agenda" };
  await enqueueMail(db, { ...base, userId: null, kind: "schedule_taken_back", params, about: aboutEvent(event) });
  await enqueueMail(db, { ...base, userId: null, key: "two", kind: "membership_declined", params: { organisation: "Hafen" }, about: null });
  expect(await db.mail.findMany({ orderBy: { key: "asc" }, select: { key: true, programmeId: true, eventId: true } })).toEqual([
    { key: "one", programmeId: event.programmeId, eventId: event.id },
    { key: "two", programmeId: null, eventId: null },
  ]);
});

test.each<[string, () => Partial<Prisma.MailUncheckedCreateInput>]>([
  ["Mail_personal_check", () => ({ kind: "sign_in", programmeId: event.programmeId })],
  ["Mail_personal_check", () => ({ kind: "search_found", programmeId: event.programmeId })],
  ["Mail_personal_check", () => ({ kind: "membership_invited", programmeId: event.programmeId })],
  ["Mail_belongs_check", () => ({ eventId: event.id })],
  ["Mail_eventId_programmeId_fkey", () => ({ eventId: event.id, programmeId: elsewhere.id })],
])("the database holds %s", async (guard, data) => {
  const mail = { ...base, key: "guarded", kind: "event_open", params: {}, ...data() };
  await expect(db.mail.create({ data: mail })).rejects.toThrow(guard);
});
