import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { canMove } from "../rules";
import type { RequestState } from "../schema";
import { acceptRequest, declineRequest, withdrawRequest } from "./answer-request";
import { editRequest, proposeColleague } from "./edit-request";
import { expireRequests } from "./expire-requests";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  return { event, asker: await createParticipant(event, "PL"), asked: await createParticipant(event, "DE") };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  stage = await prepare();
});

const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk?", messageLocale: "en" } as const;

/** Where each command leads, if it leads anywhere; null: it leaves the state as it is. */
const leadsTo = {
  accept: "accepted",
  decline: "declined",
  withdraw: "withdrawn",
  expire: "expired",
  edit: null,
  propose: null,
} as const;
type Command = keyof typeof leadsTo;

async function run(command: Command, id: string): Promise<void> {
  const { event: { slug: event }, asker, asked } = stage;
  switch (command) {
    case "accept":
      await acceptRequest(asked.actor, { event, id });
      return;
    case "decline":
      await declineRequest(asked.actor, { event, id, text: "Not now." });
      return;
    case "withdraw":
      await withdrawRequest(asker.actor, { event, id });
      return;
    case "expire":
      await db.meetingRequest.update({ where: { id }, data: { expiresAt: new Date(0) } });
      await expireRequests();
      return;
    case "edit":
      await editRequest(asker.actor, { event, id, version: 1, ...words });
      return;
    case "propose":
      await proposeColleague(asked.actor, { event, id, version: 1, person: asked.registration.id });
      return;
  }
}

async function stateOf(id: string): Promise<RequestState> {
  return (await db.meetingRequest.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
}

test("whatever is done in whatever order, a state follows the graph, and each change has one entry in the log", async () => {
  const commands = fc.array(fc.constantFrom(...(Object.keys(leadsTo) as Command[])), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(commands, async (tried) => {
    await db.meeting.deleteMany();
    await db.meetingRequest.deleteMany();
    const { id } = await createRequest(stage.asker, stage.asked);
    let state: RequestState = "pending";
    for (const command of tried) {
      await run(command, id);
      const to = leadsTo[command];
      const expected: RequestState = to !== null && canMove(state, to) ? to : state;
      expect([tried, command, await stateOf(id)]).toEqual([tried, command, expected]);
      state = expected;
    }
    const changes = await db.auditEntry.count({ where: { objectId: id, action: { in: ["request.accept", "request.decline", "request.withdraw", "request.expire"] } } });
    expect(changes).toBe(state === "pending" ? 0 : 1);
    expect(await db.meeting.count()).toBe(state === "accepted" ? 1 : 0);
  }), { numRuns: 40 });
});
