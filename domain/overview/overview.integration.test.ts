import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { nudgeParticipant } from "./commands/nudge-participant";
import { getOverview } from "./queries/get-overview";
import { type OverviewCounts, type RiskCause, riskCauses } from "./schema";

const long = addDays(new Date(), -4);
const none = { statements: {} };

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const enter = (country: "PL" | "DE", more: object = {}) => createParticipant(event, country, more);
  const [busy, partner, silent, away, slow, asker] = [await enter("PL"), await enter("DE"), await enter("PL", none), await enter("DE"), await enter("PL"), await enter("DE")];
  await createMeeting(busy, partner);
  await createMeeting(busy, asker, { state: "cancelled" });
  await db.availability.deleteMany({ where: { registrationId: away.registration.id } });
  await createRequest(asker, slow, { createdAt: long });
  await createRequest(busy, slow, { createdAt: long });
  await createRequest(busy, away);
  for (const [state, recipient] of [["accepted", silent], ["declined", away], ["expired", silent], ["withdrawn", slow]] as const) {
    await createRequest(partner, recipient, { state, answeredAt: new Date() });
  }
  // Approved for the event, but not admitted to the programme any more.
  const unadmitted = await createOrganisation({ programmeId: programme.id, state: "pending" });
  await createRegistration({ eventId: event.id, organisationId: unadmitted.id, userId: (await createMember(unadmitted.id)).userId });
  for (const state of ["pending", "waiting", "cancelled"] as const) {
    const organisation = await createOrganisation({ programmeId: programme.id });
    await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: (await createMember(organisation.id)).userId, state });
  }
  // Another event of the programme, which counts for nothing here.
  const other = await createEvent({ programmeId: programme.id });
  await createMeeting(await createParticipant(other), await createParticipant(other));
  return { programme, event, busy, partner, silent, away, slow, asker, moderator: await createStaff("moderator", programme.id, event.id) };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  world = await prepare();
});

const read = (risk?: RiskCause) => getOverview(world.moderator, world.event.slug, "en", { risk, page: 1 });
const atRisk = async (risk: RiskCause) => (await read(risk)).risks.map(({ registrationId }) => registrationId).toSorted();

/** Everything counted anew, row by row. */
async function recount(): Promise<OverviewCounts> {
  const of = { where: { eventId: world.event.id } };
  const [registrations, requests, meetings, slots, rooms] = [
    await db.registration.findMany({ ...of, include: { organisation: { include: { admissions: true } } } }), await db.meetingRequest.findMany(of), await db.meeting.findMany(of), await db.slot.findMany(of), await db.room.findMany(of),
  ];
  const count = <T extends { state: string }>(rows: T[], ...states: string[]) => rows.filter(({ state }) => states.includes(state)).length;
  const agreed = meetings.filter(({ state }) => state === "agreed");
  return {
    registrations: { all: registrations.length, approved: count(registrations, "approved"), pending: count(registrations, "pending", "returned"), waiting: count(registrations, "waiting") },
    requests: {
      all: requests.length, pending: count(requests, "pending"), accepted: count(requests, "accepted"), declined: count(requests, "declined"),
      withdrawn: count(requests, "withdrawn"), expired: count(requests, "expired"),
    },
    meetings: { agreed: agreed.length, requested: agreed.filter(({ origin }) => origin === "request").length, paired: agreed.filter(({ origin }) => origin === "pairing").length },
    organisations: new Set(registrations.filter(({ state, organisation: { admissions } }) => state === "approved" && admissions.some((admission) => admission.programmeId === world.programme.id && admission.state === "approved")).map(({ organisationId }) => organisationId)).size,
    places: slots.length * rooms.filter(({ isClosed }) => !isClosed).length,
  };
}

test("every count equals a recount, and the trend adds up to it", async () => {
  const { counts, trend } = await read();
  expect(counts).toEqual(await recount());
  expect(counts).toMatchObject({ registrations: { all: 10, approved: 7 }, requests: { all: 7, pending: 3 }, meetings: { agreed: 1 }, organisations: 6 });
  const sum = (name: "registrations" | "requests" | "meetings") => trend.reduce((total, week) => total + week[name], 0);
  expect([trend.length, sum("registrations"), sum("requests"), sum("meetings")]).toEqual([8, 10, 7, 1]);
});

test("who is at risk, for which reason", async () => {
  const ids = (...people: { registration: { id: string } }[]) => people.map(({ registration }) => registration.id).toSorted();
  const { silent, away, slow, asker } = world;
  expect(await atRisk("profile")).toEqual(ids(silent));
  expect(await atRisk("time")).toEqual(ids(away));
  expect(await atRisk("unanswered")).toEqual(ids(slow));
  expect(await atRisk("meeting")).toEqual(ids(silent, away, slow, asker));
  expect((await read()).riskCounts).toEqual({ profile: 1, time: 1, unanswered: 1, meeting: 4 });
  expect((await read("unanswered")).risks).toMatchObject([{ waiting: 2, nudgedAt: null }]);
});

describe("a reminder", () => {
  const nudge = (cause: RiskCause, registration: string) => nudgeParticipant(world.moderator, { event: world.event.slug, registration, cause });
  const mails = () => db.mail.count({ where: { eventId: world.event.id, kind: "participant_nudge" } });

  test("goes out once for each cause in three days, by twenty at once too", async () => {
    const id = world.slow.registration.id;
    const answers = await Promise.all(Array.from({ length: 20 }, () => nudge("unanswered", id)));
    expect(answers.filter((answer) => answer.ok && answer.value.isWritten)).toHaveLength(1);
    expect(await mails()).toBe(1);
    const [mail] = await db.mail.findMany({ where: { eventId: world.event.id, kind: "participant_nudge" } });
    expect(mail).toMatchObject({ to: "participant@mail.example", params: { cause: "unanswered", count: 2, path: `/events/${world.event.slug}/requests` } });
    expect((await read("unanswered")).risks[0]?.nudgedAt).toEqual(mail?.createdAt);
    expect(await nudge("meeting", id)).toEqual({ ok: true, value: { isWritten: true } });
    await db.mail.updateMany({ where: { kind: "participant_nudge" }, data: { createdAt: addDays(new Date(), -3.1) } });
    expect(await nudge("unanswered", id)).toEqual({ ok: true, value: { isWritten: true } });
    expect([await mails(), await db.auditEntry.count({ where: { action: "participant.nudge", objectId: id } })]).toEqual([3, 3]);
  });

  test("goes out again when the first one is forgotten, and the second one is old", async () => {
    const id = world.asker.registration.id;
    const written = { ok: true, value: { isWritten: true } };
    const age = () => db.mail.updateMany({ where: { kind: "participant_nudge" }, data: { createdAt: addDays(new Date(), -3.1) } });
    expect(await nudge("meeting", id)).toEqual(written);
    await age();
    expect(await nudge("meeting", id)).toEqual(written);
    await age();
    await db.mail.delete({ where: { key: `participant_nudge/meeting/${id}/1` } });
    expect(await nudge("meeting", id)).toEqual(written);
    await age();
  });

  test("is not sent once the event is over, and not offered", async () => {
    const { endsAt } = await db.event.findUniqueOrThrow({ where: { id: world.event.id } });
    const { startsAt } = world.event;
    expect((await read()).canNudge).toBe(true);
    await db.event.update({ where: { id: world.event.id }, data: { startsAt: addDays(new Date(), -2), endsAt: addDays(new Date(), -1) } });
    const before = await mails();
    expect([await nudge("meeting", world.away.registration.id), (await read()).canNudge, await mails()]).toEqual([{ ok: false, reason: "not_at_risk" }, false, before]);
    await db.event.update({ where: { id: world.event.id }, data: { startsAt, endsAt } });
  });

  test.each(riskCauses)("of %s is refused to whom it does not concern", async (cause) => {
    expect(await nudge(cause, world.busy.registration.id)).toEqual({ ok: false, reason: "not_at_risk" });
  });

  test("goes to who registered first of those who still act for the organisation", async () => {
    const { event } = world;
    const left = await createParticipant(event, "PL");
    const id = left.registration.id;
    expect(await atRisk("meeting")).toContain(id);
    const colleague = await createRegistration({ eventId: event.id, organisationId: left.organisation.id, userId: (await createMember(left.organisation.id)).userId, email: "colleague@mail.example" });
    await db.membership.deleteMany({ where: { userId: left.actor.userId } });
    expect(await nudge("meeting", id)).toEqual({ ok: false, reason: "not_at_risk" });
    expect(await nudge("meeting", colleague.id)).toEqual({ ok: true, value: { isWritten: true } });
    expect(await db.mail.count({ where: { kind: "participant_nudge", to: "colleague@mail.example" } })).toBe(1);
    await createMember(left.organisation.id);
    await db.membership.deleteMany({ where: { userId: colleague.userId } });
    expect(await atRisk("meeting")).not.toContain(colleague.id);
    await db.organisation.delete({ where: { id: left.organisation.id } });
  });

  test("goes to participants of the event alone", async () => {
    const elsewhere = await createParticipant(await createEvent({ programmeId: world.programme.id }), "PL", none);
    await expect(nudge("profile", elsewhere.registration.id)).rejects.toThrow(NotFound);
  });
});

test("who may see it and remind: staff of the event or its programme, nobody else", async () => {
  const get = (actor: Actor) => getOverview(actor, world.event.slug, "en", { risk: undefined, page: 1 });
  expect((await get(await createStaff("organiser", world.programme.id))).event.slug).toBe(world.event.slug);
  const remind = (actor: Actor) => nudgeParticipant(actor, { event: world.event.slug, registration: world.silent.registration.id, cause: "profile" });
  const before = await db.mail.count();
  const strangers = [
    world.busy.actor, await createStaff("organiser", (await createProgramme()).id),
    await createStaff("moderator", world.programme.id, (await createEvent({ programmeId: world.programme.id })).id),
  ];
  for (const ask of [get, remind]) {
    for (const stranger of strangers) await expect(ask(stranger)).rejects.toThrow(NotFound);
    await expect(ask(visitor)).rejects.toThrow(SignedOut);
  }
  expect(await db.mail.count()).toBe(before);
});
