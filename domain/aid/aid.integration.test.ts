import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { readUnread } from "@/domain/concept/commands";
import { requireViewpoint } from "@/domain/directory/access";
import { parseDirectory } from "@/domain/directory/schema";
import { listSuggestions } from "@/domain/directory/queries/list-suggestions";
import { readSearch } from "@/domain/directory/queries/read-search";
import { searchDirectory } from "@/domain/directory/queries/search-directory";
import type { Locale } from "@/domain/input";
import { limits } from "@/domain/limit/rules";
import { conceptKey, readingVersion } from "@/domain/matching/mentions";
import { addStatement } from "@/domain/organisation/commands/add-statement";
import { editStatement } from "@/domain/organisation/commands/edit-statement";
import { getOwnProfile, getOwnStatement } from "@/domain/organisation/queries";
import { addStatementSchema, editStatementSchema } from "@/domain/organisation/schema";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createProgramme } from "@/prisma/factories/programme";
import { checkText } from "./commands";
import { draftSchema } from "./schema";

const german = { country: "DE", region: "DE80" };
const says = (direction: "offer" | "need", locale: Locale, text: string) => ({ texts: {}, statements: { create: [{ direction, locale, text, position: 0 }] } });
const nothing = { texts: {}, statements: {} };

async function prepare() {
  const { id: programmeId } = await createProgramme();
  const make = (name: string, more: Parameters<typeof createOrganisation>[0]) => createOrganisation({ programmeId, name, ...more });
  const own = await make("Own", nothing);
  const offering = await make("Lets a warehouse", { ...german, ...says("offer", "de", "Wir vermieten ein Lager") });
  await make("Lets another one", { ...german, ...says("offer", "de", "Lager und Lagerhalle zu vermieten") });
  await make("Lets one at home", says("offer", "pl", "wynajmujemy magazyn"));
  await make("Wants one at home", says("need", "pl", "szukamy magazynu w Szczecinie"));
  await make("Wants one across", { ...german, ...says("need", "de", "Wir suchen ein Lager") });
  await make("Translates", { ...german, ...says("offer", "de", "vereidigte Übersetzerin für Polnisch") });
  await make("Hidden", { ...german, ...says("offer", "de", "Lager"), profileVisibility: "moderators" });
  await make("Hidden peer", { ...german, ...says("need", "de", "Lager gesucht"), profileVisibility: "moderators" });
  const blocked = await make("Blocked", { ...german, ...says("offer", "de", "Lager frei") });
  await db.block.create({ data: { blockerId: own.id, blockedId: blocked.id } });
  await make("Pending", { ...german, ...says("offer", "de", "Lager"), state: "pending" });
  await createOrganisation({ programmeId: (await createProgramme()).id, name: "Elsewhere", ...german, ...says("offer", "de", "Lager") });
  const waiting = await make("Waiting", { ...nothing, state: "pending" });
  while (await readUnread());
  return { programmeId, own, offering, member: await createMember(own.id, "editor"), waiting, waitingMember: await createMember(waiting.id) };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  await db.organisation.deleteMany();
  world = await prepare();
});

const draft = (more: object = {}) => draftSchema.parse({ organisation: world.own.slug, direction: "need", locale: "pl", text: "szukamy magazynu", ...more });

async function check(more: object = {}, actor: Actor = world.member, locale: Locale = "de") {
  const result = await checkText(actor, world.programmeId, draft(more), locale);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function around(more: object = {}) {
  const { around: met } = await check(more);
  if (met === null || met === "closed") throw new Error("nobody was looked for");
  return met;
}

describe("the writing aid", () => {
  test("names what it understands in the reader's language, and what a missing subject may be", async () => {
    const { understood, added, found } = await check({ subject: "Überse", addedConcepts: "tourism no_such_concept" });
    expect(understood).toContainEqual({ id: "warehouse", label: "Lager" });
    expect(added.map(({ id }) => id)).toEqual(["tourism"]);
    expect(found?.map(({ id }) => id)).toContain("translation");
    expect((await check({}, world.member, "en")).understood).toContainEqual({ id: "warehouse", label: "warehouse" });
    expect((await check({ subject: "xyzzyx" })).found).toEqual([]);
    expect((await check()).found).toBeNull();
  });

  test("counts and names whom a need would find across the border, of those whom its people may see", async () => {
    const { reach } = await around();
    expect(reach).toMatchObject({ count: 2, isMore: false });
    expect(reach.named.map(({ name }) => name).toSorted()).toEqual(["Lets a warehouse", "Lets another one"]);
  });

  test("sees those across the border, though hundreds at home speak of it more clearly", async () => {
    const { id: programmeId } = await createProgramme();
    const own = await createOrganisation({ programmeId, ...nothing });
    const { id: across } = await createOrganisation({ programmeId, name: "Across", ...german, ...says("offer", "de", "Wir vermieten ein Lager") });
    while (await readUnread());
    const crowd = Array.from({ length: 500 }, (_, index) => ({ id: crypto.randomUUID(), slug: `neighbour-${index}`, name: "Neighbour", type: "it_company" as const, country: "PL", region: "PL42" }));
    await db.organisation.createMany({ data: crowd.map((one) => ({ ...one, readBy: readingVersion() })) });
    await db.admission.createMany({ data: crowd.map(({ id: organisationId }) => ({ organisationId, programmeId, state: "approved" as const })) });
    const mentions = await db.mention.findMany({ where: { organisationId: across } });
    await db.mention.createMany({ data: crowd.flatMap(({ id: organisationId }) => mentions.map((mention) => ({ ...mention, organisationId, strength: 100 }))) });
    await db.mention.updateMany({ where: { organisationId: across }, data: { strength: 50 } });
    const asked = await checkText(await createMember(own.id), programmeId, draft({ organisation: own.slug }), "de");
    expect(asked).toMatchObject({ ok: true, value: { around: { reach: { count: 1, isMore: false, named: [{ name: "Across" }] } } } });
  });

  test("and by whom an offer would be found", async () => {
    const { reach } = await around({ direction: "offer", locale: "de", text: "Lager" });
    expect(reach.named.map(({ name }) => name)).toEqual(["Wants one across"]);
    expect((await around({ direction: "offer", text: "tłumaczenia przysięgłe" })).reach).toEqual({ count: 0, isMore: false, named: [] });
  });

  test("shows how others put it, of the same direction and of those whom its people may see, those in the same language first", async () => {
    const { similar } = await around();
    expect(similar.map(({ organisation, locale }) => [organisation.name, locale])).toEqual([["Wants one at home", "pl"], ["Wants one across", "de"]]);
    expect(similar[0]?.text).toBe("szukamy magazynu w Szczecinie");
  });

  test("corrections count for whom it would find", async () => {
    const ids = (await check()).understood.map(({ id }) => id);
    expect((await around({ text: "xyzzyx", addedConcepts: "warehouse" })).reach.count).toBe(2);
    expect((await around({ text: "magazyn", removedConcepts: ids.join(" ") })).reach.count).toBe(0);
  });

  test("takes in and out what is pressed where no script does it, and stores nothing", async () => {
    expect((await check({ toggle: "warehouse" })).corrections).toEqual({ addedConcepts: [], removedConcepts: ["warehouse"] });
    expect((await check({ toggle: "warehouse", removedConcepts: "warehouse" })).corrections).toEqual({ addedConcepts: [], removedConcepts: [] });
    expect((await check({ toggle: "tourism" })).corrections).toEqual({ addedConcepts: ["tourism"], removedConcepts: [] });
    expect(await db.statement.count({ where: { organisationId: world.own.id } })).toBe(0);
  });

  test("looks for nobody before there is a text, and before the organisation is admitted", async () => {
    expect((await check({ text: " " })).around).toBeNull();
    const waiting = await check({ organisation: world.waiting.slug }, world.waitingMember);
    expect(waiting.around).toBe("closed");
    expect(waiting.understood.map(({ id }) => id)).toContain("warehouse");
  });

  test("is for the organisation's own people, and for so many texts in a minute", async () => {
    await expect(check({}, world.waitingMember)).rejects.toThrow(NotFound);
    await expect(check({}, visitor)).rejects.toThrow(SignedOut);
    await expect(check({ organisation: "no-such-organisation" })).rejects.toThrow(NotFound);
    const busy = await createMember(world.own.id, "editor");
    for (let count = 0; count < limits.writing.points; count += 1) await checkText(busy, world.programmeId, draft({ text: "" }), "de");
    expect(await checkText(busy, world.programmeId, draft(), "de")).toEqual({ ok: false, reason: "too_many_attempts" });
  });

  test("refuses nonsense", () => {
    expect(draftSchema.safeParse(draft()).success).toBe(true);
    for (const odd of [{ text: "x".repeat(1_000_000) }, { text: "a\u0000b" }, { addedConcepts: "a b c d e f" }, { addedConcepts: "DROP" }, { removedConcepts: "a ".repeat(2000) }, { direction: "both" }]) {
      expect(draftSchema.safeParse({ ...draft(), ...odd }).success).toBe(false);
    }
  });
});

describe("corrections that are saved", () => {
  const vague = "Wir haben Platz für Ihre Sachen";
  const keys = async (organisationId: string) => (await db.mention.findMany({ where: { organisationId, source: "offer" } })).map(({ key }) => key);

  async function write(more: object = {}) {
    const organisation = await createOrganisation({ programmeId: world.programmeId, ...german, ...nothing });
    const member = await createMember(organisation.id);
    const input = { organisation: organisation.slug, key: crypto.randomUUID(), direction: "offer", locale: "de", text: vague, ...more };
    expect(await addStatement(member, addStatementSchema.parse(input))).toMatchObject({ ok: true });
    const { id } = await db.statement.findFirstOrThrow({ where: { organisationId: organisation.id } });
    const edit = (version: number, changes: object) =>
      editStatement(member, editStatementSchema.parse({ organisation: organisation.slug, statement: id, version, locale: "de", text: vague, ...changes }));
    return { organisation, member, id, edit, stored: () => db.statement.findUniqueOrThrow({ where: { id } }) };
  }

  test("an added subject is found by suggestions and by searches, and told as added, with no word marked", async () => {
    const plain = await write();
    const { organisation } = await write({ addedConcepts: "warehouse" });
    const seeker = await createOrganisation({ programmeId: world.programmeId, ...says("need", "pl", "szukamy magazynu") });
    const actor = await createMember(seeker.id);
    const place = await requireViewpoint(actor, world.programmeId);
    const suggested = await listSuggestions(actor, place, 20);
    expect(suggested.map(({ card }) => card.slug)).not.toContain(plain.organisation.slug);
    const reason = suggested.find(({ card }) => card.slug === organisation.slug)?.reasons[0];
    expect(reason?.because).toMatchObject([{ concept: "warehouse", offer: [], added: { need: null, offer: { de: "Lager" } } }]);
    expect(reason?.offer).not.toHaveProperty("addedConcepts");
    const { filters, parts } = readSearch(parseDirectory({ q: "magazyn", direction: "offer" }), "pl");
    const { cards } = await searchDirectory(actor, place, filters, parts);
    expect(cards.map(({ slug }) => slug)).toContain(organisation.slug);
    expect(cards.map(({ slug }) => slug)).not.toContain(plain.organisation.slug);
    expect(cards[0]?.statements[0]).not.toHaveProperty("removedConcepts");
  });

  test("a removed subject is not spoken of any more, until the text no longer names it", async () => {
    const { organisation, edit, stored } = await write({ text: "Wir vermieten ein Lager" });
    expect(await keys(organisation.id)).toContain(conceptKey("warehouse"));
    await edit(1, { text: "Wir vermieten ein Lager", removedConcepts: "warehouse warehouse no_such_concept" });
    expect(await keys(organisation.id)).not.toContain(conceptKey("warehouse"));
    expect(await stored()).toMatchObject({ addedConcepts: [], removedConcepts: ["warehouse"] });
    await edit(2, { text: "Das Lager an der Oder ist frei", removedConcepts: "warehouse", addedConcepts: "tourism warehouse" });
    expect(await stored()).toMatchObject({ addedConcepts: ["tourism"], removedConcepts: ["warehouse"] });
    await edit(3, { text: "vereidigte Übersetzungen", removedConcepts: "warehouse", addedConcepts: "tourism translation" });
    expect(await stored()).toMatchObject({ addedConcepts: ["tourism"], removedConcepts: [] });
  });

  test("are kept from a second person who saved meanwhile, and read by the own people alone", async () => {
    const { organisation, member, id, edit, stored } = await write({ addedConcepts: "warehouse" });
    expect(await edit(1, { addedConcepts: "tourism" })).toMatchObject({ ok: true });
    expect(await edit(1, { addedConcepts: "translation" })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await stored()).toMatchObject({ addedConcepts: ["tourism"], version: 2 });
    expect(await getOwnStatement(member, organisation.slug, id)).toMatchObject({ addedConcepts: ["tourism"], removedConcepts: [] });
    const own = await getOwnProfile(member, organisation.slug);
    expect(own.corrections.get(id)).toEqual({ addedConcepts: ["tourism"], removedConcepts: [] });
    expect(own.profile.statements[0]).not.toHaveProperty("addedConcepts");
  });

  test("are guarded by the database, which has what is changed behind the portal's back read again", async () => {
    const { organisation, id } = await write();
    const set = (data: object) => db.statement.update({ where: { id }, data });
    const six = ["a", "b", "c", "d", "e", "f"];
    for (const data of [{ addedConcepts: ["A"] }, { addedConcepts: [""] }, { addedConcepts: six }, { removedConcepts: ["a b"] }, { addedConcepts: ["a"], removedConcepts: ["a"] }]) {
      await expect(set(data)).rejects.toThrow("Statement_corrections_check");
    }
    await set({ addedConcepts: ["warehouse"] });
    while (await readUnread());
    expect(await keys(organisation.id)).toContain(conceptKey("warehouse"));
  });
});
