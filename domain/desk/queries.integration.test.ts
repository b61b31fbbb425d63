import { beforeAll, describe, expect, test } from "vitest";
import { type Person, visitor } from "@/domain/actor";
import { SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { actorOf, createStaff, createUser } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { getDesk } from "./queries";

let programme: Awaited<ReturnType<typeof createProgramme>>;
let event: Awaited<ReturnType<typeof createEvent>>;
beforeAll(async () => {
  programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id });
});

const desk = (actor: Person) => getDesk(actor, programme, "de");

describe("the desk", () => {
  test("is for those who have signed in", async () => {
    await expect(getDesk(visitor, programme, "de")).rejects.toThrow(SignedOut);
  });

  test("of a new person asks for an organisation", async () => {
    const { organisations, duties, step } = await desk(await actorOf((await createUser()).id));
    expect({ organisations, duties, step }).toEqual({ organisations: [], duties: null, step: { kind: "organisation" } });
  });

  test("shows an invitation to the own address, and nothing of the organisation's inside", async () => {
    const inviting = await createOrganisation({ programmeId: programme.id });
    const user = await createUser();
    const { id } = await db.membership.create({ data: { organisationId: inviting.id, email: user.email, role: "editor", state: "invited" } });
    const { organisations, step } = await desk(await actorOf(user.id));
    expect(step).toEqual({ kind: "invitation" });
    expect(organisations).toEqual([{ membershipId: id, state: "invited", slug: inviting.slug, name: inviting.name, admission: null, completeness: null }]);
  });

  test("tells a participant what waits, and counts nobody else's", async () => {
    const [mine, theirs, others] = [await createParticipant(event), await createParticipant(event, "DE"), await createParticipant(event)];
    await createRequest(theirs, mine);
    await createRequest(others, theirs);
    await createRequest(others, mine, { state: "declined", answeredAt: new Date() });
    const { events, step } = await desk(mine.actor);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ slug: event.slug, title: "Event (de)", standing: "approved", toAnswer: 1, isScheduleOut: false });
    expect(step).toEqual({ kind: "answer", event: event.slug, count: 1 });
    expect((await desk(others.actor)).events[0]).toMatchObject({ toAnswer: 0 });
    await db.meetingRequest.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await desk(mine.actor)).events[0]).toMatchObject({ toAnswer: 0 });
  });

  test("knows the organisation's state and the profile's next part", async () => {
    const waiting = await createOrganisation({ programmeId: programme.id, state: "pending", statements: { create: [] } });
    const { organisations, step } = await desk(await createMember(waiting.id));
    expect(organisations[0]).toMatchObject({ slug: waiting.slug, state: "active", admission: "pending", completeness: { next: "offers" } });
    expect(step).toEqual({ kind: "register", event: event.slug });
  });

  test("shows a released schedule until it is taken back", async () => {
    const other = await createEvent({ programmeId: programme.id });
    const { actor } = await createParticipant(other);
    const isOut = async () => (await desk(actor)).events.find(({ slug }) => slug === other.slug)?.isScheduleOut;
    expect(await isOut()).toBe(false);
    const version = await db.scheduleVersion.create({ data: { eventId: other.id, number: 1 } });
    expect(await isOut()).toBe(true);
    await db.scheduleVersion.update({ where: { id: version.id }, data: { takenBackAt: new Date() } });
    expect(await isOut()).toBe(false);
  });

  test("leaves out what is over and what belongs to another programme", async () => {
    await createEvent({ programmeId: programme.id, startsAt: new Date("2020-01-01T10:00:00Z"), endsAt: new Date("2020-01-01T12:00:00Z"), slotCount: 0 });
    const elsewhere = await createEvent({ programmeId: (await createProgramme()).id });
    const slugs = (await desk(await actorOf((await createUser()).id))).events.map(({ slug }) => slug);
    expect(slugs).toContain(event.slug);
    expect(slugs).not.toContain(elsewhere.slug);
    expect(slugs).toHaveLength(2);
  });

  test("counts for staff what they decide about, and for staff of one event only its registrations", async () => {
    const own = await createProgramme();
    const theirs = await createEvent({ programmeId: own.id });
    await createOrganisation({ programmeId: own.id, state: "pending" });
    const { registration } = await createParticipant(theirs);
    await db.registration.update({ where: { id: registration.id }, data: { state: "pending" } });
    const read = async (actor: Person) => {
      const { duties, step } = await getDesk(actor, own, "en");
      return { duties, step };
    };
    expect(await read(await createStaff("moderator", own.id))).toEqual({ duties: { organisations: 1, registrations: 1 }, step: { kind: "moderation" } });
    expect((await read(await createStaff("moderator", own.id, theirs.id))).duties).toEqual({ organisations: 0, registrations: 1 });
    expect((await read(await createStaff("moderator", programme.id))).duties).not.toEqual({ organisations: 1, registrations: 1 });
  });
});
