import { beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/domain/actor";
import { SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createOrganisation as addOrganisation } from "@/prisma/factories/organisation";
import { actorOf, createUser } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { listSimilarOrganisations } from "../queries";
import { createOrganisation } from "./create-organisation";

let programmeId: string;
beforeAll(async () => {
  programmeId = (await createProgramme()).id;
});

const person = async () => actorOf((await createUser()).id);
const form = (name: string, more: { isAnother?: "on" } = {}) => ({ key: crypto.randomUUID(), name, type: "it_company" as const, region: "PL42" as const, ...more });

describe("createOrganisation", () => {
  it("makes the person the owner and lets the organisation wait for a moderator", async () => {
    const actor = await person();
    const result = await createOrganisation(actor, programmeId, form("Żuraw Kodu Sp. z o.o."));
    expect(result).toMatchObject({ ok: true, value: { slug: "zuraw-kodu-sp-z-o-o" } });
    const organisation = await db.organisation.findUniqueOrThrow({
      where: { slug: "zuraw-kodu-sp-z-o-o" },
      include: { memberships: true, admissions: true },
    });
    expect(organisation).toMatchObject({ country: "PL", region: "PL42", profileVisibility: "participants", contactVisibility: "moderators" });
    expect(organisation.memberships).toMatchObject([{ userId: actor.userId, email: actor.email, role: "owner", state: "active" }]);
    expect(organisation.admissions).toMatchObject([{ programmeId, state: "pending" }]);
    const audit = await db.auditEntry.findMany({ where: { organisationId: organisation.id }, orderBy: { id: "asc" } });
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([["organisation.create", actor.userId], ["admission.submit", actor.userId]]);
  });

  it("is for people who are signed in", async () => {
    await expect(createOrganisation(visitor, programmeId, form("Nobody's"))).rejects.toThrow(SignedOut);
    expect(await db.organisation.count({ where: { name: "Nobody's" } })).toBe(0);
  });

  it("asks first where a name is similar, and numbers the address of another one", async () => {
    const actor = await person();
    await addOrganisation({ programmeId, name: "Wrocławskie Łącza S.A.", slug: "wroclawskie-lacza-s-a" });
    expect(await createOrganisation(actor, programmeId, form("wroclawskie lacza"))).toEqual({ ok: false, reason: "similar_exists" });
    const another = await createOrganisation(actor, programmeId, form("Wrocławskie Łącza S.A.", { isAnother: "on" }));
    expect(another).toMatchObject({ ok: true, value: { slug: "wroclawskie-lacza-s-a-2" } });
  });

  it("does not show one person's organisation to another who sends the same key", async () => {
    const input = form("Mine and only mine");
    await createOrganisation(await person(), programmeId, input);
    await expect(createOrganisation(await person(), programmeId, input)).rejects.toThrow("no such object");
  });

  it("does not tell of organisations of other programmes, or of refused ones", async () => {
    const other = await createProgramme();
    await addOrganisation({ programmeId: other.id, name: "Baltijas Elsewhere" });
    await addOrganisation({ programmeId, name: "Baltijas Refused", state: "refused" });
    await addOrganisation({ programmeId, name: "Baltijas Waiting", state: "pending" });
    const similar = await listSimilarOrganisations(await person(), programmeId, { name: "Baltijas", exceptKey: null });
    expect(similar.map(({ name }) => name)).toEqual(["Baltijas Waiting"]);
    await expect(listSimilarOrganisations(visitor, programmeId, { name: "Baltijas", exceptKey: null })).rejects.toThrow(SignedOut);
  });
});

describe("the same form, twenty times at once", () => {
  async function send(name: string) {
    const actor = await person();
    const input = form(name);
    const results = await Promise.all(Array.from({ length: 20 }, () => createOrganisation(actor, programmeId, input)));
    const slugs = new Set(results.map((result) => (result.ok ? result.value.slug : result.reason)));
    return { slugs: slugs.size, rows: await db.organisation.count({ where: { name } }) };
  }

  it("makes one organisation and answers the same", async () => {
    expect(await send("Once Only")).toEqual({ slugs: 1, rows: 1 });
  });

  it("different people who take one name at once all get an address", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, person));
    const results = await Promise.all(people.map((actor) => createOrganisation(actor, programmeId, form("Same Name", { isAnother: "on" }))));
    expect(new Set(results.map((result) => result.ok && result.value.slug)).size).toBe(8);
  });

  it("twin: without the unique keys there are several", async () => {
    // The slug of the same name happens to guard, too.
    await db.$executeRaw`DROP INDEX "Organisation_submissionKey_key", "Organisation_slug_key"`;
    expect((await send("More Than Once")).rows).toBeGreaterThan(1);
  });
});
