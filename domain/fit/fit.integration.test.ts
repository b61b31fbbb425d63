import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { readUnread } from "@/domain/concept/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createRegistration } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { measureFits } from "./commands/measure-fits";
import { readEventFit, readProgrammeFit } from "./queries/read-fit";
import { parseFit } from "./schema";

const texts = (...statements: ["offer" | "need", string][]) => ({
  texts: {},
  statements: { create: statements.map(([direction, text], position) => ({ direction, text, position, locale: "en" as const })) },
});

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const enter = async (name: string, country: "PL" | "DE", ...statements: ["offer" | "need", string][]) => {
    const organisation = await createOrganisation({ programmeId: programme.id, name, country, region: country === "PL" ? "PL42" : "DE80", ...texts(...statements) });
    const member = await createMember(organisation.id);
    await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: member.userId });
    return { organisation, member };
  };
  const seeker = await enter("Seeker", "PL", ["need", "sworn translation of contracts"], ["offer", "a warehouse near the harbour"]);
  const translator = await enter("Translator", "DE", ["offer", "sworn translation of contracts"], ["need", "a warehouse near the harbour"]);
  const lonely = await enter("Lonely", "PL", ["need", "beekeeping and honey"], ["offer", "beekeeping and honey"]);
  const silent = await enter("Silent", "DE");
  // Admitted, but not registered: of the programme, not of the event.
  const outside = await createOrganisation({ programmeId: programme.id, name: "Beekeeper", country: "DE", region: "DE80", ...texts(["offer", "beekeeping and honey"]) });
  const foreign = await createOrganisation({ programmeId: (await createProgramme()).id, name: "Foreign", country: "DE", region: "DE80", ...texts(["offer", "beekeeping and honey"]) });
  while (await readUnread());
  while (await measureFits());
  return { programme, event, seeker, translator, lonely, silent, outside, foreign, moderator: await createStaff("moderator", programme.id, event.id), organiser: await createStaff("organiser", programme.id) };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  world = await prepare();
});

const filters = (params: Record<string, string>) => parseFit(params);
const ofEvent = async (params: Record<string, string> = {}, actor: Actor = world.moderator) => (await readEventFit(actor, world.event.slug, filters(params), "en")).data;
const ofProgramme = async (params: Record<string, string> = {}, actor: Actor = world.organiser) => (await readProgrammeFit(actor, undefined, filters(params), "en")).data;

describe("who may see a matching page", () => {
  const pages = ["unmatched", "needed", "offered", "pair"].map((view) => ({ view }));

  test.each(pages)("of an event, $view: its staff and that of its programme, nobody else", async (params) => {
    for (const staff of [world.moderator, world.organiser, await createStaff("moderator", world.programme.id)]) expect((await ofEvent(params, staff)).view).toBe(params.view);
    const elsewhere = await createProgramme();
    const otherEvent = await createEvent({ programmeId: world.programme.id });
    for (const stranger of [world.seeker.member, await createStaff("organiser", elsewhere.id), await createStaff("moderator", world.programme.id, otherEvent.id)]) {
      await expect(ofEvent(params, stranger)).rejects.toThrow(NotFound);
    }
    await expect(ofEvent(params, visitor)).rejects.toThrow(SignedOut);
  });

  test.each(pages)("of a programme, $view: staff of the whole programme, nobody else", async (params) => {
    expect((await ofProgramme(params)).view).toBe(params.view);
    for (const stranger of [world.moderator, world.seeker.member]) await expect(ofProgramme(params, stranger)).rejects.toThrow(NotFound);
    await expect(ofProgramme(params, visitor)).rejects.toThrow(SignedOut);
    const elsewhere = await createStaff("organiser", (await createProgramme()).id);
    await expect(readProgrammeFit(elsewhere, world.programme.slug, filters(params), "en")).rejects.toThrow(NotFound);
  });
});

describe("organisations without a good match", () => {
  const rowsOf = (data: Awaited<ReturnType<typeof ofEvent>>) => (data.view === "unmatched" ? data.unmatched.rows.map(({ name, fit, partner, advice }) => [name, fit, partner?.name ?? null, advice]) : []);

  test("are those of the event whom nobody across the border fits, with what would help", async () => {
    expect(rowsOf(await ofEvent())).toEqual([
      ["Lonely", 0, null, ["nobody_answers", "look_for_partners"]],
      ["Silent", 0, null, ["write_offers", "write_needs"]],
    ]);
    const data = await ofEvent();
    expect(data).toMatchObject({ unmatched: { organisations: 4, measured: 4, total: 2 } });
    expect("unmatched" in data && data.unmatched.measuredSince).toBeInstanceOf(Date);
  });

  test("in the programme somebody fits who is not in the event; another programme does not count", async () => {
    expect(rowsOf(await ofProgramme()).map(([name]) => name)).toEqual(["Silent"]);
    const rows = await db.bestFit.findMany({ where: { organisationId: world.lonely.organisation.id }, orderBy: { fit: "asc" } });
    expect(rows.map(({ eventId, partnerId }) => [eventId, partnerId])).toEqual([[world.event.id, null], [null, world.outside.id]]);
  });

  test("measuring again changes nothing, by several at once neither; what is young is left alone", async () => {
    const read = () => db.bestFit.findMany({ orderBy: [{ organisationId: "asc" }, { eventId: "asc" }], select: { organisationId: true, eventId: true, partnerId: true, fit: true } });
    const before = await read();
    expect(await measureFits()).toBe(false);
    await db.bestFit.updateMany({ data: { measuredAt: new Date(Date.now() - 3_600_000) } });
    await Promise.all([measureFits(), measureFits(), measureFits()]);
    while (await measureFits());
    expect(await read()).toEqual(before);
  });

  test("nobody is measured while somebody has not been read", async () => {
    const { id } = world.silent.organisation;
    await db.organisation.update({ where: { id }, data: { readBy: null } });
    await db.bestFit.updateMany({ data: { measuredAt: new Date(Date.now() - 3_600_000) } });
    expect(await measureFits()).toBe(false);
    while (await readUnread());
    expect(await measureFits()).toBe(true);
    while (await measureFits());
  });

  test("the database keeps one result for each, whole programmes included, from 0 to 100, and nobody fits itself", async () => {
    const { id: _id, ...row } = await db.bestFit.findFirstOrThrow({ where: { eventId: null, partnerId: { not: null } } });
    await expect(db.bestFit.create({ data: row })).rejects.toThrow(/Unique constraint/);
    await expect(db.bestFit.updateMany({ where: row, data: { fit: 101 } })).rejects.toThrow("BestFit_fit_check");
    await expect(db.bestFit.updateMany({ where: row, data: { partnerId: row.organisationId } })).rejects.toThrow("BestFit_partner_check");
  });
});

describe("gaps", () => {
  const named = (data: Awaited<ReturnType<typeof ofEvent>>) => ("gaps" in data ? data.gaps.gaps.map((gap) => [gap.country, gap.named.map(({ name }) => name)]) : []);

  test("name who needs what nobody across the border offers, in the event and in the programme", async () => {
    expect(named(await ofEvent({ view: "needed" }))).toContainEqual(["PL", ["Lonely"]]);
    expect(named(await ofEvent({ view: "needed" })).flat(2)).not.toContain("Seeker");
    expect(named(await ofEvent({ view: "needed", country: "DE" }))).toEqual([]);
    expect(named(await ofProgramme({ view: "needed" }))).toEqual([]);
  });

  test("and who offers what nobody there needs", async () => {
    expect(named(await ofEvent({ view: "offered", country: "PL" })).flat(2)).toContain("Lonely");
    expect(named(await ofProgramme({ view: "offered", country: "DE" })).flat(2)).not.toContain("Beekeeper");
    expect(named(await ofEvent({ view: "offered" })).flat(2)).not.toContain("Foreign");
  });
});

describe("a pair", () => {
  const pairOf = async (params: Record<string, string>, read = ofEvent) => {
    const data = await read({ view: "pair", ...params });
    if (data.view !== "pair") throw new Error("no pair");
    return data.pair;
  };
  const slugs = () => ({ left: world.seeker.organisation.slug, right: world.translator.organisation.slug });

  test("is told with its score, the reasons of each side, and where it can be brought together", async () => {
    const { compared } = await pairOf(slugs());
    expect(compared?.fit.parts.theirs.points).toBeGreaterThan(0);
    expect(compared?.fit.parts.ours.points).toBeGreaterThan(0);
    expect(compared?.forLeft.map(({ kind, need }) => [kind, need.text])).toEqual([["they_offer", "sworn translation of contracts"]]);
    expect(compared?.forRight.map(({ kind, need }) => [kind, need.text])).toEqual([["they_offer", "a warehouse near the harbour"]]);
    expect(compared?.forLeft[0]?.because.length).toBeGreaterThan(0);
    expect(compared?.events.map(({ slug }) => slug)).toEqual([world.event.slug]);
  });

  test("is chosen step by step: the first, whom it fits best, and everybody by search", async () => {
    const first = await pairOf({});
    expect(first.choices?.found.map(({ name }) => name)).toEqual(["Lonely", "Seeker", "Silent", "Translator"]);
    const second = await pairOf({ left: slugs().left });
    expect(second.partners.map(({ name }) => name)).toEqual(["Translator"]);
    expect(second.choices?.found.map(({ name }) => name)).not.toContain("Seeker");
    expect((await pairOf({ q: "translatr" })).choices?.found.map(({ name }) => name)).toContain("Translator");
  });

  test("of a stranger to the place, or of one with itself, does not exist", async () => {
    const { left } = slugs();
    for (const right of [world.outside.slug, world.foreign.slug, left]) expect(await pairOf({ left, right })).toMatchObject({ right: null, compared: null });
    expect((await pairOf({ left, right: world.outside.slug }, ofProgramme)).compared?.events).toEqual([]);
  });
});
