import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireViewpoint, type Viewpoint } from "../access";
import { setBookmark } from "../commands";
import { parseDirectory } from "../schema";
import { listSuggestions } from "./list-suggestions";
import { readSearch } from "./read-search";
import { listBookmarks, searchDirectory } from "./search-directory";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const polish = await createParticipant(event, "PL");
  const german = await createParticipant(event, "DE");
  const otherPole = await createParticipant(event, "PL");
  const secretive = await createOrganisation({ programmeId: programme.id, name: "Secret harbour works", profileVisibility: "moderators" });
  const pending = await createOrganisation({ programmeId: programme.id, name: "Pending harbour works", state: "pending" });
  const elsewhere = await createProgramme();
  const foreign = await createOrganisation({ programmeId: elsewhere.id, name: "Harbour works of another programme" });
  const set = (id: string, name: string) => db.organisation.update({ where: { id }, data: { name } });
  await set(polish.organisation.id, "Alfa");
  await set(german.organisation.id, "Zeta Wrocław Logistik");
  await set(otherPole.organisation.id, "Beta");
  await db.statementField.create({ data: { statementId: polish.organisation.statements[1]?.id ?? "", fieldCode: "sensors_and_metering" } });
  await db.statementField.create({ data: { statementId: german.organisation.statements[0]?.id ?? "", fieldCode: "sensors_and_metering" } });
  const own = { ...(await requireViewpoint(polish.actor, programme.id)), eventId: event.id } satisfies Viewpoint;
  return { programme, event, polish, german, otherPole, secretive, pending, foreign, own };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  world = await prepare();
});

/** As a German reader. */
const search = (actor: Actor, place: Viewpoint, params: Record<string, string | string[]>) => {
  const { filters, parts } = readSearch(parseDirectory(params), "de");
  return searchDirectory(actor, place, filters, parts);
};

const names = async (params: Record<string, string | string[]>) => {
  const { cards } = await search(world.polish.actor, world.own, params);
  return cards.map((card) => card.name);
};

describe("searchDirectory", () => {
  test("lists the participants of the event, the other side of the border first, and nobody else", async () => {
    expect(await names({})).toEqual(["Zeta Wrocław Logistik", "Beta"]);
    expect(await names({ side: "mixed" })).toEqual(["Beta", "Zeta Wrocław Logistik"]);
    expect(await names({ side: "only" })).toEqual(["Zeta Wrocław Logistik"]);
  });

  test("finds words without diacritics and with typing errors", async () => {
    expect(await names({ q: "wroclaw" })).toEqual(["Zeta Wrocław Logistik"]);
    expect(await names({ q: "WROCŁAW logistk" })).toEqual(["Zeta Wrocław Logistik"]);
    expect(await names({ q: "wroclaw aquarium" })).toEqual([]);
    expect(await names({ q: "%" })).toHaveLength(2);
  });

  test("filters by field and by whether it is offered or needed", async () => {
    expect(await names({ field: "sensors_and_metering" })).toEqual(["Zeta Wrocław Logistik"]);
    expect(await names({ field: "electronics", direction: "offer" })).toEqual(["Zeta Wrocław Logistik"]);
    expect(await names({ field: "sensors_and_metering", direction: "need" })).toEqual([]);
  });

  test("knows who is free in a slot", async () => {
    const { event, german } = world;
    const slot = event.slots[2];
    await db.availability.delete({ where: { registrationId_slotId: { registrationId: german.registration.id, slotId: slot?.id ?? "" } } });
    expect(await names({ slot: "3" })).toEqual(["Beta"]);
    expect(await names({ slot: "1" })).toEqual(["Zeta Wrocław Logistik", "Beta"]);
  });

  test("is for people of admitted organisations", async () => {
    const { programme, own, pending } = world;
    await expect(search(visitor, own, {})).rejects.toThrow(SignedOut);
    await expect(requireViewpoint(visitor, programme.id)).rejects.toThrow(SignedOut);
    await expect(requireViewpoint(await createMember(pending.id), programme.id)).rejects.toThrow(NotFound);
  });
});

describe("listSuggestions", () => {
  test("gives the sentences that meet, and not those who are in touch already", async () => {
    const { polish, german, own } = world;
    const [suggestion, ...rest] = await listSuggestions(polish.actor, own, 10);
    expect(rest).toEqual([]);
    expect(suggestion?.card.id).toBe(german.organisation.id);
    expect(suggestion?.reasons.map((reason) => [reason.kind, reason.need.text, reason.offer.text])).toEqual([
      ["they_offer", "A partner for sensor networks", "Software for harbours"],
    ]);
    const request = await createRequest(german, polish);
    expect(await listSuggestions(polish.actor, own, 10)).toEqual([]);
    await db.meetingRequest.delete({ where: { id: request.id } });
  });
});

describe("setBookmark", () => {
  test("twice is once, and it can be taken back", async () => {
    const { polish, german, own, programme } = world;
    const input = { organisationId: german.organisation.id, isOn: true };
    await setBookmark(polish.actor, own, input);
    await setBookmark(polish.actor, own, input);
    expect([...(await listBookmarks(polish.actor, programme.id))]).toEqual([german.organisation.id]);
    expect(await names({ view: "bookmarks" })).toEqual(["Zeta Wrocław Logistik"]);
    expect(await db.auditEntry.count({ where: { action: "bookmark.add" } })).toBe(1);
    await setBookmark(polish.actor, own, { ...input, isOn: false });
    expect(await names({ view: "bookmarks" })).toEqual([]);
  });

  test("only what is listed can be bookmarked", async () => {
    const { polish, secretive, pending, foreign, own } = world;
    for (const hidden of [secretive, pending, foreign]) {
      await expect(setBookmark(polish.actor, own, { organisationId: hidden.id, isOn: true })).rejects.toThrow(NotFound);
    }
    await expect(setBookmark(visitor, own, { organisationId: secretive.id, isOn: true })).rejects.toThrow(SignedOut);
  });
});
