import ICAL from "ical.js";
import { beforeEach, expect, test } from "vitest";
import { findCalendarReader, readCalendars } from "@/cli/test/calendar-reader";
import { findInvitation } from "@/domain/calendar/queries/find-invitation";
import { cancelEvent } from "@/domain/alteration/commands/cancel-event";
import { moveEvent } from "@/domain/alteration/commands/move-event";
import type { MailKind } from "@/domain/mail/schema";
import { changeRegistration } from "@/domain/registration/commands/change-registration";
import { changeSchema } from "@/domain/registration/schema";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { lettersOfChanges } from "@/domain/calendar/commands/write-letters";
import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { writeInvitation } from "./write-invitation";

let pool: Awaited<ReturnType<typeof createPool>>;

// The first of three people has been told of the event and of one meeting; all mails are out.
beforeEach(async () => {
  await db.mail.deleteMany();
  pool = await createPool(3);
  await db.$transaction(async (tx) => {
    const changes = await noteChanges(tx, { registrationIds: pool.participants.map(({ registration }) => registration.id) });
    await enqueueMail(tx, ...(await lettersOfChanges(tx, changes)));
  });
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision: (await loadDraft(db, pool.event.id)).revision, after: 0 });
  await db.mail.updateMany({ data: { state: "sent" } });
});

const parties = { organizer: { name: "Pomost", email: "portal@pomost.example" }, attendee: "ada@mail.example" };

/** The files of the mails that wait for the first person, in the order in which they were written. */
async function waitingFiles(): Promise<string[]> {
  const mails = await db.mail.findMany({
    where: { state: "queued", entry: { registrationId: pool.participants[0]?.registration.id ?? "" } }, orderBy: { id: "asc" }, select: { entryId: true, sequence: true },
  });
  const invitations = await Promise.all(mails.map(({ entryId, sequence }) => findInvitation({ entryId: entryId ?? "", sequence: sequence ?? -1 })));
  return invitations.flatMap((one) => (one === null || one === "outdated" ? [] : [writeInvitation(one, { appUrl: "https://pomost.example", parties, madeAt: new Date() }).content]));
}

/** As ical.js reads it: what it asks for, of what, how often told, and when by the clock of the event. */
function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? new ICAL.Component("vevent"));
  return [calendar.getFirstPropertyValue("method"), event.uid, event.sequence, event.startDate.toString()];
}

const uids = () => [`registration-${pool.participants[0]?.registration.id ?? ""}@pomost`, `meeting-${pool.meetings[0]?.id ?? ""}@pomost`];

test("a move is an update of the same entries, of the event and of each meeting", async () => {
  await moveEvent(await createStaff("organiser", pool.programme.id), { event: pool.event.slug, version: 1, startsAt: "2027-04-01T13:00", endsAt: "2027-04-01T15:15" });
  const [event, meeting] = uids();
  expect((await waitingFiles()).map(read)).toEqual([
    ["REQUEST", event, 1, "2027-04-01T13:00:00"], ["REQUEST", meeting, 1, "2027-04-01T13:15:00"],
  ]);
});

const python = findCalendarReader();
test.skipIf(python === undefined)("a second reader understands a move in the same way, over the change of the clocks", async () => {
  await moveEvent(await createStaff("organiser", pool.programme.id), { event: pool.event.slug, version: 1, startsAt: "2027-04-01T13:00", endsAt: "2027-04-01T15:15" });
  const [event, meeting] = uids();
  expect(readCalendars(python ?? "", await waitingFiles()).map(({ method, events: [one] }) => [method, one?.uid, one?.sequence, one?.status, one?.start])).toEqual([
    ["REQUEST", event, 1, "CONFIRMED", "2027-04-01T11:00:00.000Z"], ["REQUEST", meeting, 1, "CONFIRMED", "2027-04-01T11:15:00.000Z"],
  ]);
});

test("a cancellation of the event ends each entry, after what was told of it before", async () => {
  await cancelEvent(await createStaff("organiser", pool.programme.id), { event: pool.event.slug, version: 1, reason_en: "Too few registrations." });
  const [event, meeting] = uids();
  expect((await waitingFiles()).map(read)).toEqual([
    ["CANCEL", event, 1, "2027-03-18T13:00:00"], ["CANCEL", meeting, 1, "2027-03-18T13:15:00"],
  ]);
});

test("another address of the registration: each entry ends at the old one and comes to the new one, and goes on there", async () => {
  const [one] = pool.participants;
  if (!one) throw new Error("no participant");
  const change = (email: string) => changeRegistration(one.actor, changeSchema.parse({
    event: pool.event.slug, locale: "en", personName: "Alex Example", email, languages: ["en"], slots: pool.event.slots.map(({ id }) => id), participation: true,
  }));
  expect(await change("ada@new.example")).toMatchObject({ ok: true });
  const told = async () => {
    const mails = await db.mail.findMany({ where: { state: "queued", entry: { registrationId: one.registration.id } }, orderBy: [{ to: "asc" }, { sequence: "asc" }, { kind: "asc" }] });
    return Promise.all(mails.map(async ({ to, kind, entryId, sequence }) => {
      const found = await findInvitation({ entryId: entryId ?? "", sequence: sequence ?? -1 }, kind as MailKind);
      const file = found === null || found === "outdated" ? [found] : read(writeInvitation(found, { appUrl: "https://pomost.example", parties: { ...parties, attendee: to }, madeAt: new Date() }).content).slice(0, 3);
      return [to, kind, ...file];
    }));
  };
  const [event, meeting] = uids();
  const old = one.registration.email;
  const atOld = [[old, "calendar_elsewhere", "CANCEL", event, 1], [old, "calendar_elsewhere", "CANCEL", meeting, 1]];
  const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).toSorted((a, b) => a.localeCompare(b));
  expect(sorted(await told())).toEqual(sorted([
    ["ada@new.example", "registration_changed", "REQUEST", event, 2], ["ada@new.example", "calendar_meeting", "REQUEST", meeting, 2], ...atOld,
  ]));
  await change("ada@new.example");
  expect(await told()).toHaveLength(4);
  // What comes later finds the new address alone; the old one is told of the end all the same.
  await cancelEvent(await createStaff("organiser", pool.programme.id), { event: pool.event.slug, version: 1, reason_en: "Too few registrations." });
  expect(sorted(await told())).toEqual(sorted([
    ["ada@new.example", "registration_changed", "outdated"], ["ada@new.example", "calendar_meeting", "outdated"],
    ["ada@new.example", "event_cancelled", "CANCEL", event, 3], ["ada@new.example", "calendar_meeting_off", "CANCEL", meeting, 3], ...atOld,
  ]));
});
