import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { SignedOut } from "@/domain/result";
import { blockOrganisation, closeReport, reportOrganisation, unblockOrganisation } from "@/domain/safety/commands";
import { listReports } from "@/domain/safety/queries";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { actorOf, createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { getRequest } from "../queries/get-request";
import { listInbox } from "../queries/list-inbox";
import { prepareRequest } from "../queries/prepare-request";
import { acceptRequest, declineRequest, withdrawRequest } from "./answer-request";
import { editRequest, proposeColleague } from "./edit-request";
import { sendRequest } from "./send-request";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const elsewhere = await createEvent({ programmeId: programme.id });
  const asker = await createParticipant(event, "PL");
  const asked = await createParticipant(event, "DE");
  const third = await createParticipant(event, "DE");
  const request = await createRequest(asker, asked);
  const meeting = await createMeeting(asked, third);
  const report = await db.report.create({
    data: { eventId: event.id, reporterId: asker.organisation.id, reportedId: asked.organisation.id, text: "They do not exist." },
  });
  return { programme, event, elsewhere, asker, asked, third, request, meeting, report };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  stage = await prepare();
});

/** People for whom none of this exists, each with a reason of its own. */
async function outsiders(): Promise<Record<string, Actor>> {
  const { programme, event, elsewhere, asked } = stage;
  const waiting = await createMember(asked.organisation.id);
  await createRegistration({ eventId: event.id, organisationId: asked.organisation.id, userId: waiting.userId, state: "pending" });
  const elsewhereOnly = await createMember(asked.organisation.id);
  await createRegistration({ eventId: elsewhere.id, organisationId: asked.organisation.id, userId: elsewhereOnly.userId });
  const former = await createMember(asked.organisation.id);
  await createRegistration({ eventId: event.id, organisationId: asked.organisation.id, userId: former.userId });
  await db.membership.deleteMany({ where: { userId: former.userId } });
  const refused = await createParticipant(event, "DE");
  await db.admission.updateMany({ where: { organisationId: refused.organisation.id }, data: { state: "refused" } });
  return {
    "a colleague who is not registered": await createMember(asked.organisation.id),
    "a colleague whose registration waits": waiting,
    "a colleague who is registered for another event": elsewhereOnly,
    "somebody who has left the organisation": await actorOf(former.userId),
    "an organisation that is not admitted": refused.actor,
    "staff of the programme": await createStaff("organiser", programme.id),
  };
}

const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk?", messageLocale: "en" } as const;

/** Every command and query of requests and safety that a participant has. */
function attempts(actor: Actor): Record<string, () => Promise<unknown>> {
  const { event: { slug: event }, asked, request: { id } } = stage;
  const person = asked.registration.id;
  const key = { event, organisation: asked.organisation.slug };
  return {
    send: () => sendRequest(actor, { ...key, ...words }),
    edit: () => editRequest(actor, { event, id, version: 1, ...words }),
    withdraw: () => withdrawRequest(actor, { event, id }),
    accept: () => acceptRequest(actor, { event, id }),
    decline: () => declineRequest(actor, { event, id, code: "no_fit" }),
    propose: () => proposeColleague(actor, { event, id, version: 1, person }),
    inbox: () => listInbox(actor, event, "en"),
    request: () => getRequest(actor, { event, id }, "en"),
    prepare: () => prepareRequest(actor, key, "en"),
    block: () => blockOrganisation(actor, key),
    unblock: () => unblockOrganisation(actor, key),
    report: () => reportOrganisation(actor, { ...key, key: randomUUID(), text: "They do not exist." }),
  };
}

/** How each attempt ends: "ok", the refusal's reason, or the name of what was thrown. */
async function outcomes(tried: Record<string, () => Promise<unknown>>): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(tried)) {
    result[name] = await attempt().then(() => "allowed", (error: unknown) => (error instanceof Error ? error.name : "?"));
  }
  return result;
}

function pick<K extends string>(tried: Record<string, () => Promise<unknown>>, ...names: K[]) {
  return Object.fromEntries(Object.entries(tried).filter(([name]) => names.some((wanted) => wanted === name)));
}

const all = (result: string, tried: Record<string, unknown>) => Object.fromEntries(Object.keys(tried).map((name) => [name, result]));

/** Everything that a successful attempt would have left behind. */
async function traces() {
  const { event, request } = stage;
  return {
    request: await db.meetingRequest.findUnique({ where: { id: request.id }, select: { state: true, version: true } }),
    requests: await db.meetingRequest.count({ where: { eventId: event.id } }),
    agreed: await db.meeting.count({ where: { eventId: event.id, state: "agreed" } }),
    blocks: await db.block.count(),
    openReports: await db.report.count({ where: { closedAt: null } }),
    mails: await db.mail.count(),
    audit: await db.auditEntry.count(),
  };
}

describe("nothing happens", () => {
  test("a visitor is asked to sign in first", async () => {
    const before = await traces();
    expect(await outcomes(attempts(visitor))).toEqual(all("SignedOut", attempts(visitor)));
    const { event: { slug }, meeting, report } = stage;
    await expect(cancelMeeting(visitor, { event: slug, id: meeting.id })).rejects.toThrow(SignedOut);
    await expect(closeReport(visitor, { event: slug, id: report.id })).rejects.toThrow(SignedOut);
    await expect(listReports(visitor, slug)).rejects.toThrow(SignedOut);
    expect(await traces()).toEqual(before);
  });

  test("for those who do not take part it does not exist", async () => {
    const before = await traces();
    for (const [who, actor] of Object.entries(await outsiders())) {
      expect([who, await outcomes(attempts(actor))]).toEqual([who, all("NotFound", attempts(actor))]);
    }
    expect(await traces()).toEqual(before);
  });

  test("nor does a request between others for a third participant", async () => {
    const before = await traces();
    const tried = pick(attempts(stage.third.actor), "edit", "withdraw", "accept", "decline", "propose", "request");
    expect(Object.keys(tried)).toHaveLength(6);
    expect(await outcomes(tried)).toEqual(all("NotFound", tried));
    expect(await traces()).toEqual(before);
  });

  test("who was asked does not edit or withdraw; who asks does not answer; nobody asks, blocks or reports themselves", async () => {
    const before = await traces();
    const asked = pick(attempts(stage.asked.actor), "edit", "withdraw", "send", "prepare", "block", "unblock", "report");
    expect(await outcomes(asked)).toEqual(all("NotFound", asked));
    const asker = pick(attempts(stage.asker.actor), "accept", "decline", "propose");
    expect(await outcomes(asker)).toEqual(all("NotFound", asker));
    expect([Object.keys(asked).length, Object.keys(asker).length]).toEqual([7, 3]);
    expect(await traces()).toEqual(before);
  });

  test("the right people in another event reach nothing of this one", async () => {
    const { elsewhere, asker, asked, request: { id }, meeting } = stage;
    for (const { actor, organisation } of [asker, asked]) {
      await createRegistration({ eventId: elsewhere.id, organisationId: organisation.id, userId: actor.userId });
    }
    const before = await traces();
    const event = elsewhere.slug;
    const tried = {
      withdraw: () => withdrawRequest(asker.actor, { event, id }),
      edit: () => editRequest(asker.actor, { event, id, version: 1, ...words }),
      accept: () => acceptRequest(asked.actor, { event, id }),
      decline: () => declineRequest(asked.actor, { event, id, code: "no_fit" }),
      propose: () => proposeColleague(asked.actor, { event, id, version: 1, person: asked.registration.id }),
      request: () => getRequest(asked.actor, { event, id }, "en"),
      cancel: () => cancelMeeting(asked.actor, { event, id: meeting.id }),
    };
    expect(await outcomes(tried)).toEqual(all("NotFound", tried));
    expect(await traces()).toEqual(before);
  });

  test("reports are for the moderators of the event, meetings for the two sides and staff", async () => {
    const { event, elsewhere, programme, asker, meeting, report } = stage;
    const strangers = {
      reporter: asker.actor,
      "moderator of another event": await createStaff("moderator", programme.id, elsewhere.id),
      "organiser of another programme": await createStaff("organiser", (await createProgramme()).id),
    };
    const before = await traces();
    for (const [who, actor] of Object.entries(strangers)) {
      const tried = {
        list: () => listReports(actor, event.slug),
        close: () => closeReport(actor, { event: event.slug, id: report.id }),
        cancel: () => cancelMeeting(actor, { event: event.slug, id: meeting.id }),
      };
      expect([who, await outcomes(tried)]).toEqual([who, all("NotFound", tried)]);
    }
    expect(await traces()).toEqual(before);
  });
});

test("and the right ones may: the same attempts leave something behind", async () => {
  const { event: { slug: event }, programme, asker, asked, third, request: { id }, meeting, report } = stage;
  const moderator = await createStaff("moderator", programme.id);
  const allowed = [
    editRequest(asker.actor, { event, id, version: 1, ...words }),
    getRequest(asker.actor, { event, id }, "en"),
    listInbox(asked.actor, event, "en"),
    listReports(moderator, event),
    closeReport(moderator, { event, id: report.id }),
    cancelMeeting(third.actor, { event, id: meeting.id }),
    prepareRequest(third.actor, { event, organisation: asker.organisation.slug }, "en"),
  ];
  await Promise.all(allowed);
  expect(await acceptRequest(asked.actor, { event, id })).toMatchObject({ ok: true });
});
