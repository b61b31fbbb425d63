import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { NotFound } from "@/domain/result";
import { blockOrganisation, closeReport, reportOrganisation, unblockOrganisation } from "./commands";
import { listReports } from "./queries";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const one = await createParticipant(event, "PL");
  const other = await createParticipant(event, "DE");
  const third = await createParticipant(event, "DE");
  return { programme, event, one, other, third, key: { event: event.slug, organisation: other.organisation.slug } };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

const state = async ({ id }: { id: string }) => (await db.meetingRequest.findUniqueOrThrow({ where: { id } })).state;

describe("block", () => {
  test("ends open requests of both directions in every event, and nothing else", async () => {
    const { programme, event, one, other, third, key } = stage;
    const second = await createEvent({ programmeId: programme.id });
    const [there, theirs] = await Promise.all([one, other].map(({ organisation, actor }) =>
      createRegistration({ eventId: second.id, organisationId: organisation.id, userId: actor.userId }),
    ));
    const sent = await createRequest(one, other);
    const received = await createRequest(other, one, { eventId: second.id, requesterPersonId: theirs?.id ?? "", recipientPersonId: there?.id ?? "" });
    const unrelated = [await createRequest(one, third), await createRequest(third, other)];
    const meeting = await createMeeting(one, third);
    expect(await blockOrganisation(one.actor, key)).toEqual({ ok: true, value: { id: other.organisation.id } });
    expect([await state(sent), await state(received)]).toEqual(["withdrawn", "declined"]);
    expect(await Promise.all(unrelated.map(state))).toEqual(["pending", "pending"]);
    expect((await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).state).toBe("agreed");
    const declined = await db.mail.findMany({ where: { kind: "request_declined" } });
    expect(declined.map(({ params }) => params)).toMatchObject([{ reasonCode: null, reasonText: null }]);
    expect(await db.auditEntry.count({ where: { action: "organisation.block", objectId: other.organisation.id, eventId: event.id } })).toBe(1);
  });

  test("twice is the same as once, and taking it back too", async () => {
    const { one, other, key } = stage;
    const traces = async () => [await db.block.count(), await db.auditEntry.count({ where: { objectId: other.organisation.id } })];
    const before = await traces();
    const plus = (blocks: number, entries: number) => [(before[0] ?? 0) + blocks, (before[1] ?? 0) + entries];
    await blockOrganisation(one.actor, key);
    await blockOrganisation(one.actor, key);
    expect(await traces()).toEqual(plus(1, 1));
    await unblockOrganisation(one.actor, key);
    await unblockOrganisation(one.actor, key);
    expect(await traces()).toEqual(plus(0, 2));
  });

  test("works against somebody who blocked first and is hidden", async () => {
    const { event, one, other, key } = stage;
    await blockOrganisation(other.actor, { event: event.slug, organisation: one.organisation.slug });
    expect((await blockOrganisation(one.actor, key)).ok).toBe(true);
  });
});

describe("report", () => {
  test("reaches the moderators of the event, once, and is closed once", async () => {
    const { programme, event, one, other, key } = stage;
    const moderator = await createStaff("moderator", programme.id, event.id);
    const report = { ...key, key: randomUUID(), text: "They write to everybody about loans." };
    await reportOrganisation(one.actor, report);
    await reportOrganisation(one.actor, report);
    const expected = {
      id: report.key, text: report.text, closedAt: null,
      reporter: { slug: one.organisation.slug, name: one.organisation.name },
      reported: { slug: other.organisation.slug, name: other.organisation.name },
    };
    expect((await listReports(moderator, event.slug)).reports).toEqual([{ ...expected, createdAt: expect.any(Date) as Date }]);
    await closeReport(moderator, { event: event.slug, id: report.key });
    const [closed] = (await listReports(moderator, event.slug)).reports;
    expect(closed?.closedAt).toBeInstanceOf(Date);
    await closeReport(moderator, { event: event.slug, id: report.key });
    expect((await listReports(moderator, event.slug)).reports[0]?.closedAt).toEqual(closed?.closedAt);
  });

  test("not of an organisation that the reporter cannot know", async () => {
    const { programme, one, other, key } = stage;
    const elsewhere = await createParticipant(await createEvent({ programmeId: programme.id }));
    const text = "They write to everybody about loans.";
    await expect(reportOrganisation(one.actor, { ...key, organisation: elsewhere.organisation.slug, key: randomUUID(), text })).rejects.toThrow(NotFound);
    await db.organisation.update({ where: { id: other.organisation.id }, data: { profileVisibility: "moderators" } });
    await expect(reportOrganisation(one.actor, { ...key, key: randomUUID(), text })).rejects.toThrow(NotFound);
    await createRequest(other, one);
    expect((await reportOrganisation(one.actor, { ...key, key: randomUUID(), text })).ok).toBe(true);
  });
});
