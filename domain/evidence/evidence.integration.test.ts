import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { allowEvidence, disallowEvidence, exportEvidence, readEvidence } from "./commands";
import { listReadable, listReaders } from "./queries";

let programme: Awaited<ReturnType<typeof createProgramme>>;
let [event, other]: Awaited<ReturnType<typeof createEvent>>[] = [];
let people: Awaited<ReturnType<typeof createParticipant>>[];
const roleOf = async (userId: string) => (await db.staffRole.findFirstOrThrow({ where: { userId } })).id;

beforeAll(async () => {
  programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id });
  other = await createEvent({ programmeId: programme.id });
  people = [await createParticipant(event, "PL", { name: "Aaa" }), await createParticipant(event, "DE", { name: "Bbb" }), await createParticipant(event, "DE", { name: "Ccc" })];
  const [agrees, , tookBack] = people;
  for (const [one, withdrawnAt] of [[agrees, null], [tookBack, new Date()]] as const) {
    await db.consent.create({ data: { userId: one?.actor.userId ?? "", registrationId: one?.registration.id ?? "", purpose: "evidence", textVersion: "2026-11", locale: "en", withdrawnAt } });
  }
  await db.attendance.create({ data: { registrationId: agrees?.registration.id ?? "", state: "left", arrivedAt: new Date() } });
});

test("who was let in reads names of those who agreed, within the own duty; each reading is written down", async () => {
  if (!event || !other) throw new Error("unreachable");
  const organiser = await createStaff("organiser", programme.id);
  const moderator = await createStaff("moderator", programme.id, event.id);
  const input = { programme: programme.slug, role: await roleOf(moderator.userId) };
  await allowEvidence(organiser, input);
  await allowEvidence(organiser, input);
  const { rows } = await readEvidence(moderator, event.slug, "en");
  expect(rows.map(({ personName, organisation, country, attendance }) => [personName, organisation, country, attendance])).toEqual([
    ["Alex Example", "Aaa", "PL", "left"], [null, "Bbb", "DE", null], [null, "Ccc", "DE", null],
  ]);
  expect((await exportEvidence(moderator, event.slug)).ok).toBe(true);
  expect((await listReadable(moderator, "en")).map(({ slug }) => slug)).toEqual([event.slug]);
  await expect(readEvidence(moderator, other.slug, "en")).rejects.toThrow(NotFound);
  await disallowEvidence(organiser, input);
  await expect(readEvidence(moderator, event.slug, "en")).rejects.toThrow(NotFound);
  const entries = await db.auditEntry.findMany({ where: { action: { startsWith: "evidence." } }, orderBy: { id: "asc" }, select: { action: true, actorId: true, objectId: true } });
  expect(entries).toEqual([
    { action: "evidence.allow", actorId: organiser.userId, objectId: input.role },
    { action: "evidence.read", actorId: moderator.userId, objectId: event.id },
    { action: "evidence.export", actorId: moderator.userId, objectId: event.id },
    { action: "evidence.disallow", actorId: organiser.userId, objectId: input.role },
  ]);
});

test("nobody else, and no organiser who was not let in", async () => {
  const organiser = await createStaff("organiser", programme.id);
  const foreign = await createStaff("organiser", (await createProgramme()).id);
  const role = await roleOf(organiser.userId);
  for (const read of [readEvidence, exportEvidence]) {
    for (const actor of [organiser, foreign, people[0]?.actor ?? visitor]) await expect(read(actor, event?.slug ?? "", "en")).rejects.toThrow(NotFound);
    await expect(read(visitor, event?.slug ?? "", "en")).rejects.toThrow(SignedOut);
  }
  for (const change of [allowEvidence, disallowEvidence]) await expect(change(foreign, { programme: programme.slug, role })).rejects.toThrow(NotFound);
  await expect(allowEvidence(foreign, { programme: (await db.programme.findFirstOrThrow({ where: { id: foreign.staff[0]?.programmeId ?? "" } })).slug, role })).rejects.toThrow(NotFound);
  await expect(listReaders(foreign, programme.slug, "en")).rejects.toThrow(NotFound);
  expect((await listReaders(organiser, programme.slug, "en")).find((reader) => reader.role === role)?.since).toBe(null);
});
