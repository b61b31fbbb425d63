import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { actorOf, createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireParticipant } from "./access";

let event: Awaited<ReturnType<typeof createEvent>>;

beforeAll(async () => {
  event = await createEvent({ programmeId: (await createProgramme()).id });
});

test("an approved participant of an admitted organisation", async () => {
  const { actor, organisation, registration } = await createParticipant(event);
  const participant = await requireParticipant(actor, event.slug, "de");
  expect(participant.registration.id).toBe(registration.id);
  expect(participant.organisationId).toBe(organisation.id);
  expect(participant.event.title).toBe("Event (de)");
  expect(JSON.stringify(participant)).not.toContain("zoom.example");
});

test.each(["pending", "returned", "waiting", "refused", "cancelled"] as const)("not while the registration is %s", async (state) => {
  const { actor, registration } = await createParticipant(event);
  await db.registration.update({ where: { id: registration.id }, data: { state } });
  await expect(requireParticipant(actor, event.slug)).rejects.toThrow(NotFound);
});

test.each(["pending", "returned", "refused"] as const)("not while the admission is %s", async (state) => {
  const { actor, organisation } = await createParticipant(event);
  await db.admission.updateMany({ where: { organisationId: organisation.id }, data: { state } });
  await expect(requireParticipant(actor, event.slug)).rejects.toThrow(NotFound);
});

test("not with an admission to another programme", async () => {
  const { actor, organisation } = await createParticipant(event);
  await db.admission.updateMany({ where: { organisationId: organisation.id }, data: { programmeId: (await createProgramme()).id } });
  await expect(requireParticipant(actor, event.slug)).rejects.toThrow(NotFound);
});

test("not for an organisation that the person has left", async () => {
  const { actor, organisation } = await createParticipant(event);
  await createMember(organisation.id);
  await db.membership.deleteMany({ where: { userId: actor.userId } });
  await expect(requireParticipant(await actorOf(actor.userId), event.slug)).rejects.toThrow(NotFound);
});

test("not for staff, for participants of another event, for visitors", async () => {
  const other = await createEvent({ programmeId: event.programmeId });
  const { actor } = await createParticipant(other);
  await expect(requireParticipant(actor, event.slug)).rejects.toThrow(NotFound);
  await expect(requireParticipant(await createStaff("organiser", event.programmeId), event.slug)).rejects.toThrow(NotFound);
  await expect(requireParticipant(visitor, event.slug)).rejects.toThrow(SignedOut);
});
