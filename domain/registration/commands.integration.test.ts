import { beforeEach, describe, expect, test } from "vitest";
import { type Person, visitor } from "@/domain/actor";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { cancelRegistration } from "./commands/cancel-registration";
import { changeRegistration } from "./commands/change-registration";
import { registerParticipant } from "./commands/register-participant";
import type { RegisterInput } from "./schema";

type Event = Awaited<ReturnType<typeof createEvent>>;
let event: Event;
let organisation: Awaited<ReturnType<typeof createOrganisation>>;
let actor: Person;

beforeEach(async () => {
  await db.mail.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id });
  organisation = await createOrganisation({ programmeId: event.programmeId });
  actor = await createMember(organisation.id);
});

function input(data: Partial<RegisterInput> = {}): RegisterInput {
  return {
    event: event.slug,
    organisation: organisation.id,
    locale: "pl",
    personName: "Zofia Wąs",
    email: "zofia@mail.example",
    languages: ["pl", "de"],
    interpreterNeeded: true,
    slots: event.slots.slice(0, 2).map(({ id }) => id),
    hopes: "Partnerzy z Meklemburgii",
    participation: true,
    contact: true,
    evidence: false,
    ...data,
  };
}

const stored = (id: string) =>
  db.registration.findUniqueOrThrow({ where: { id }, include: { availability: true, consents: { orderBy: { givenAt: "asc" } } } });
const mailsTo = async (to: string) => (await db.mail.findMany({ where: { to }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);
const auditOf = async (objectId: string) => (await db.auditEntry.findMany({ where: { objectId }, orderBy: { at: "asc" } })).map(({ action }) => action);

async function register(data: Partial<RegisterInput> = {}, who = actor) {
  const result = await registerParticipant(who, input(data));
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function another(state: "approved" | "pending" = "approved") {
  const own = await createOrganisation({ programmeId: event.programmeId, state });
  return { organisation: own.id, who: await createMember(own.id) };
}

describe("registering", () => {
  test("stores what was said, with consents, one audit entry and one mail", async () => {
    const { id, state } = await register();
    expect(state).toBe("pending");
    const row = await stored(id);
    expect(row).toMatchObject({
      state: "pending",
      organisationId: organisation.id,
      userId: actor.userId,
      personName: "Zofia Wąs",
      email: "zofia@mail.example",
      locale: "pl",
      languages: ["pl", "de"],
      interpreterNeeded: true,
      hopes: "Partnerzy z Meklemburgii",
    });
    expect(row.availability.map(({ slotId }) => slotId).toSorted()).toEqual(event.slots.slice(0, 2).map((slot) => slot.id).toSorted());
    expect(row.consents.map(({ purpose, textVersion, locale, withdrawnAt }) => ({ purpose, textVersion, locale, withdrawnAt }))).toEqual([
      { purpose: "participation", textVersion: "2026-11", locale: "pl", withdrawnAt: null },
      { purpose: "contact", textVersion: "2026-11", locale: "pl", withdrawnAt: null },
    ]);
    expect(await mailsTo("zofia@mail.example")).toEqual(["registration_received"]);
    expect(await auditOf(id)).toEqual(["registration.register"]);
  });

  test("sent twenty times at once it is one registration, with the same answer", async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => registerParticipant(actor, input())));
    const [first] = results;
    expect(first?.ok).toBe(true);
    expect(results).toEqual(Array.from({ length: 20 }, () => first));
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
    expect(await mailsTo("zofia@mail.example")).toEqual(["registration_received"]);
  });

  test("is approved at once where no moderator is needed, but only admitted organisations hear so", async () => {
    await db.event.update({ where: { id: event.id }, data: { needsApproval: false } });
    expect((await register()).state).toBe("approved");
    expect(await mailsTo("zofia@mail.example")).toEqual(["registration_approved"]);
    const pending = await another("pending");
    expect((await register({ organisation: pending.organisation, email: "new@mail.example" }, pending.who)).state).toBe("approved");
    expect(await mailsTo("new@mail.example")).toEqual(["registration_received"]);
  });

  test("goes to the waiting list when full", async () => {
    await db.event.update({ where: { id: event.id }, data: { capacity: 1 } });
    await register();
    const next = await another();
    expect((await register({ organisation: next.organisation, email: "next@mail.example" }, next.who)).state).toBe("waiting");
    expect(await mailsTo("next@mail.example")).toEqual(["registration_waiting"]);
  });

  test.each([
    ["form_not_open", { registrationOpensAt: null }],
    ["form_not_open", { registrationOpensAt: new Date(Date.now() + 60_000) }],
    ["form_closed", { registrationClosesAt: new Date(Date.now() - 60_000) }],
  ])("%s %o", async (reason, data) => {
    await db.event.update({ where: { id: event.id }, data });
    expect(await registerParticipant(actor, input())).toEqual({ ok: false, reason });
  });

  test("slots are of this event, and one at least", async () => {
    const other = await createEvent({ programmeId: event.programmeId });
    expect(await registerParticipant(actor, input({ slots: [] }))).toEqual({ ok: false, reason: "slot_needed" });
    expect(await registerParticipant(actor, input({ slots: [other.slots[0]?.id ?? ""] }))).toEqual({ ok: false, reason: "slot_unknown" });
    const talk = await createEvent({ programmeId: event.programmeId, slotCount: 0 });
    expect((await registerParticipant(actor, input({ event: talk.slug, slots: [] }))).ok).toBe(true);
  });

  test("somebody who registers while the slots are made anew is told", async () => {
    const slotId = event.slots[6]?.id ?? "";
    const waiting = () => db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const attempt = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Slot" WHERE "id" = ${slotId}::uuid FOR UPDATE`;
      const registering = registerParticipant(actor, input({ slots: [slotId] }));
      while ((await waiting()).length === 0);
      await tx.slot.delete({ where: { id: slotId } });
      return { registering };
    });
    expect(await attempt.registering).toEqual({ ok: false, reason: "slot_unknown" });
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(0);
  });

  test("not for an organisation of somebody else, one without a way into the programme, a refused one", async () => {
    const foreign = await createOrganisation({ programmeId: event.programmeId });
    const outside = await createOrganisation();
    const outsider = await createMember(outside.id);
    const refused = await createOrganisation({ programmeId: event.programmeId, state: "refused" });
    const refusedMember = await createMember(refused.id);
    await expect(registerParticipant(actor, input({ organisation: foreign.id }))).rejects.toThrow(NotFound);
    await expect(registerParticipant(outsider, input({ organisation: outside.id }))).rejects.toThrow(NotFound);
    await expect(registerParticipant(refusedMember, input({ organisation: refused.id }))).rejects.toThrow(NotFound);
    await expect(registerParticipant(actor, input({ event: "no-such-event" }))).rejects.toThrow(NotFound);
    await expect(registerParticipant(visitor, input())).rejects.toThrow(SignedOut);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(0);
  });

  test("a second organisation of the same person, or a refused person, is told", async () => {
    const { id } = await register();
    const second = await createOrganisation({ programmeId: event.programmeId });
    await db.membership.create({ data: { organisationId: second.id, userId: actor.userId, email: actor.email, role: "owner", state: "active" } });
    expect(await registerParticipant(actor, input({ organisation: second.id }))).toEqual({ ok: false, reason: "registered_elsewhere" });
    await db.registration.update({ where: { id }, data: { state: "refused" } });
    expect(await registerParticipant(actor, input())).toEqual({ ok: false, reason: "registration_refused" });
  });
});

describe("changing", () => {
  test("stores what differs, withdraws and adds consents, and says so once", async () => {
    const { id } = await register();
    const change = input({ email: "zofia.was@mail.example", slots: event.slots.slice(1, 3).map((slot) => slot.id), contact: false, evidence: true });
    expect(await changeRegistration(actor, change)).toEqual({ ok: true, value: { id, state: "pending" } });
    const row = await stored(id);
    expect(row.email).toBe("zofia.was@mail.example");
    expect(row.availability.map(({ slotId }) => slotId).toSorted()).toEqual(change.slots.toSorted());
    const consents = row.consents.map(({ purpose, withdrawnAt }) => `${purpose} ${withdrawnAt ? "withdrawn" : "given"}`);
    expect(consents.toSorted()).toEqual(["contact withdrawn", "evidence given", "participation given"]);
    await changeRegistration(actor, change);
    expect(await mailsTo("zofia.was@mail.example")).toEqual(["registration_changed"]);
    expect(await auditOf(id)).toEqual(["registration.register", "registration.change"]);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { objectId: id, action: "registration.change" } });
    expect(entry.details).toEqual({ fields: ["email", "slots", "consents"], state: "pending" });
  });

  test("brings what was asked back to the moderators again", async () => {
    const { id } = await register();
    await db.registration.update({ where: { id }, data: { state: "returned", reason: "Which department?" } });
    expect(await changeRegistration(actor, input())).toEqual({ ok: true, value: { id, state: "pending" } });
    expect((await stored(id)).reason).toBeNull();
  });

  test("not once it is over, cancelled or somebody else's", async () => {
    const { id } = await register();
    const other = await another();
    await expect(changeRegistration(other.who, input())).rejects.toThrow(NotFound);
    await expect(changeRegistration(await createStaff("organiser", event.programmeId), input())).rejects.toThrow(NotFound);
    await expect(changeRegistration(visitor, input())).rejects.toThrow(SignedOut);
    await db.registration.update({ where: { id }, data: { state: "cancelled" } });
    expect(await changeRegistration(actor, input())).toEqual({ ok: false, reason: "registration_ended" });
    await db.event.update({ where: { id: event.id }, data: { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) } });
    expect(await changeRegistration(actor, input())).toEqual({ ok: false, reason: "event_over" });
  });
});

describe("cancelling", () => {
  test("lets the first of the waiting list move up, in turn", async () => {
    await db.event.update({ where: { id: event.id }, data: { capacity: 1 } });
    const { id } = await register();
    const [first, second] = [await another(), await another()];
    const one = await register({ organisation: first.organisation, email: "first@mail.example" }, first.who);
    const two = await register({ organisation: second.organisation, email: "second@mail.example" }, second.who);
    expect(await cancelRegistration(actor, { event: event.slug }, endConversations)).toEqual({ ok: true, value: { id } });
    expect([(await stored(id)).state, (await stored(one.id)).state, (await stored(two.id)).state]).toEqual(["cancelled", "pending", "waiting"]);
    expect(await mailsTo("first@mail.example")).toEqual(["registration_waiting", "registration_moved_up"]);
    expect(await mailsTo("second@mail.example")).toEqual(["registration_waiting"]);
    expect(await auditOf(one.id)).toEqual(["registration.register", "registration.move_up"]);
    expect((await stored(id)).consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  test("twice is once", async () => {
    const { id } = await register();
    const cancel = () => cancelRegistration(actor, { event: event.slug }, endConversations);
    const results = await Promise.all(Array.from({ length: 5 }, cancel));
    expect(results).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: { id } })));
    expect(await mailsTo("zofia@mail.example")).toEqual(["registration_received", "registration_cancelled"]);
  });

  test("one can register again, behind those who wait", async () => {
    await db.event.update({ where: { id: event.id }, data: { capacity: 1 } });
    const { id } = await register();
    const next = await another();
    await register({ organisation: next.organisation }, next.who);
    await cancelRegistration(actor, { event: event.slug }, endConversations);
    const again = await register({ slots: [event.slots[6]?.id ?? ""] });
    expect(again).toEqual({ id, state: "waiting" });
    const row = await stored(id);
    expect(row.availability.map(({ slotId }) => slotId)).toEqual([event.slots[6]?.id]);
    expect(row.consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose).toSorted()).toEqual(["contact", "participation"]);
  });

  test("withdraws requests, declines what nobody can answer, cancels meetings and frees their seats", async () => {
    const [leaver, asked, asking, met] = await Promise.all([1, 2, 3, 4].map(() => createParticipant(event)));
    if (!leaver || !asked || !asking || !met) throw new Error("unreachable");
    const sent = await createRequest(leaver, asked);
    const received = await createRequest(asking, leaver);
    const untouched = await createRequest(asking, asked);
    const meeting = await createMeeting(leaver, met);
    await db.$queryRaw`SELECT seat_meeting(${meeting.id}::uuid, ${event.slots[0]?.id}::uuid, ${event.rooms[0]?.id}::uuid)`;
    expect(await db.seat.count({ where: { meetingId: meeting.id } })).toBe(3);
    await cancelRegistration(leaver.actor, { event: event.slug }, endConversations);
    const states = await db.meetingRequest.findMany({ where: { id: { in: [sent.id, received.id, untouched.id] } }, select: { id: true, state: true } });
    expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
      [sent.id]: "withdrawn",
      [received.id]: "declined",
      [untouched.id]: "pending",
    });
    expect((await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).state).toBe("cancelled");
    expect(await db.seat.count({ where: { meetingId: meeting.id } })).toBe(0);
  });

  test("leaves what an organisation received to a colleague who stays", async () => {
    const leaver = await createParticipant(event);
    const colleague = await createMember(leaver.organisation.id, "editor");
    await createRegistration({ eventId: event.id, organisationId: leaver.organisation.id, userId: colleague.userId });
    const received = await createRequest(await createParticipant(event), leaver, { recipientPersonId: leaver.registration.id });
    await cancelRegistration(leaver.actor, { event: event.slug }, endConversations);
    expect(await db.meetingRequest.findUniqueOrThrow({ where: { id: received.id } })).toMatchObject({ state: "pending", recipientPersonId: null });
  });

  test("is for the person alone", async () => {
    await register();
    const other = await another();
    await expect(cancelRegistration(other.who, { event: event.slug }, endConversations)).rejects.toThrow(NotFound);
    await expect(cancelRegistration(await createMember(organisation.id), { event: event.slug }, endConversations)).rejects.toThrow(NotFound);
    await expect(cancelRegistration(visitor, { event: event.slug }, endConversations)).rejects.toThrow(SignedOut);
  });
});
