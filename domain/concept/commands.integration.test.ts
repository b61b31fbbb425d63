import { beforeEach, describe, expect, test } from "vitest";
import { anyKey, conceptKey, fieldKey, readingVersion } from "@/domain/matching/mentions";
import { measureBy } from "@/domain/matching/frequency";
import { listWanted } from "@/domain/matching/wanted";
import { addStatement } from "@/domain/organisation/commands/add-statement";
import { editStatement } from "@/domain/organisation/commands/edit-statement";
import { deleteStatement } from "@/domain/organisation/commands/move-statement";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createParticipant } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { countKeys, readOrganisations, readUnread } from "./commands";
import { findCandidates, getFrequency } from "./queries";

const statement = (direction: "offer" | "need", text: string, locale: "de" | "pl") => ({ direction, locale, text, position: 0 });
const only = (...statements: ReturnType<typeof statement>[]) => ({ statements: { create: statements }, texts: {} });
const warehouse = conceptKey("warehouse");
const keysOf = async (organisationId: string) => (await db.mention.findMany({ where: { organisationId } })).map(({ source, key }) => [source, key] as const);
const readBy = async (id: string) => (await db.organisation.findUniqueOrThrow({ where: { id }, select: { readBy: true } })).readBy;
const readAll = async () => {
  while (await readUnread());
};

beforeEach(async () => {
  await db.organisation.deleteMany();
});

describe("what is written is read at once", () => {
  test("with the offer itself, when it is changed, and until it is deleted", async () => {
    const organisation = await createOrganisation(only());
    const owner = await createMember(organisation.id);
    await addStatement(owner, { organisation: organisation.slug, key: crypto.randomUUID(), ...statement("offer", "Wir vermieten ein Lager", "de"), fields: ["networks"] });
    expect(await keysOf(organisation.id)).toEqual(expect.arrayContaining([["offer", warehouse], ["offer", fieldKey("networks")]]));
    expect(await readBy(organisation.id)).toBe(readingVersion());
    const { id } = await db.statement.findFirstOrThrow({ where: { organisationId: organisation.id } });
    const key = { organisation: organisation.slug, statement: id };
    await editStatement(owner, { ...key, version: 1, locale: "pl", text: "tłumaczenia przysięgłe", fields: [] });
    expect((await keysOf(organisation.id)).map(([, one]) => one)).not.toContain(warehouse);
    await deleteStatement(owner, key);
    expect(await keysOf(organisation.id)).toEqual([]);
  });

  test("two at once leave what both have written, and one reading", async () => {
    const organisation = await createOrganisation(only());
    const owner = await createMember(organisation.id);
    const add = (text: string) => addStatement(owner, { organisation: organisation.slug, key: crypto.randomUUID(), ...statement("offer", text, "de"), fields: [] });
    await Promise.all(["Wir vermieten ein Lager", "Übersetzungen", "Stellplätze im Lager"].map(add));
    const before = await keysOf(organisation.id);
    await db.$transaction((tx) => readOrganisations(tx, [organisation.id]));
    expect(new Set(await keysOf(organisation.id))).toEqual(new Set(before));
    expect(before.map(([, key]) => key)).toContain(warehouse);
  });
});

describe("what changes behind the portal's back", () => {
  test("is marked by the database and read by the worker", async () => {
    const organisation = await createOrganisation(only(statement("offer", "Wir vermieten ein Lager", "de")));
    expect(await readBy(organisation.id)).toBeNull();
    await readAll();
    expect(await keysOf(organisation.id)).toContainEqual(["offer", warehouse]);
    await db.statement.updateMany({ where: { organisationId: organisation.id }, data: { text: "Übersetzungen" } });
    expect(await readBy(organisation.id)).toBeNull();
    await readAll();
    expect((await keysOf(organisation.id)).map(([, key]) => key)).not.toContain(warehouse);
    const { id } = await db.statement.findFirstOrThrow({ where: { organisationId: organisation.id } });
    await db.statementField.create({ data: { statementId: id, fieldCode: "networks" } });
    expect(await readBy(organisation.id)).toBeNull();
  });

  test("a new lexicon has all read again, by several workers, each organisation once", async () => {
    for (let count = 0; count < 6; count += 1) await createOrganisation(only(statement("offer", "Wir vermieten ein Lager", "de")));
    await readAll();
    await db.$executeRaw`UPDATE "Organisation" SET "readBy" = 'earlier'`;
    await db.mention.deleteMany();
    await Promise.all([readUnread(), readUnread(), readUnread()]);
    await readAll();
    expect(await db.mention.count({ where: { key: warehouse } })).toBe(6);
    expect(await db.organisation.count({ where: { readBy: readingVersion() } })).toBe(6);
    expect(await readUnread()).toBe(false);
  });
});

test("counting is done by several at once, and counts organisations, not words", async () => {
  await createOrganisation(only(statement("offer", "Wir vermieten ein Lager", "de"), statement("need", "szukamy magazynu", "pl")));
  await createOrganisation(only(statement("offer", "Übersetzungen", "de")));
  await readAll();
  await Promise.all([countKeys(), countKeys(), countKeys()]);
  const { organisations, byKey } = await getFrequency();
  expect([organisations, byKey.get(anyKey), byKey.get(warehouse)]).toEqual([2, 2, 1]);
});

describe("findCandidates", () => {
  async function prepare() {
    const programme = await createProgramme();
    const make = (more: object) => createOrganisation({ programmeId: programme.id, ...more });
    const own = await make(only(statement("need", "szukamy magazynu", "pl")));
    const fitting = await make({ ...only(statement("offer", "Wir vermieten ein Lager", "de")), country: "DE", region: "DE80" });
    await make(only(statement("offer", "tłumaczenia przysięgłe", "pl")));
    await createOrganisation({ programmeId: (await createProgramme()).id, ...only(statement("offer", "Wir vermieten ein Lager", "de")) });
    await readAll();
    const rows = [{ id: own.id, country: "PL", languages: [], statements: [{ id: "n", direction: "need" as const, text: "szukamy magazynu", locale: "pl" as const, fields: [] }] }];
    const wanted = rows.flatMap((row) => listWanted(row, measureBy({ organisations: 0, byKey: new Map() }), 60));
    const search = { ownId: own.id, ownCountry: "PL", programmeId: programme.id, eventId: undefined };
    return { programme, fitting, wanted, search, make };
  }

  test("finds those of the programme who speak of it, in whatever language, and nobody else", async () => {
    const { wanted, search, fitting } = await prepare();
    expect(await findCandidates(wanted, search, 10)).toEqual([fitting.id]);
  });

  test("inside an event only those who take part; where nothing is wanted, nobody", async () => {
    const { wanted, search } = await prepare();
    expect(await findCandidates(wanted, { ...search, eventId: "0190a0a0-0000-7000-8000-000000000009" }, 10)).toEqual([]);
    expect(await findCandidates([], search, 10)).toEqual([]);
  });

  test("inside an event finds who takes part, though hundreds elsewhere speak of it more clearly", async () => {
    const { programme, wanted, search } = await prepare();
    const event = await createEvent({ programmeId: programme.id });
    const offer = only(statement("offer", "Wir vermieten ein Lager", "de"));
    const { organisation } = await createParticipant(event, "DE", offer);
    await readAll();
    const crowd = Array.from({ length: 500 }, (_, index) => ({ id: crypto.randomUUID(), slug: `crowd-${index}`, name: "Crowd", type: "it_company" as const, country: "DE", region: "DE80" }));
    await db.organisation.createMany({ data: crowd.map((one) => ({ ...one, readBy: readingVersion() })) });
    const mentions = await db.mention.findMany({ where: { organisationId: organisation.id } });
    await db.mention.createMany({ data: crowd.flatMap(({ id: organisationId }) => mentions.map((mention) => ({ ...mention, organisationId, strength: 100 }))) });
    await db.mention.updateMany({ where: { organisationId: organisation.id }, data: { strength: 50 } });
    expect(await findCandidates(wanted, { ...search, eventId: event.id }, 10)).toEqual([organisation.id]);
  });

  test("adds those whom nobody has read yet", async () => {
    const { wanted, search, fitting, make } = await prepare();
    const unread = await make(only());
    expect(await findCandidates(wanted, search, 10)).toEqual([fitting.id, unread.id]);
  });
});
