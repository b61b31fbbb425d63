import { beforeEach, describe, expect, test } from "vitest";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound } from "@/domain/result";
import { blockOrganisation } from "@/domain/safety/commands";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptRequest, declineRequest } from "../commands/answer-request";
import { editRequest } from "../commands/edit-request";
import { sendRequest } from "../commands/send-request";
import { getRequest } from "./get-request";
import { listInbox } from "./list-inbox";
import { prepareRequest } from "./prepare-request";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const own = await createParticipant(event, "PL");
  const other = () => createParticipant(event, "DE");
  return { programme, event, own, other };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe("the inbox", () => {
  test("groups what was asked, in both directions, with quota and load; others' requests are not in it", async () => {
    const { event, own, other } = stage;
    const [a, b, c, d] = [await other(), await other(), await other(), await other()];
    await createRequest(a, b);
    const second = await createRequest(a, own, { expiresAt: addDays(new Date(), 2) });
    const first = await createRequest(b, own, { expiresAt: addDays(new Date(), 1) });
    const waiting = await createRequest(own, c);
    const accepted = await createRequest(d, own);
    await acceptRequest(own.actor, { event: event.slug, id: accepted.id });
    const overdue = await createRequest(await other(), own, { expiresAt: new Date(0) });
    const declined = await createRequest(own, await other(), { state: "declined", answeredAt: new Date(), declineCode: "no_fit" });
    const pairing = await createMeeting(own, await other());
    const gone = await createMeeting(own, await other(), { state: "cancelled" });

    const inbox = await listInbox(own.actor, event.slug, "de");
    expect(inbox.event).toMatchObject({ slug: event.slug, title: "Event (de)" });
    expect(ids(inbox.answer)).toEqual([first.id, second.id]);
    expect(ids(inbox.waiting)).toEqual([waiting.id]);
    expect(inbox.agreed.map(({ requestId, id }) => requestId ?? id).toSorted()).toEqual([accepted.id, pairing.id].toSorted());
    expect(ids(inbox.past).toSorted()).toEqual([overdue.id, declined.id].toSorted());
    expect(ids(inbox.cancelledPairings)).toEqual([gone.id]);
    expect([inbox.quota, inbox.load]).toEqual([{ used: 1, limit: 10 }, { freeSlots: 7, meetings: 2 }]);
  });

  test("shows each side the other one", async () => {
    const { event, own, other } = stage;
    const partner = await other();
    await createRequest(own, partner);
    const [mine] = (await listInbox(own.actor, event.slug, "en")).waiting;
    const [theirs] = (await listInbox(partner.actor, event.slug, "en")).answer;
    expect([mine?.side, mine?.partner.name, theirs?.side, theirs?.partner.name]).toEqual([
      "requester", partner.organisation.name, "recipient", own.organisation.name,
    ]);
  });

  test("an agreed request whose meeting was cancelled is past", async () => {
    const { event, own, other } = stage;
    const request = await createRequest(await other(), own);
    const accepted = await acceptRequest(own.actor, { event: event.slug, id: request.id });
    if (!accepted.ok) throw new Error(accepted.reason);
    await cancelMeeting(own.actor, { event: event.slug, id: accepted.value.meetingId });
    const inbox = await listInbox(own.actor, event.slug, "en");
    expect([inbox.agreed, inbox.past.map(({ id, isCancelled }) => ({ id, isCancelled }))]).toEqual([[], [{ id: request.id, isCancelled: true }]]);
  });
});

describe("one request", () => {
  test("tells what happened and whose doing it was, the latest first", async () => {
    const { event, own, other } = stage;
    const partner = await other();
    const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk about it?", messageLocale: "en" } as const;
    const sent = await sendRequest(own.actor, { event: event.slug, organisation: partner.organisation.slug, ...words });
    if (!sent.ok) throw new Error(sent.reason);
    const key = { event: event.slug, id: sent.value.id };
    await editRequest(own.actor, { ...key, version: 1, ...words, message: "Shall we talk about something else?" });
    const accepted = await acceptRequest(partner.actor, key);
    if (!accepted.ok) throw new Error(accepted.reason);
    await cancelMeeting(own.actor, { event: event.slug, id: accepted.value.meetingId });
    const steps = (request: Awaited<ReturnType<typeof getRequest>>) => request.history.map(({ action, by }) => `${action} ${by}`);
    expect(steps(await getRequest(own.actor, key, "en"))).toEqual([
      "meeting.cancel own", "request.accept partner", "request.edit own", "request.send own",
    ]);
    expect(steps(await getRequest(partner.actor, key, "en"))[0]).toBe("meeting.cancel partner");
  });

  test("tells how much time each colleague has, and how much of it the other person shares", async () => {
    const { event, own, other } = stage;
    const partner = await other();
    const [first, second, third] = event.slots.map(({ id }) => id);
    const member = await createMember(own.organisation.id);
    const colleague = await createRegistration({
      eventId: event.id, organisationId: own.organisation.id, userId: member.userId, personName: "Zoe", slotIds: [first ?? "", second ?? ""],
    });
    await db.availability.deleteMany({ where: { registrationId: partner.registration.id, slotId: { notIn: [second ?? "", third ?? ""] } } });
    await createMeeting(own, await other());
    await createMeeting(own, await other(), { state: "cancelled" });
    const request = await createRequest(partner, own);
    const { speakers, ownPersonId } = await getRequest(own.actor, { event: event.slug, id: request.id }, "en");
    expect(ownPersonId).toBe(own.registration.id);
    expect(speakers).toEqual([
      { id: own.registration.id, personName: "Alex Example", languages: ["en"], load: { freeSlots: 7, meetings: 1 }, commonSlots: 2 },
      { id: colleague.id, personName: "Zoe", languages: ["en"], load: { freeSlots: 2, meetings: 0 }, commonSlots: 1 },
    ]);
  });
});

describe("before asking", () => {
  test("one sees both sides' words, the quota, and what is open already", async () => {
    const { event, own, other } = stage;
    const partner = await other();
    const key = { event: event.slug, organisation: partner.organisation.slug };
    const before = await prepareRequest(own.actor, key, "en");
    expect(before).toMatchObject({ quota: { used: 0, limit: 10 }, open: null, isAgreed: false, isBlockedByUs: false, ownPersonId: own.registration.id });
    expect([before.own.id, before.partner.id]).toEqual([own.organisation.id, partner.organisation.id]);
    expect(before.partner.statements).toHaveLength(2);
    const { id } = await createRequest(partner, own);
    expect((await prepareRequest(own.actor, key, "en")).open).toEqual({ id, side: "recipient" });
    await declineRequest(own.actor, { event: event.slug, id, code: "not_now" });
    await createMeeting(own, partner);
    expect(await prepareRequest(own.actor, key, "en")).toMatchObject({ open: null, isAgreed: true });
    await blockOrganisation(own.actor, key);
    expect(await prepareRequest(own.actor, key, "en")).toMatchObject({ isBlockedByUs: true });
  });

  test("who shows the profile to moderators alone is not there", async () => {
    const { event, own, other } = stage;
    const hidden = await other();
    await db.organisation.update({ where: { id: hidden.organisation.id }, data: { profileVisibility: "moderators" } });
    await expect(prepareRequest(own.actor, { event: event.slug, organisation: hidden.organisation.slug }, "en")).rejects.toThrow(NotFound);
  });
});
