import { beforeEach, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { decideRegistration } from "./commands/decide-registration";
import type { Decision, RegistrationState } from "./schema";

let event: Awaited<ReturnType<typeof createEvent>>;
const email = "participant@mail.example";

beforeEach(async () => {
  await db.mail.deleteMany();
  event = await createEvent({ programmeId: (await createProgramme()).id });
});

async function createRegistrant(state: RegistrationState = "pending") {
  const participant = await createParticipant(event);
  await db.registration.update({ where: { id: participant.registration.id }, data: { state } });
  return participant.registration.id;
}

const stateOf = async (id: string) => (await db.registration.findUniqueOrThrow({ where: { id } })).state;
const mails = async () => (await db.mail.findMany({ where: { to: email }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);
const auditOf = async (objectId: string) => (await db.auditEntry.findMany({ where: { objectId }, orderBy: { at: "asc" } })).map(({ action }) => action);

type Seen = Parameters<typeof decideRegistration>[1]["seen"];
function decide(who: Actor, id: string, decision: Decision, seen: Seen = "pending") {
  return decideRegistration(who, { event: event.slug, id, seen, decision, reason: "Which department?" }, endConversations);
}

test("approve, ask back and refuse, each with its mail and audit entry", async () => {
  const staff = await createStaff("moderator", event.programmeId, event.id);
  const id = await createRegistrant();
  expect(await decide(staff, id, "return")).toEqual({ ok: true, value: { id, state: "returned" } });
  expect((await db.registration.findUniqueOrThrow({ where: { id } })).reason).toBe("Which department?");
  expect(await decide(staff, id, "approve", "returned")).toEqual({ ok: true, value: { id, state: "approved" } });
  expect((await db.registration.findUniqueOrThrow({ where: { id } })).reason).toBeNull();
  expect(await decide(staff, id, "refuse", "approved")).toEqual({ ok: true, value: { id, state: "refused" } });
  expect(await mails()).toEqual(["registration_returned", "registration_approved", "registration_refused"]);
  expect(await auditOf(id)).toEqual(["registration.return", "registration.approve", "registration.refuse"]);
});

test("the second moderator is told, and nothing of theirs happens", async () => {
  const staff = await Promise.all(Array.from({ length: 6 }, () => createStaff("moderator", event.programmeId)));
  const id = await createRegistrant();
  const decisions = ["approve", "return", "refuse", "approve", "return", "refuse"] as const;
  const results = await Promise.all(decisions.map((decision, index) => decide(staff[index] ?? visitor, id, decision)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 5 }, () => ({ ok: false, reason: "already_decided" })));
  expect(await mails()).toHaveLength(1);
  expect(await auditOf(id)).toHaveLength(1);
});

test("a refusal that comes too late leaves requests alone", async () => {
  const staff = await createStaff("moderator", event.programmeId);
  const [one, other] = [await createParticipant(event), await createParticipant(event)];
  const request = await createRequest(one, other);
  const stateOfRequest = async () => (await db.meetingRequest.findUniqueOrThrow({ where: { id: request.id } })).state;
  expect(await decide(staff, one.registration.id, "refuse", "pending")).toEqual({ ok: false, reason: "already_decided" });
  expect(await stateOfRequest()).toBe("pending");
  expect(await decide(staff, one.registration.id, "refuse", "approved")).toMatchObject({ ok: true });
  expect(await stateOfRequest()).toBe("withdrawn");
});

test("refusing frees the place for who waits; who waits is not approved out of turn", async () => {
  const id = await createRegistrant();
  const waiting = await createRegistrant("waiting");
  await db.event.update({ where: { id: event.id }, data: { capacity: 1 } });
  const staff = await createStaff("organiser", event.programmeId);
  expect(await decide(staff, waiting, "approve", "waiting")).toEqual({ ok: false, reason: "already_decided" });
  await decide(staff, id, "refuse");
  expect(await stateOf(waiting)).toBe("pending");
  expect((await mails()).toSorted()).toEqual(["registration_moved_up", "registration_refused"]);
});

test("the organisation is admitted first", async () => {
  const staff = await createStaff("moderator", event.programmeId);
  const id = await createRegistrant();
  await db.admission.updateMany({ where: { organisation: { registrations: { some: { id } } } }, data: { state: "pending" } });
  expect(await decide(staff, id, "approve")).toEqual({ ok: false, reason: "organisation_not_admitted" });
  expect(await stateOf(id)).toBe("pending");
});

test("not found for other staff, participants and other events' registrations", async () => {
  const id = await createRegistrant();
  const elsewhere = await createEvent({ programmeId: (await createProgramme()).id });
  const foreign = await createStaff("organiser", elsewhere.programmeId);
  await expect(decide(foreign, id, "approve")).rejects.toThrow(NotFound);
  await expect(decide((await createParticipant(event)).actor, id, "approve")).rejects.toThrow(NotFound);
  await expect(decide(visitor, id, "approve")).rejects.toThrow(SignedOut);
  const misled = decideRegistration(foreign, { event: elsewhere.slug, id, seen: "pending", decision: "approve" }, endConversations);
  await expect(misled).rejects.toThrow(NotFound);
  expect(await stateOf(id)).toBe("pending");
});
