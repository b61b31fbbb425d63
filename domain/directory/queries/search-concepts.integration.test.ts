import { beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "@/domain/input";
import { readUnread } from "@/domain/concept/commands";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createOrganisation } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireViewpoint, type Viewpoint } from "../access";
import { parseDirectory } from "../schema";
import { readSearch } from "./read-search";
import { searchDirectory } from "./search-directory";

const german = { country: "DE", region: "DE80" };
const says = (direction: "offer" | "need", locale: Locale, text: string) => ({ texts: {}, statements: { create: [{ direction, locale, text, position: 0 }] } });

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const { actor } = await createParticipant(event, "PL");
  const make = (name: string, more: Parameters<typeof createOrganisation>[0]) => createOrganisation({ programmeId: programme.id, name, ...more });
  await make("Wants a warehouse", { ...german, ...says("need", "de", "Wir suchen ein Lager bei Stettin") });
  await make("Zeta offers a warehouse", { ...german, ...says("offer", "de", "Wir vermieten ein Lager, 100 % trocken") });
  await make("Offers a high-bay warehouse", { ...german, ...says("offer", "de", "Hochregallager für Paletten") });
  await make("Tells of a warehouse", { statements: {}, texts: { create: [{ locale: "pl", description: "Mamy magazyn i biuro w Szczecinie." }] } });
  await make("Translates", { ...german, ...says("offer", "de", "Übersetzungen ins Polnische, vom Lager bis zur Messe") });
  await make("Flies drones", { ...german, ...says("offer", "de", "Wir fliegen mit Drohnen") });
  await make("Builds drones", says("offer", "pl", "Budujemy drony"));
  await make("Hidden warehouse", { ...german, ...says("offer", "de", "Lager, Drohnen"), profileVisibility: "moderators" });
  await make("Pending warehouse", { ...german, ...says("offer", "de", "Lager"), state: "pending" });
  await createOrganisation({ programmeId: (await createProgramme()).id, name: "Warehouse elsewhere", ...german, ...says("offer", "de", "Lager") });
  while (await readUnread());
  const place: Viewpoint = await requireViewpoint(actor, programme.id);
  return { actor, place, event };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  await db.organisation.deleteMany();
  world = await prepare();
});

const find = async (params: Record<string, string | string[]>, locale: Locale = "pl", place = world.place) => {
  const { filters, parts } = readSearch(parseDirectory(params), locale);
  const { cards, total } = await searchDirectory(world.actor, place, filters, parts);
  expect(total).toBe(cards.length);
  return cards.map(({ name }) => name);
};

const warehouses = ["Offers a high-bay warehouse", "Translates", "Zeta offers a warehouse", "Wants a warehouse", "Tells of a warehouse"];

describe("a search in one language finds what is written in the others", () => {
  test.each([["magazyn", "pl"], ["Lager", "de"], ["warehouse", "en"], ["magazyn", "de"]] as const)("%j (%s): those who offer it first, on either side of the border", async (q, locale) => {
    expect(await find({ q }, locale)).toEqual(warehouses);
  });

  test("also what is narrower, never what is broader", async () => {
    expect(await find({ concept: "automated_warehouse" })).toEqual(["Offers a high-bay warehouse"]);
    expect(await find({ concept: "logistics" })).toEqual(expect.arrayContaining(["Offers a high-bay warehouse", "Zeta offers a warehouse"]));
  });

  test("only the words count where the concept was taken off", async () => {
    expect(await find({ q: "magazyn", literal: "warehouse" })).toEqual(["Tells of a warehouse"]);
  });

  test("several things have to be met, each by concept or by word", async () => {
    expect(await find({ q: "magazyn tłumaczenia" })).toEqual(["Translates"]);
    expect(await find({ q: "magazyn Zeta" })).toEqual(["Zeta offers a warehouse"]);
    expect(await find({ q: "magazyn", concept: "translation" })).toEqual(["Translates"]);
    expect(await find({ q: "magazyn zzzzqqq" })).toEqual([]);
  });

  test("with a direction only what is offered, or needed, counts as spoken of", async () => {
    expect(await find({ concept: "warehouse", direction: "need" })).toEqual(["Wants a warehouse"]);
  });

  test("inside an event, those who take part", async () => {
    expect(await find({ q: "magazyn" }, "pl", { ...world.place, eventId: world.event.id })).toEqual([]);
  });

  test("wildcards, punctuation, quotes and a concept that is none do no harm", async () => {
    expect(await find({ q: "100%" })).toEqual(["Zeta offers a warehouse"]);
    expect(await find({ q: "%_\\ !!" })).toHaveLength(7);
    expect(await find({ q: `'; DROP TABLE "Mention"; --` })).toEqual([]);
    expect(await find({ q: "x".repeat(1_000_000) })).toEqual([]);
    expect(await find({ concept: "no_such_concept" })).toHaveLength(7);
  });
});

describe("subjects of a list", () => {
  const subjects = async (params: Record<string, string | string[]>) => {
    const { filters, parts } = readSearch(parseDirectory(params), "de");
    const { subjects: found } = await searchDirectory(world.actor, world.place, filters, parts);
    return found.map(({ id, count }) => [id, count] as const);
  };

  test("count who may be seen, with what is narrower, and each leads to so many", async () => {
    const found = await subjects({});
    expect(found).toContainEqual(["drone", 2]);
    for (const [id, count] of found) expect(await find({ concept: id })).toHaveLength(count);
    expect(found.map(([id]) => id)).not.toContain("storage_service");
  });

  test("tell neither what nearly all speak of nor what is chosen, and nothing beside three that are", async () => {
    expect((await subjects({ concept: "warehouse" })).map(([id]) => id)).not.toContain("warehouse");
    expect(await subjects({ concept: ["warehouse", "logistics", "translation"] })).toEqual([]);
    expect(await subjects({ q: "zzzzqqq" })).toEqual([]);
  });
});
