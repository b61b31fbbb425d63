import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Person, visitor } from "@/domain/actor";
import { claimMail } from "@/domain/mail/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { decideMany } from "./commands/decide-many";
import { undoBulk } from "./commands/undo-bulk";
import { getLastBulk } from "./queries/get-bulk";
import type { BulkDecision, DecideManyInput, RegistrationState } from "./schema";

let event: Awaited<ReturnType<typeof createEvent>>;
let moderator: Person;

beforeEach(async () => {
  await db.mail.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id });
  moderator = await createStaff("moderator", event.programmeId, event.id);
});

/** Registrations in the order in which they came. */
async function create(...states: RegistrationState[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, state] of states.entries()) {
    const { registration: { id } } = await createParticipant(event);
    await db.registration.update({ where: { id }, data: { state, reason: state === "returned" ? "Which department?" : null, queuedAt: new Date(Date.UTC(2026, 0, 1, 0, index)) } });
    ids.push(id);
  }
  return ids;
}

type Choice = DecideManyInput["chosen"];
const pending = (ids: readonly string[]): Choice => ids.map((id) => [id, "pending"]);
const inputOf = (decision: BulkDecision, chosen: Choice, key: string = randomUUID()): DecideManyInput => ({ event: event.slug, key, decision, chosen, reason: "No place left." });

async function decide(decision: BulkDecision, chosen: Choice): Promise<string> {
  const answer = await decideMany(moderator, inputOf(decision, chosen));
  return answer.ok ? answer.value.id : "";
}

const undo = (bulk: string, who: Person = moderator) => undoBulk(who, { event: event.slug, bulk });
const rows = () => db.registration.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" }, select: { id: true, state: true, reason: true, queuedAt: true } });
const states = async (ids: readonly string[]) => {
  const all = new Map((await rows()).map(({ id, state }) => [id, state]));
  return ids.map((id) => all.get(id));
};
const mails = async () => (await db.mail.findMany({ where: { eventId: event.id }, orderBy: { kind: "asc" } })).map(({ kind, state }) => [kind, state]);
const due = () => db.$executeRaw`UPDATE "Mail" SET "nextAttemptAt" = now() WHERE "eventId" = ${event.id}::uuid`;

describe("several at once", () => {
  it("are approved where that is possible, and the others are told with the reason", async () => {
    const [one = "", two = "", three = "", four = ""] = await create("pending", "returned", "refused", "pending");
    const organisationId = (await createOrganisation({ programmeId: event.programmeId, state: "pending" })).id;
    await db.registration.update({ where: { id: four }, data: { organisationId } });
    const id = await decide("approve", [[one, "pending"], [two, "returned"], [three, "pending"], [four, "pending"], [randomUUID(), "pending"]]);
    expect(await states([one, two, three, four])).toEqual(["approved", "approved", "refused", "pending"]);
    const view = await getLastBulk(moderator, event.slug);
    expect(view).toMatchObject({ id, decision: "approve", isUndone: false, done: 2, moved: 0 });
    expect(new Map(view?.refused.map((row) => [row.id, row.refusal]))).toEqual(new Map([[three, "already_decided"], [four, "organisation_not_admitted"]]));
    expect(await mails()).toEqual([["registration_approved", "queued"], ["registration_approved", "queued"]]);
    const entries = await db.auditEntry.findMany({ where: { eventId: event.id, objectType: "registration" } });
    expect(new Set(entries.map(({ action, actorId, objectId, details }) => JSON.stringify([action, actorId, objectId, details])))).toEqual(new Set([
      JSON.stringify(["registration.approve", moderator.userId, one, { bulk: id, from: "pending" }]),
      JSON.stringify(["registration.approve", moderator.userId, two, { bulk: id, from: "returned" }]),
    ]));
  });

  it("are held for a minute: no worker sends a mail of it, and then each does", async () => {
    await decide("approve", pending(await create("pending")));
    const [mail] = await db.mail.findMany({ where: { eventId: event.id } });
    const job = await db.$queryRaw<{ isHeld: boolean }[]>`
      SELECT j."start_after" = m."nextAttemptAt" AND m."nextAttemptAt" BETWEEN now() + interval '50 s' AND now() + interval '60 s' AS "isHeld"
      FROM pgboss.job j JOIN "Mail" m ON j."data"->>'mail' = m."id"::text WHERE m."id" = ${mail?.id ?? ""}::uuid`;
    expect(job).toEqual([{ isHeld: true }]);
    expect(await claimMail(mail?.id ?? "")).toBeUndefined();
    await due();
    expect(await claimMail(mail?.id ?? "")).toMatchObject({ kind: "registration_approved", params: { person: expect.any(String) as string } });
  });

  it("are refused with one reason, and the waiting list moves up; nobody who talks with others is refused this way", async () => {
    const [one = "", two = "", first = "", second = ""] = await create("pending", "returned", "waiting", "waiting");
    const [asker, asked] = [await createParticipant(event), await createParticipant(event)];
    await createRequest(asker, asked);
    const busy = asker.registration.id;
    await db.registration.update({ where: { id: busy }, data: { state: "returned", reason: "Which department?" } });
    await db.event.update({ where: { id: event.id }, data: { capacity: 4 } });
    await decide("refuse", [[one, "pending"], [two, "returned"], [busy, "returned"], [second, "waiting"]]);
    expect(await states([one, two, busy, first, second])).toEqual(["refused", "refused", "returned", "pending", "refused"]);
    expect(await getLastBulk(moderator, event.slug)).toMatchObject({ done: 3, moved: 1, refused: [{ id: busy, refusal: "in_conversation" }] });
    expect((await rows()).flatMap(({ reason }) => reason ?? []).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["No place left.", "No place left.", "No place left.", "Which department?"]);
    expect(await mails()).toEqual([["registration_moved_up", "queued"], ["registration_refused", "queued"], ["registration_refused", "queued"], ["registration_refused", "queued"]]);
  });

  it("go to the end of the waiting list where others wait for their places", async () => {
    const [one = "", two = "", first = ""] = await create("pending", "pending", "waiting");
    await db.event.update({ where: { id: event.id }, data: { capacity: 2 } });
    await decide("wait", pending([one, two]));
    expect(await states([one, two, first])).toEqual(["waiting", "pending", "pending"]);
    expect(await getLastBulk(moderator, event.slug)).toMatchObject({ done: 1, moved: 1, refused: [{ id: two, refusal: "nobody_waits" }] });
    expect(await mails()).toEqual([["registration_moved_up", "queued"], ["registration_waiting", "queued"]]);
  });

  it("are one bulk when the form is sent twice, and two moderators decide each once", async () => {
    const ids = await create("pending", "pending", "pending");
    const other = await createStaff("moderator", event.programmeId);
    const input = inputOf("approve", pending(ids));
    const rest = inputOf("refuse", pending(ids));
    await Promise.all([decideMany(moderator, input), decideMany(other, rest), decideMany(moderator, input), decideMany(other, rest)]);
    expect(new Set(await states(ids)).size).toBe(1);
    expect(await mails()).toHaveLength(3);
    const items = await db.registrationBulkItem.groupBy({ by: ["refusal"], where: { bulk: { eventId: event.id } }, _count: true });
    expect(new Map(items.map(({ refusal, _count }) => [refusal, _count]))).toEqual(new Map([[null, 3], ["already_decided", 3]]));
  });
});

describe("taking it back", () => {
  it("makes everything what it was, and no mail is sent or told of", async () => {
    const [one = "", two = ""] = await create("pending", "returned", "waiting", "waiting");
    await db.event.update({ where: { id: event.id }, data: { capacity: 2 } });
    await db.consent.create({ data: { registrationId: one, userId: (await db.registration.findUniqueOrThrow({ where: { id: one } })).userId, purpose: "evidence", textVersion: "1", locale: "en" } });
    const before = await rows();
    for (const decision of ["refuse", "approve"] as const) {
      const bulk = await decide(decision, [[one, "pending"], [two, "returned"]]);
      expect(await rows()).not.toEqual(before);
      expect(await undo(bulk)).toEqual({ ok: true, value: { id: bulk } });
      expect(await undo(bulk)).toEqual({ ok: true, value: { id: bulk } });
      expect(await rows()).toEqual(before);
      expect(await getLastBulk(moderator, event.slug)).toMatchObject({ id: bulk, isUndone: true, heldUntil: null });
    }
    expect(new Set((await mails()).map(([, state]) => state))).toEqual(new Set(["outdated"]));
    expect(await db.consent.count({ where: { registrationId: one, withdrawnAt: null } })).toBe(1);
    expect(await db.calendarEntry.count({ where: { registration: { eventId: event.id }, state: "confirmed" } })).toBe(0);
    await due();
    const all = await db.mail.findMany({ where: { eventId: event.id } });
    expect(await Promise.all(all.map(({ id }) => claimMail(id)))).toEqual(all.map(() => undefined));
    expect(await db.auditEntry.count({ where: { eventId: event.id, action: "registration.undo" } })).toBe(4 + 2);
  });

  it("is refused once a mail has left, and then nothing of it is undone", async () => {
    const ids = await create("pending", "pending");
    const bulk = await decide("approve", pending(ids));
    await due();
    const [mail] = await db.mail.findMany({ where: { eventId: event.id } });
    await claimMail(mail?.id ?? "");
    expect(await getLastBulk(moderator, event.slug)).toMatchObject({ isUndone: false, heldUntil: null });
    expect(await undo(bulk)).toEqual({ ok: false, reason: "mails_gone" });
    expect(await states(ids)).toEqual(["approved", "approved"]);
    expect(new Set((await mails()).map(([, state]) => state))).toEqual(new Set(["queued", "sending"]));
  });

  it("is refused where somebody has changed one of them, or has taken a place", async () => {
    await db.event.update({ where: { id: event.id }, data: { capacity: 1 } });
    const [one = ""] = await create("pending");
    const bulk = await decide("refuse", pending([one]));
    const [late = ""] = await create("approved");
    expect(await undo(bulk)).toEqual({ ok: false, reason: "places_taken" });
    await db.registration.update({ where: { id: late }, data: { state: "cancelled" } });
    await db.registration.update({ where: { id: one }, data: { state: "cancelled" } });
    expect(await undo(bulk)).toEqual({ ok: false, reason: "decided_since" });
    expect(await mails()).toEqual([["registration_refused", "queued"]]);
  });

  it("like deciding, is over when the event is cancelled", async () => {
    const [one = "", two = ""] = await create("pending", "pending");
    const bulk = await decide("approve", pending([one]));
    await db.event.update({ where: { id: event.id }, data: { cancelledAt: new Date() } });
    expect(await undo(bulk)).toEqual({ ok: false, reason: "event_cancelled" });
    expect(await decideMany(moderator, inputOf("approve", pending([two])))).toEqual({ ok: false, reason: "event_cancelled" });
    expect(await states([one, two])).toEqual(["approved", "pending"]);
  });

  it("is for the event's staff alone", async () => {
    const ids = await create("pending");
    const bulk = await decide("approve", pending(ids));
    const otherEvent = await createEvent({ programmeId: event.programmeId });
    const strangers = [(await createParticipant(event)).actor, await createStaff("moderator", event.programmeId, otherEvent.id), await createStaff("organiser", (await createProgramme()).id)];
    for (const stranger of strangers) {
      await expect(undo(bulk, stranger)).rejects.toThrow(NotFound);
      await expect(decideMany(stranger, inputOf("approve", pending(ids)))).rejects.toThrow(NotFound);
      await expect(getLastBulk(stranger, event.slug)).rejects.toThrow(NotFound);
    }
    await expect(undoBulk(visitor, { event: event.slug, bulk })).rejects.toThrow(SignedOut);
    await expect(undoBulk(moderator, { event: event.slug, bulk: randomUUID() })).rejects.toThrow(NotFound);
    // A form of one event cannot name the other's bulk or people.
    const both = await createStaff("moderator", event.programmeId);
    await expect(undoBulk(both, { event: otherEvent.slug, bulk })).rejects.toThrow(NotFound);
    await expect(decideMany(both, { ...inputOf("approve", [], bulk), event: otherEvent.slug })).rejects.toThrow(NotFound);
    await decideMany(both, { ...inputOf("refuse", [[ids[0] ?? "", "approved"]]), event: otherEvent.slug });
    expect(await states(ids)).toEqual(["approved"]);
  });
});
