import { beforeEach, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { addDays, addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { actorOf, createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { changeRegistration } from "./commands/change-registration";
import { sendLinks } from "./commands/send-links";
import { getMeetingLink, getRegistrationView } from "./queries/get-registration";
import { changeSchema } from "./schema";

const url = "https://zoom.example/j/18032027";
let event: Awaited<ReturnType<typeof createEvent>>;

/** An event that begins in so many days, whose link goes out three days before. */
function eventIn(days: number) {
  const startsAt = addDays(new Date(), days);
  return db.event.update({ where: { id: event.id }, data: { startsAt, endsAt: addMinutes(startsAt, 135) } });
}

beforeEach(async () => {
  await db.mail.deleteMany();
  await db.event.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id });
  await eventIn(2.9);
});

const mails = () => db.mail.findMany({ where: { kind: "event_link" }, orderBy: { key: "asc" } });

async function linkFor(actor: Actor): Promise<unknown> {
  return getMeetingLink(actor, event.slug).catch((error: unknown) => (error instanceof Error ? error.name : error));
}

test("an approved participant sees the link and gets it by mail, from three days before", async () => {
  const { actor, registration } = await createParticipant(event);
  expect(await linkFor(actor)).toBe(url);
  expect((await getRegistrationView(actor, event.slug, "en")).link).toBe(url);
  expect(await sendLinks()).toBe(1);
  expect(await sendLinks()).toBe(0);
  const [mail] = await mails();
  expect(mail).toMatchObject({ to: registration.email, params: { url, person: "Alex Example", event: "Event (en)", timeZone: "Europe/Berlin" } });
});

test("nobody before that", async () => {
  await eventIn(3.1);
  const { actor } = await createParticipant(event);
  expect(await linkFor(actor)).toBeNull();
  expect((await getRegistrationView(actor, event.slug, "en")).link).toBeNull();
  expect(await sendLinks()).toBe(0);
});

test("a link that changes is sent again, and none after the event", async () => {
  await createParticipant(event);
  await sendLinks();
  await db.event.update({ where: { id: event.id }, data: { meetingUrl: "https://zoom.example/j/new" } });
  expect(await sendLinks()).toBe(1);
  expect(await mails()).toHaveLength(2);
  await createParticipant(event);
  await eventIn(-1);
  expect(await sendLinks()).toBe(0);
});

test.each(["pending", "returned", "waiting", "refused", "cancelled"] as const)("not for a registration that is %s", async (state) => {
  const { actor, registration } = await createParticipant(event);
  await db.registration.update({ where: { id: registration.id }, data: { state } });
  expect(await linkFor(actor)).toBe(NotFound.name);
  const view = await getRegistrationView(actor, event.slug, "en");
  expect(view.own?.state).toBe(state);
  expect(JSON.stringify(view)).not.toContain("zoom.example");
  expect(await sendLinks()).toBe(0);
});

test("not for an organisation that is not admitted, nor for one that the person has left", async () => {
  const [unadmitted, left] = [await createParticipant(event), await createParticipant(event)];
  await db.admission.updateMany({ where: { organisationId: unadmitted.organisation.id }, data: { state: "pending" } });
  await createMember(left.organisation.id);
  await db.membership.deleteMany({ where: { userId: left.actor.userId } });
  for (const actor of [unadmitted.actor, await actorOf(left.actor.userId)]) {
    expect(await linkFor(actor)).toBe(NotFound.name);
    expect(JSON.stringify(await getRegistrationView(actor, event.slug, "en"))).not.toContain("zoom.example");
  }
  expect(await sendLinks()).toBe(0);
});

test("not for visitors, members who have not registered, participants of another event, staff", async () => {
  const organisation = await createOrganisation({ programmeId: event.programmeId });
  const other = await createEvent({ programmeId: event.programmeId });
  const outsiders = [
    await createMember(organisation.id),
    (await createParticipant(other)).actor,
    await createStaff("moderator", event.programmeId),
    await createStaff("organiser", event.programmeId),
  ];
  for (const actor of outsiders) {
    expect(await linkFor(actor)).toBe(NotFound.name);
    expect(JSON.stringify(await getRegistrationView(actor, event.slug, "en"))).not.toContain("zoom.example");
  }
  expect(await linkFor(visitor)).toBe(SignedOut.name);
  await expect(getRegistrationView(visitor, event.slug, "en")).rejects.toThrow(SignedOut);
});

test("a person who wants mails at another address gets the link there as well, once", async () => {
  const { actor } = await createParticipant(event);
  await sendLinks();
  await changeRegistration(actor, changeSchema.parse({
    event: event.slug, locale: "en", personName: "Alex Example", email: "alex@new.example", languages: ["en"], slots: event.slots.map(({ id }) => id), participation: true,
  }));
  expect([await sendLinks(), await sendLinks()]).toEqual([1, 0]);
  expect((await mails()).map(({ to }) => to).toSorted((a, b) => a.localeCompare(b))).toEqual(["alex@new.example", "participant@mail.example"]);
});
