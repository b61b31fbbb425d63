import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { readUnread } from "@/domain/concept/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { addDays, addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createProgramme } from "@/prisma/factories/programme";
import { deleteSearch, renameSearch, saveSearch } from "./commands/save-search";
import { tellSearchers } from "./commands/tell-searchers";
import { listSearches } from "./queries";
import { mostSearches } from "./schema";

const offers = (text: string) => ({ texts: {}, statements: { create: [{ direction: "offer" as const, locale: "de" as const, text, position: 0 }] } });
const input = { name: "Lager gesucht", query: "?q=magazyn", locale: "pl" as const };

async function prepare() {
  const programme = await createProgramme();
  const own = await createOrganisation({ programmeId: programme.id });
  const make = async (name: string, more: Parameters<typeof createOrganisation>[0] = {}) => {
    const organisation = await createOrganisation({ programmeId: programme.id, name, country: "DE", region: "DE80", ...offers("Wir vermieten ein Lager"), ...more });
    while (await readUnread());
    return organisation;
  };
  return { programme, own, actor: await createMember(own.id), make };
}

let world: Awaited<ReturnType<typeof prepare>>;
/** When the searches of this test were saved. */
let now: Date;
beforeEach(async () => {
  await db.savedSearch.deleteMany();
  await db.mail.deleteMany();
  world = await prepare();
  now = new Date();
});

async function save(more: Partial<typeof input> = {}) {
  const result = await saveSearch(world.actor, world.programme.id, { ...input, ...more });
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}

const traces = async () => (await db.auditEntry.findMany({ where: { objectType: "saved_search", programmeId: world.programme.id }, orderBy: { id: "asc" } })).map(({ action }) => action);
/** What mails tell, by search: the names. */
const told = async () => {
  const mails = await db.mail.findMany({ where: { kind: "search_found" }, orderBy: { id: "asc" }, select: { to: true, locale: true, programmeId: true, params: true } });
  expect(mails.every((mail) => mail.to === world.actor.email && mail.locale === world.actor.locale && mail.programmeId === null)).toBe(true);
  return mails.map(({ params }) => params);
};
const tell = (minutes = 6) => tellSearchers(addMinutes(now, minutes));

describe("saveSearch", () => {
  test("keeps it once, for the person alone, under the last name", async () => {
    const id = await save();
    expect(await save({ name: "Anders genannt", query: "?q=magazyn&page=4&view=bookmarks" })).toBe(id);
    const [search, ...more] = await listSearches(world.actor, world.programme.id);
    expect(more).toEqual([]);
    expect(search).toMatchObject({ id, name: "Anders genannt", query: "?q=magazyn" });
    expect(search?.understanding.understood.map((concept) => concept.id)).toEqual(["warehouse"]);
    const colleague = await createMember(world.own.id);
    expect(await listSearches(colleague, world.programme.id)).toEqual([]);
    expect(await listSearches(world.actor, (await createProgramme()).id)).toEqual([]);
    expect(await traces()).toEqual(["search.save"]);
  });

  test("refuses what finds everybody, and an eleventh, also when all come at once", async () => {
    expect(await saveSearch(world.actor, world.programme.id, { ...input, query: "?view=suggested" })).toEqual({ ok: false, reason: "nothing_to_search" });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => saveSearch(world.actor, world.programme.id, { ...input, query: `?q=word${index}` })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(mostSearches);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "too_many_searches")).toHaveLength(20 - mostSearches);
    expect(await listSearches(world.actor, world.programme.id)).toHaveLength(mostSearches);
  });

  test("is for people of admitted organisations", async () => {
    const outsider = await createMember((await createOrganisation()).id);
    await expect(saveSearch(visitor, world.programme.id, input)).rejects.toThrow(SignedOut);
    await expect(saveSearch(outsider, world.programme.id, input)).rejects.toThrow(NotFound);
    await expect(listSearches(visitor, world.programme.id)).rejects.toThrow(SignedOut);
  });
});

describe("renameSearch and deleteSearch", () => {
  test("are for the own searches", async () => {
    const id = await save();
    const other = await createMember(world.own.id);
    await expect(renameSearch(other, { search: id, name: "x" })).rejects.toThrow(NotFound);
    await expect(renameSearch(visitor, { search: id, name: "x" })).rejects.toThrow(SignedOut);
    await expect(deleteSearch(visitor, { search: id })).rejects.toThrow(SignedOut);
    await deleteSearch(other, { search: id });
    await renameSearch(world.actor, { search: id, name: "Halle" });
    expect((await listSearches(world.actor, world.programme.id)).map(({ name }) => name)).toEqual(["Halle"]);
    for (let time = 0; time < 2; time += 1) await deleteSearch(world.actor, { search: id });
    expect(await listSearches(world.actor, world.programme.id)).toEqual([]);
    expect(await traces()).toEqual(["search.save", "search.rename", "search.delete"]);
  });
});

describe("tellSearchers", () => {
  test("tells once of who is new, in whatever language, and not of who was there", async () => {
    await world.make("Was there");
    await save();
    await world.make("Came later");
    await world.make("Does something else", offers("Übersetzungen"));
    expect(await tell(4)).toBe(0);
    expect(await tell()).toBe(1);
    const mail = { count: 1, searches: [{ name: "Lager gesucht", organisations: ["Came later"] }], path: "/searches" };
    expect(await told()).toEqual([mail]);
    expect(await tellSearchers(addDays(now, 1))).toBe(1);
    expect(await told()).toEqual([mail]);
  });

  test("one mail a day tells of everybody; what comes after it waits for the next day", async () => {
    await save();
    await save({ name: "Alles aus Deutschland", query: "?country=DE" });
    await world.make("First");
    await tell();
    await world.make("Second");
    await tell(12);
    expect(await told()).toMatchObject([{ count: 1 }]);
    await tellSearchers(addDays(now, 1));
    const mails = await told();
    expect(mails).toMatchObject([{ count: 1 }, { count: 1 }]);
    expect(JSON.stringify(mails[1])).toContain("Second");
    expect(JSON.stringify(mails[1])).not.toContain("First");
  });

  test("a changed text and an admission count as new; what may not be seen is never told", async () => {
    await save();
    const changing = await world.make("Changing", offers("Übersetzungen"));
    const pending = await world.make("Admitted today", { state: "pending" });
    await world.make("Hidden", { profileVisibility: "moderators" });
    await world.make("Never admitted", { state: "pending" });
    await tell();
    expect(await told()).toEqual([]);
    await db.statement.updateMany({ where: { organisationId: changing.id }, data: { text: "Wir vermieten ein Lager" } });
    await db.admission.updateMany({ where: { organisationId: pending.id }, data: { state: "approved", decidedAt: now } });
    while (await readUnread());
    await tell(12);
    const [mail] = await told();
    expect(mail).toMatchObject({ count: 2 });
    expect(JSON.stringify(mail)).not.toMatch(/Hidden|Never/);
  });

  test("who no longer acts for an organisation of the programme is told nothing", async () => {
    await createMember(world.own.id);
    await save();
    await world.make("Came later");
    await db.membership.updateMany({ where: { userId: world.actor.userId }, data: { state: "requested" } });
    await tell();
    expect(await told()).toEqual([]);
    await db.membership.updateMany({ where: { userId: world.actor.userId }, data: { state: "active" } });
    await tell(12);
    expect(await told()).toHaveLength(1);
  });

  test("a search that was deleted tells nothing", async () => {
    const id = await save();
    await world.make("Came later");
    await deleteSearch(world.actor, { search: id });
    expect(await tell()).toBe(0);
    expect(await told()).toEqual([]);
  });
});

describe("the database", () => {
  const insert = (more: object) => db.savedSearch.create({ data: { userId: world.actor.userId, programmeId: world.programme.id, name: "x", query: "?q=x", locale: "en", ...more } });
  test.each([
    ["SavedSearch_name_check", { name: "" }],
    ["SavedSearch_name_check", { name: "x".repeat(81) }],
    ["SavedSearch_query_check", { query: "" }],
    ["SavedSearch_query_check", { query: "q=x" }],
    ["SavedSearch_query_check", { query: `?q=${"x".repeat(2500)}` }],
  ])("refuses what %s forbids", async (constraint, more) => {
    await expect(insert(more)).rejects.toThrow(constraint);
  });
});
