import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireViewpoint, type Viewpoint } from "../access";
import { dismissOrganisation } from "../commands";
import { explainPartner } from "./explain-partner";
import { listSuggestions } from "./list-suggestions";

const say = (direction: "offer" | "need", text: string) => ({ direction, locale: "en" as const, text });

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const [own, other] = [await createParticipant(event, "PL"), await createParticipant(event, "DE")];
  const write = (id: string, statements: ReturnType<typeof say>[]) =>
    db.organisation.update({ where: { id }, data: { statements: { deleteMany: {}, create: statements } } });
  await write(own.organisation.id, [say("need", "We look for warehouse automation")]);
  await write(other.organisation.id, [say("offer", "Warehouse automation")]);
  const place = await requireViewpoint(own.actor, programme.id);
  const theirs = await requireViewpoint(other.actor, programme.id);
  return { own, other, event, write, place, theirs, inEvent: { ...place, eventId: event.id } satisfies Viewpoint };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  world = await prepare();
});

const tell = async (place: Viewpoint, id = world.other.organisation.id) => (await explainPartner(place, id)).absences.map(({ code }) => code);
const suggested = async (place: Viewpoint) => (await listSuggestions(world.own.actor, place, 5)).length;

describe("explainPartner", () => {
  test("tells the reasons, and nothing else while somebody is suggested", async () => {
    const { place, inEvent, other } = world;
    for (const where of [place, inEvent]) {
      const { reasons, absences } = await explainPartner(where, other.organisation.id);
      expect([reasons.map(({ offer }) => offer.text), absences]).toEqual([["Warehouse automation"], []]);
      expect(await suggested(where)).toBe(1);
    }
  });

  test("tells what the own side has said, in the programme and in its events, and the other side nothing of it", async () => {
    const { own, other, place, inEvent, theirs } = world;
    await dismissOrganisation(own.actor, place, { organisation: other.organisation.slug, reason: "known", locale: "en" });
    await db.block.create({ data: { blockerId: own.organisation.id, blockedId: other.organisation.id } });
    for (const where of [place, inEvent]) {
      expect(await tell(where)).toEqual(["blocked_by_you", "dismissed_by_you"]);
      expect(await suggested(where)).toBe(0);
    }
    expect(await tell(theirs, own.organisation.id)).toEqual([]);
  });

  test("who is blocked is suggested nowhere", async () => {
    const { own, other, place, inEvent } = world;
    await db.block.create({ data: { blockerId: own.organisation.id, blockedId: other.organisation.id } });
    expect([await suggested(place), await suggested(inEvent)]).toEqual([0, 0]);
  });

  test("tells of requests and meetings inside their event, where they end suggestions, whoever began", async () => {
    const { own, other, place, inEvent } = world;
    const request = await createRequest(other, own);
    expect([await tell(inEvent), await tell(place)]).toEqual([["asked"], []]);
    expect([await suggested(inEvent), await suggested(place)]).toEqual([0, 1]);
    await db.meetingRequest.delete({ where: { id: request.id } });
    expect(await tell(inEvent)).toEqual([]);
    await createMeeting(own, other);
    expect([await tell(inEvent), await tell(place)]).toEqual([["agreed"], []]);
  });

  test("tells where the texts do not meet, and says nothing about the own organisation itself", async () => {
    const { own, other, place, write } = world;
    await write(own.organisation.id, [say("offer", "Automated warehouses")]);
    expect(await tell(place)).toEqual(["no_meeting", "both_offer"]);
    await write(other.organisation.id, []);
    expect(await tell(place)).toEqual(["they_wrote_nothing"]);
    expect(await explainPartner(place, own.organisation.id)).toEqual({ reasons: [], absences: [] });
  });
});
