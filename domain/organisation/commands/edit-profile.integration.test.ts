import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, type Person, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { getOwnProfile } from "../queries";
import { addStatementSchema, editProfileSchema, editStatementSchema } from "../schema";
import { addStatement } from "./add-statement";
import { editProfile } from "./edit-profile";
import { editStatement } from "./edit-statement";
import { editVisibility } from "./edit-visibility";
import { deleteStatement, moveStatement } from "./move-statement";
import { removeLogo, setLogo } from "./set-logo";

let organisation: { id: string; slug: string };
let editor: Person;
let strangers: [string, Actor][];
beforeAll(async () => {
  const programmeId = (await createProgramme()).id;
  strangers = [
    ["a member of another organisation", await createMember((await createOrganisation({ programmeId })).id)],
    ["a moderator", await createStaff("moderator", programmeId)],
  ];
});
beforeEach(async () => {
  organisation = await createOrganisation({ statements: {} });
  editor = await createMember(organisation.id, "editor");
});

/** The command is for the organisation's own people. */
async function expectOwnOnly(run: (actor: Actor) => Promise<unknown>) {
  for (const [, actor] of strangers) await expect(run(actor)).rejects.toThrow(NotFound);
  await expect(run(visitor)).rejects.toThrow(SignedOut);
}

const profile = (more: Record<string, unknown> = {}) =>
  editProfileSchema.parse({ organisation: organisation.slug, version: 1, name: "Nowa Nazwa", type: "research", region: "DE80", ...more });
const stored = () => db.organisation.findUniqueOrThrow({ where: { id: organisation.id }, include: { texts: true, fields: true, statements: { orderBy: { position: "asc" }, include: { fields: true } } } });

describe("editProfile", () => {
  it("stores the whole form, and what was left empty is empty", async () => {
    const full = profile({
      descriptionPl: "Opis Łodzi", descriptionDe: "", fields: ["energy", "energy", "translation"], languages: ["pl", "de"], size: "small",
      founded: "2009", website: "pl-01.example", contactName: "Anna", contactEmail: " Anna@PL-01.example", contactPhone: "+48 91 000 00 00",
    });
    expect(await editProfile(editor, full)).toEqual({ ok: true, value: { slug: organisation.slug } });
    expect(await stored()).toMatchObject({
      slug: organisation.slug, name: "Nowa Nazwa", country: "DE", region: "DE80", version: 2, size: "small", founded: 2009,
      website: "https://pl-01.example", contactEmail: "anna@pl-01.example", languages: ["pl", "de"],
      texts: [{ locale: "pl", description: "Opis Łodzi" }], searchText: expect.stringContaining("nowa nazwa opis lodzi") as string,
    });
    expect((await stored()).fields.map(({ fieldCode }) => fieldCode).toSorted()).toEqual(["energy", "translation"]);
    await editProfile(editor, profile({ version: 2 }));
    expect(await stored()).toMatchObject({ size: null, founded: null, website: null, contactName: null, texts: [], fields: [], version: 3 });
  });

  it("stores wishes for partners once each, shows them with the profile, and takes none that are no places", async () => {
    await editProfile(editor, profile({ wishedTypes: ["research", "research"], wishedRegions: ["DE", "PL42", "DE"] }));
    expect(await stored()).toMatchObject({ wishedTypes: ["research"], wishedRegions: ["DE", "PL42"] });
    const { profile: seen } = await getOwnProfile(editor, organisation.slug);
    expect(seen.wishes).toEqual({ types: ["research"], regions: ["DE", "PL42"] });
    expect(() => profile({ wishedRegions: ["XX"] })).toThrow(/wishedRegions/);
    expect(() => profile({ wishedTypes: ["bank"] })).toThrow(/wishedTypes/);
    const wish = (wishedRegions: string[]) => db.organisation.update({ where: { id: organisation.id }, data: { wishedRegions } });
    for (const regions of [["Bavaria"], [""], Array.from({ length: 21 }, () => "DE")]) await expect(wish(regions)).rejects.toThrow("Organisation_wishes_check");
  });

  it("is for the own people", () => expectOwnOnly((actor) => editProfile(actor, profile())));

  it("tells the second of two, and stores nothing of theirs", async () => {
    const results = await Promise.all(["One", "Two", "Three"].map((name) => editProfile(editor, profile({ name }))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok)).toEqual([{ ok: false, reason: "changed_meanwhile" }, { ok: false, reason: "changed_meanwhile" }]);
    expect(await db.auditEntry.count({ where: { organisationId: organisation.id, action: "organisation.edit" } })).toBe(1);
  });

  it("twin: without the version the second overwrites the first unknowingly", async () => {
    const editUnguarded = async (name: string) => {
      if ((await stored()).version !== 1) return false;
      await db.organisation.update({ where: { id: organisation.id }, data: { name, version: { increment: 1 } } });
      return true;
    };
    expect((await Promise.all(["One", "Two", "Three"].map(editUnguarded))).filter(Boolean).length).toBeGreaterThan(1);
  });

  it.each([
    [{ founded: "2107" }, "in_future"],
    [{ region: "PL99" }, "Invalid"],
    [{ website: "javascript:alert(1)" }, "Invalid"],
    [{ fields: Array.from({ length: 9 }, () => "energy") }, "Too big"],
    [{ descriptionEn: "x".repeat(4001) }, "Too big"],
    [{ languages: ["xx"] }, "Invalid"],
  ])("the form refuses %j", (more, message) => {
    expect(() => profile(more)).toThrow(message);
  });
});

it("editVisibility is told apart by version, too", async () => {
  const input = { organisation: organisation.slug, version: 1, profile: "moderators" as const, contact: "moderators" as const };
  await expectOwnOnly((actor) => editVisibility(actor, input));
  expect(await editVisibility(editor, input)).toMatchObject({ ok: true });
  expect(await editVisibility(editor, { ...input, profile: "public" })).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect(await stored()).toMatchObject({ profileVisibility: "moderators", version: 2 });
});

describe("offers and needs", () => {
  const statement = (text: string, more: Record<string, unknown> = {}) =>
    addStatementSchema.parse({ organisation: organisation.slug, key: crypto.randomUUID(), direction: "offer", locale: "pl", text, ...more });
  const texts = async () => (await stored()).statements.map(({ text }) => text);
  const keyOf = async (text: string) => ({ organisation: organisation.slug, statement: (await stored()).statements.find((row) => row.text === text)?.id ?? "" });

  it("are added at the end, each with its fields, once per form", async () => {
    const first = statement("pierwsza", { field1: "energy", field3: "energy" });
    await Promise.all(Array.from({ length: 10 }, () => addStatement(editor, first)));
    await addStatement(editor, statement("druga"));
    await addStatement(editor, statement("potrzeba", { direction: "need" }));
    const { statements } = await stored();
    expect(statements.filter(({ direction }) => direction === "offer").map((row) => [row.text, row.position, row.fields.length])).toEqual([["pierwsza", 0, 1], ["druga", 1, 0]]);
    expect(statements.find(({ direction }) => direction === "need")).toMatchObject({ text: "potrzeba", position: 0, locale: "pl" });
  });

  it("twin: without the unique key and the lock there are several", async () => {
    await Promise.all(Array.from({ length: 10 }, async () => {
      const key = "0190a0a0-0000-7000-8000-000000000001";
      if ((await db.statement.count({ where: { organisationId: organisation.id, text: key } })) > 0) return;
      await db.statement.create({ data: { organisationId: organisation.id, direction: "offer", locale: "pl", text: key } });
    }));
    expect(await db.statement.count({ where: { organisationId: organisation.id } })).toBeGreaterThan(1);
  });

  it("have an end, also at once", async () => {
    const results = await Promise.all(Array.from({ length: 14 }, (_, index) => addStatement(editor, statement(`oferta ${index}`))));
    const refused = { ok: false, reason: "too_many_statements" };
    expect(results.filter((result) => !result.ok)).toEqual([refused, refused]);
    expect((await stored()).statements.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it("are changed by one at a time", async () => {
    await addStatement(editor, statement("stara", { field1: "energy" }));
    const input = editStatementSchema.parse({ ...(await keyOf("stara")), version: "1", locale: "de", text: "neue", field2: "translation" });
    await expectOwnOnly((actor) => editStatement(actor, input));
    expect(await editStatement(editor, input)).toMatchObject({ ok: true });
    expect(await editStatement(editor, { ...input, text: "later" })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await stored()).statements).toMatchObject([{ text: "neue", locale: "de", version: 2, fields: [{ fieldCode: "translation" }] }]);
  });

  it("are moved and deleted by the own people", async () => {
    for (const text of ["aaa", "bbb", "ccc"]) await addStatement(editor, statement(text));
    const key = await keyOf("ccc");
    await expectOwnOnly((actor) => moveStatement(actor, { ...key, to: "up" }));
    await expectOwnOnly((actor) => deleteStatement(actor, key));
    await moveStatement(editor, { ...key, to: "up" });
    await moveStatement(editor, { ...key, to: "up" });
    await moveStatement(editor, { ...key, to: "up" });
    expect(await texts()).toEqual(["ccc", "aaa", "bbb"]);
    await deleteStatement(editor, key);
    await deleteStatement(editor, key);
    expect(await texts()).toEqual(["aaa", "bbb"]);
    expect(await db.auditEntry.count({ where: { action: "statement.delete", objectId: key.statement } })).toBe(1);
  });

  it("of one organisation cannot be reached through another", async () => {
    await addStatement(editor, statement("nasza"));
    const other = await createOrganisation();
    const stranger = await createMember(other.id);
    const key = { ...(await keyOf("nasza")), organisation: other.slug };
    await expect(editStatement(stranger, { ...key, version: 1, locale: "en", text: "mine", fields: [] })).rejects.toThrow(NotFound);
    await expect(moveStatement(stranger, { ...key, to: "up" })).rejects.toThrow(NotFound);
    await deleteStatement(stranger, key);
    expect(await texts()).toEqual(["nasza"]);
  });
});

describe("the logo", () => {
  const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#0b5261" } });

  it.each(["png", "jpeg", "webp"] as const)("is taken as %s and kept small, without metadata", async (format) => {
    const bytes = await picture(1200, 600).withExif({ IFD0: { Copyright: "secret" } }).toFormat(format).toBuffer();
    expect(await setLogo(editor, organisation.slug, bytes)).toMatchObject({ ok: true });
    const logo = await db.organisationLogo.findUniqueOrThrow({ where: { organisationId: organisation.id } });
    expect(await sharp(logo.webp).metadata()).toMatchObject({ format: "webp", width: 512, height: 256 });
    expect((await sharp(logo.webp).metadata()).exif).toBeUndefined();
  });

  it.each([
    ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["nothing", Buffer.alloc(0)],
    ["a broken PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])],
    ["a sound file", Buffer.from("RIFF0000WAVEfmt ")],
  ])("is not %s", async (_what, bytes) => {
    expect(await setLogo(editor, organisation.slug, bytes)).toEqual({ ok: false, reason: "picture_unreadable" });
    expect(await db.organisationLogo.count({ where: { organisationId: organisation.id } })).toBe(0);
  });

  it("is no picture that unfolds to something huge", async () => {
    const bomb = await picture(8000, 8000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await setLogo(editor, organisation.slug, bomb)).toEqual({ ok: false, reason: "picture_unreadable" });
  });

  it("is changed by the own people", async () => {
    const bytes = await picture(10, 10).png().toBuffer();
    await expectOwnOnly((actor) => setLogo(actor, organisation.slug, bytes));
    await setLogo(editor, organisation.slug, bytes);
    await expectOwnOnly((actor) => removeLogo(actor, organisation.slug));
    await removeLogo(editor, organisation.slug);
    expect(await db.organisationLogo.count({ where: { organisationId: organisation.id } })).toBe(0);
  });
});
