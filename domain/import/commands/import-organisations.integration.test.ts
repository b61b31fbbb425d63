import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { exportOrganisations } from "../queries/export-organisations";
import { previewImport } from "../queries/preview-import";
import { confirmImport, importOrganisations } from "./import-organisations";
import { forgetImportFiles, uploadFile } from "./upload-file";

const header = "name,type,country,region,website,contact_email,languages,size,founded,description_pl,description_de,description_en,offers,needs,wished_types,wished_regions";
const file = (...rows: string[]) => new TextEncoder().encode([header, ...rows].join("\n"));
const mewa = "Mewa i Foka,it-company,PL,PL42,https://mewa.example,biuro@mewa.example,pl | de,1-9,2011,Programy dla przystani.,,,rezerwacja miejsc | dziennik jachtu,niemieckie przystanie,research | it-company,DE80 | DE";
const hafen = "Hafenblick,research,DE,DE80,https://hafen.example,info@hafen.example,de,10-49,1999,,Wir messen Abgase.,,Messungen im Hafen,,,";
const formula = 'Formel Eins,it-company,DE,DE40,https://formel.example,,de,,,,"=HYPERLINK(""https://formel.example"",""Jetzt"")",,=1+1 | Rechnen,,,';
const broken = "Ohne Land,it-company,XX,XX,,,,,,,,,,,,";

async function organiserOf(programme: { id: string }) {
  return createStaff("organiser", programme.id);
}

/** A programme with its organiser, and what importing into it takes. */
async function setUp() {
  const programme = await createProgramme();
  const actor = await organiserOf(programme);
  const load = (content: Uint8Array, take: number[] = [], as: Actor = actor) =>
    importOrganisations(as, { programme: programme.slug, content, take });
  const names = async () => {
    const where = { admissions: { some: { programmeId: programme.id } } };
    const rows = await db.organisation.findMany({ where, orderBy: { name: "asc" }, select: { name: true } });
    return rows.map(({ name }) => name);
  };
  return { programme, actor, load, names };
}

async function createdBy(result: ReturnType<typeof importOrganisations>): Promise<number[] | string> {
  const answer = await result;
  return answer.ok ? answer.value.created : answer.reason;
}

describe("an import", () => {
  it("stores the good rows whole, as admitted, and writes who did it", async () => {
    const { programme, actor, load } = await setUp();
    expect(await createdBy(load(file(mewa, broken, hafen)))).toEqual([2, 4]);
    const stored = await db.organisation.findFirstOrThrow({
      where: { name: "Mewa i Foka" },
      include: { texts: true, statements: { orderBy: { position: "asc" } }, admissions: true, memberships: true },
    });
    expect(stored).toMatchObject({
      slug: "mewa-i-foka",
      type: "it_company",
      country: "PL",
      region: "PL42",
      contactEmail: "biuro@mewa.example",
      languages: ["pl", "de"],
      size: "micro",
      founded: 2011,
      wishedTypes: ["research", "it_company"],
      wishedRegions: ["DE80", "DE"],
      profileVisibility: "participants",
      contactVisibility: "moderators",
      isDemo: false,
      texts: [{ locale: "pl", description: "Programy dla przystani." }],
      statements: [
        { direction: "offer", locale: "pl", text: "rezerwacja miejsc", position: 0 },
        { direction: "offer", locale: "pl", text: "dziennik jachtu", position: 1 },
        { direction: "need", locale: "pl", text: "niemieckie przystanie", position: 2 },
      ],
      admissions: [{ programmeId: programme.id, state: "approved" }],
      memberships: [],
    });
    expect(stored.searchText).toContain("rezerwacja miejsc");
    const entries = await db.auditEntry.findMany({ where: { programmeId: programme.id }, orderBy: { action: "asc" } });
    expect(entries.map(({ action, actorId, details }) => [action, actorId, details])).toEqual([
      ["import.run", actor.userId, { created: 2 }],
      ["organisation.import", actor.userId, { line: expect.any(Number) as number }],
      ["organisation.import", actor.userId, { line: expect.any(Number) as number }],
    ]);
    expect(await db.user.count({ where: { email: "biuro@mewa.example" } })).toBe(0);
    expect(await db.mail.count()).toBe(0);
  });

  it("changes nothing when it comes again, nor where people have changed their profile since", async () => {
    const { load, names, programme } = await setUp();
    await load(file(mewa, hafen));
    const where = { name: "Mewa i Foka", admissions: { some: { programmeId: programme.id } } };
    const { id } = await db.organisation.findFirstOrThrow({ where });
    await db.organisation.update({ where: { id }, data: { name: "Mewa", website: null, founded: 2012 } });
    expect(await createdBy(load(file(mewa, hafen)))).toEqual([]);
    expect(await names()).toEqual(["Hafenblick", "Mewa"]);
    expect(await db.organisation.findUnique({ where: { id }, select: { founded: true, version: true } })).toEqual({ founded: 2012, version: 1 });
  });

  it("takes over what looks like a formula only where it is said so, and stores it as text", async () => {
    const { programme, actor, load, names } = await setUp();
    expect(await createdBy(load(file(mewa, formula)))).toEqual([2]);
    expect(await createdBy(load(file(mewa, formula), [3]))).toEqual([3]);
    expect(await names()).toEqual(["Formel Eins", "Mewa i Foka"]);
    const text = await db.organisationText.findFirstOrThrow({ where: { organisation: { name: "Formel Eins" } } });
    expect(text.description).toBe('=HYPERLINK("https://formel.example","Jetzt")');
    const exported = await exportOrganisations(actor, programme.slug);
    expect(exported).toContain(`"'=HYPERLINK(""https://formel.example"",""Jetzt"")"`);
    expect(exported).toContain("'=1+1 | Rechnen");
    expect(exported).not.toMatch(/(?:^|[,"])=/m);
  });

  it("cannot be made to store what has a defect", async () => {
    const { load, names } = await setUp();
    expect(await createdBy(load(file(broken, ",,,,,,,,,,,,,,,", "zu,viele,DE,DE80,,,,,,,,,,,,,,x"), [2, 3, 4]))).toEqual([]);
    expect(await names()).toEqual([]);
  });

  it("gives an organisation another address where its name's is taken", async () => {
    await createOrganisation({ name: "Delfin", slug: "delfin" });
    const { load, names } = await setUp();
    expect(await createdBy(load(file("Delfin,it-company,PL,PL42,,,,,,,,,,,,", "DELFIN!,it-company,DE,DE80,,,,,,,,,,,,")))).toEqual([2, 3]);
    expect(await names()).toEqual(["DELFIN!", "Delfin"]);
    const slugs = await db.organisation.findMany({ where: { slug: { startsWith: "delfin" } }, select: { slug: true } });
    expect(slugs.map(({ slug }) => slug.replace(/-[0-9a-f]{8}$/, "-x")).toSorted()).toEqual(["delfin", "delfin-x", "delfin-x"]);
  });

  it("knows nothing of other programmes' organisations", async () => {
    const other = await setUp();
    await other.load(file(mewa));
    const { programme, actor, load, names } = await setUp();
    const preview = await previewImport(actor, { programme: programme.slug, content: file(mewa) });
    expect(preview.ok && preview.value).toEqual([{ line: 2, name: "Mewa i Foka", outcome: "create" }]);
    expect(await createdBy(load(file(mewa)))).toEqual([2]);
    expect([await names(), await other.names()]).toEqual([["Mewa i Foka"], ["Mewa i Foka"]]);
    expect(await exportOrganisations(actor, programme.slug)).toContain("Mewa i Foka");
  });

  it("comes out of an export as it went in", async () => {
    const { programme, actor, load } = await setUp();
    await load(file(mewa, hafen, formula), [4]);
    const content = new TextEncoder().encode(await exportOrganisations(actor, programme.slug));
    const preview = await previewImport(actor, { programme: programme.slug, content });
    expect(preview.ok && preview.value.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged", "unchanged"]);
    const { programme: empty, actor: organiser } = await setUp();
    const elsewhere = await previewImport(organiser, { programme: empty.slug, content });
    expect(elsewhere.ok && elsewhere.value.map(({ outcome }) => outcome)).toEqual(["suspicious", "create", "create"]);
  });
});

describe("the dry run", () => {
  it("says what the import does, and stores nothing", async () => {
    const { programme, actor, names } = await setUp();
    const preview = await previewImport(actor, { programme: programme.slug, content: file(mewa, formula, broken) });
    expect(preview.ok && preview.value.map(({ outcome }) => outcome)).toEqual(["create", "suspicious", "defect"]);
    expect(await names()).toEqual([]);
  });
});

describe("a file that is kept between the steps", () => {
  it("is imported once, and counts what it created", async () => {
    const { programme, actor, names } = await setUp();
    const upload = () => uploadFile(actor, { programme: programme.slug, name: "list.csv", content: file(mewa, formula) });
    const first = await upload();
    const id = first.ok ? first.value.id : "";
    expect(await upload()).toEqual(first);
    expect(await db.importFile.findMany({ where: { programmeId: programme.id }, select: { id: true, created: true } })).toEqual([{ id, created: 0 }]);
    for (const take of [[], [], [3]]) await confirmImport(actor, { file: id, take });
    expect(await names()).toEqual(["Formel Eins", "Mewa i Foka"]);
    expect(await db.importFile.findUnique({ where: { id }, select: { created: true } })).toEqual({ created: 2 });
  });

  it("is forgotten after a day", async () => {
    const { programme, actor } = await setUp();
    await uploadFile(actor, { programme: programme.slug, name: "list.csv", content: file(mewa) });
    const count = () => db.importFile.count({ where: { programmeId: programme.id } });
    const hours = (number: number) => new Date(Date.now() + number * 3_600_000);
    await forgetImportFiles(hours(23));
    expect(await count()).toBe(1);
    await forgetImportFiles(hours(25));
    expect(await count()).toBe(0);
  });

  it("is refused where nothing of it can be read", async () => {
    const { programme, actor } = await setUp();
    const answer = await uploadFile(actor, { programme: programme.slug, name: "x.png", content: new Uint8Array([1, 0, 2]) });
    expect(answer).toEqual({ ok: false, reason: "file_not_text" });
    expect(await db.importFile.count({ where: { programmeId: programme.id } })).toBe(0);
  });
});

describe("others than the programme's organisers", () => {
  it("neither see nor import anything", async () => {
    const { programme, actor, names } = await setUp();
    const other = await setUp();
    const event = await createEvent({ programmeId: programme.id });
    const organisation = await createOrganisation({ programmeId: programme.id });
    const upload = await uploadFile(actor, { programme: programme.slug, name: "list.csv", content: file(mewa) });
    const id = upload.ok ? upload.value.id : "";
    const input = { programme: programme.slug, content: file(hafen), take: [], name: "x.csv" };
    const attempts = (as: Actor) => [
      () => importOrganisations(as, input),
      () => previewImport(as, input),
      () => uploadFile(as, input),
      () => confirmImport(as, { file: id, take: [] }),
      () => exportOrganisations(as, programme.slug),
    ];
    const strangers = [
      await createStaff("moderator", programme.id),
      await createStaff("organiser", programme.id, event.id),
      await createMember(organisation.id),
      other.actor,
    ];
    for (const stranger of strangers) {
      for (const attempt of attempts(stranger)) await expect(attempt()).rejects.toThrow(NotFound);
    }
    for (const attempt of attempts(visitor)) await expect(attempt()).rejects.toThrow(SignedOut);
    // Another organiser of the same programme does not see this one's upload.
    await expect(confirmImport(await organiserOf(programme), { file: id, take: [] })).rejects.toThrow(NotFound);
    expect(await names()).toEqual([organisation.name]);
  });
});

const shared = "../shared/matching";
const isThere = existsSync(shared);
if (!isThere) console.log(`skipped: the collected files of ${shared} are not there`);

describe.skipIf(!isThere)("the collected files", () => {
  const content = (name: string) => new Uint8Array(readFileSync(`${shared}/${name}`));

  it.each([
    ["organisations.csv", 48],
    ["organisations-cp1250.csv", 3],
    ["organisations-semicolon.csv", 3],
  ])("%s is imported without any report, once", async (name, count) => {
    const { load, names, programme, actor } = await setUp();
    const lines = Array.from({ length: count }, (_, index) => index + 2);
    expect(await createdBy(load(content(name)))).toEqual(lines);
    expect(await names()).toHaveLength(count);
    expect(await createdBy(load(content(name)))).toEqual([]);
    const again = await previewImport(actor, { programme: programme.slug, content: content(name) });
    expect(again.ok && new Set(again.value.map(({ outcome }) => outcome))).toEqual(new Set(["unchanged"]));
  });

  it("keep all their letters", async () => {
    const { load } = await setUp();
    await load(content("organisations-cp1250.csv"));
    await load(content("organisations-semicolon.csv"));
    const isStored = await Promise.all([
      ...["Łódka i Ster", "Źródło Wiedzy Wałcz", "Ćma – Oświetlenie Sterowane", "Mühlbach Netzdienst", "Żuraw Danych"].map((name) =>
        db.organisation.count({ where: { name } }),
      ),
      ...["dziennik jachtu w telefonie „od ręki”", "wspólny katalog części; także dla podwykonawców"].map((text) =>
        db.statement.count({ where: { text } }),
      ),
    ]);
    expect(isStored.map((count) => count > 0)).toEqual(Array.from({ length: 7 }, () => true));
  });

  it("organisations-broken.csv is reported line by line, and its good rows imported", async () => {
    const { load, names, programme, actor } = await setUp();
    const list = content("organisations-broken.csv");
    const preview = await previewImport(actor, { programme: programme.slug, content: list });
    const told = (preview.ok ? preview.value : []).map((report) => {
      const defects = report.outcome === "defect" ? report.defects : [];
      const all = report.outcome === "suspicious" ? report.suspicions : defects;
      return [report.line, report.outcome, ...all.map(({ column, code }) => `${column ?? "row"}: ${code}`)];
    });
    expect(told).toEqual([
      [2, "create"],
      [3, "defect", "name: missing"],
      [4, "defect", "country: unknown_country"],
      [5, "defect", "contact_email: invalid_email"],
      [6, "duplicate"],
      [7, "suspicious", "description_de: formula"],
      [8, "defect", "description_pl: too_long"],
      [9, "create"],
      [10, "suspicious", "description_de: markup"],
      [11, "defect", "region: unknown_region"],
      [12, "defect", "row: column_count"],
      [13, "empty"],
      [14, "defect", "type: unknown_type"],
      [15, "defect", "founded: in_future"],
    ]);
    expect(await createdBy(load(list))).toEqual([2, 9]);
    expect(await names()).toEqual(["Deichkontor Auswertung", "Ster i Kod"]);
    expect(await createdBy(load(list, [7, 10, 11]))).toEqual([7, 10]);
  });
});
