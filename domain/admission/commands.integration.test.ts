import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, type Person, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { decideAdmission, resubmitOrganisation } from "./commands";
import { countAdmissions, getDecision, getOwnAdmission, listAdmissions } from "./queries";
import type { DecideAdmissionInput } from "./schema";

let programmeId: string;
let moderator: Person;
let others: [string, Actor][];
beforeAll(async () => {
  programmeId = (await createProgramme()).id;
  moderator = await createStaff("moderator", programmeId);
  const event = await createEvent({ programmeId });
  const elsewhere = await createProgramme();
  others = [
    ["staff of one event", await createStaff("organiser", programmeId, event.id)],
    ["staff of another programme", await createStaff("organiser", elsewhere.id)],
    ["a member of another organisation", await createMember((await createOrganisation({ programmeId })).id)],
  ];
});

let organisation: { id: string; slug: string; name: string };
let admission: string;
let owner: Person;
beforeEach(async () => {
  organisation = await createOrganisation({ programmeId, state: "pending" });
  admission = (await db.admission.findFirstOrThrow({ where: { organisationId: organisation.id } })).id;
  owner = await createMember(organisation.id);
  await createMember(organisation.id, "editor");
});

const approve = (seen: DecideAdmissionInput["seen"] = "pending"): DecideAdmissionInput => ({ admission, seen, decision: "approved" });
const ask = (decision: "returned" | "refused", seen: DecideAdmissionInput["seen"] = "pending"): DecideAdmissionInput => ({ admission, seen, decision, reason: "Please say what you do." });
const stored = () => db.admission.findUniqueOrThrow({ where: { id: admission } });
const mails = () => db.mail.findMany({ where: { to: owner.email }, orderBy: { createdAt: "asc" } });

describe("decideAdmission", () => {
  it("lets in, writes it down, and tells the owners and nobody else", async () => {
    expect(await decideAdmission(moderator, approve())).toEqual({ ok: true, value: { id: admission } });
    expect(await stored()).toMatchObject({ state: "approved", reason: null, decidedAt: expect.any(Date) as Date });
    expect(await mails()).toMatchObject([{ kind: "organisation_approved", params: { organisation: organisation.name, programme: "Programme (en)" } }]);
    expect(await db.mail.count({ where: { key: { contains: admission } } })).toBe(1);
    const audit = await db.auditEntry.findMany({ where: { objectId: admission } });
    expect(audit).toMatchObject([{ action: "admission.approved", actorId: moderator.userId, programmeId, organisationId: organisation.id }]);
  });

  it.each(["returned", "refused"] as const)("%s with a reason that the owners read", async (decision) => {
    expect(await decideAdmission(moderator, ask(decision))).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ state: decision, reason: "Please say what you do." });
    expect(await mails()).toMatchObject([{ kind: `organisation_${decision}`, params: { reason: "Please say what you do." } }]);
  });

  it("changes an earlier decision, and tells of each", async () => {
    await decideAdmission(moderator, ask("refused"));
    expect(await decideAdmission(moderator, approve("refused"))).toMatchObject({ ok: true });
    expect((await mails()).map(({ kind }) => kind)).toEqual(["organisation_refused", "organisation_approved"]);
  });

  it("refuses what was decided meanwhile", async () => {
    await decideAdmission(moderator, approve());
    expect(await decideAdmission(moderator, ask("refused"))).toEqual({ ok: false, reason: "already_decided" });
    expect(await decideAdmission(moderator, approve("approved"))).toEqual({ ok: false, reason: "already_decided" });
    expect(await stored()).toMatchObject({ state: "approved" });
  });

  it("is for the staff of the programme alone", async () => {
    for (const [, actor] of [...others, ["its own owner", owner] as const]) {
      await expect(decideAdmission(actor, approve())).rejects.toThrow(NotFound);
      await expect(getDecision(actor, admission)).rejects.toThrow(NotFound);
      expect((await listAdmissions(actor, "pending", 1)).entries).toEqual([]);
      expect((await countAdmissions(actor)).pending).toBe(0);
    }
    await expect(decideAdmission(visitor, approve())).rejects.toThrow(SignedOut);
    await expect(listAdmissions(visitor, "pending", 1)).rejects.toThrow(SignedOut);
    expect(await stored()).toMatchObject({ state: "pending" });
  });

  it("of two at once one decides, and one set of mails goes out", async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, index) => decideAdmission(moderator, index % 2 ? approve() : ask("refused"))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("twin: without the state in the condition several decide", async () => {
    const decideUnguarded = async (input: DecideAdmissionInput) => {
      if ((await stored()).state !== input.seen) return false;
      await db.admission.update({ where: { id: admission }, data: { state: input.decision } });
      return true;
    };
    const results = await Promise.all(Array.from({ length: 10 }, (_, index) => decideUnguarded(index % 2 ? approve() : ask("refused"))));
    expect(results.filter(Boolean).length).toBeGreaterThan(1);
  });
});

describe("the queue", () => {
  it("has the oldest first, marks who is from elsewhere and who has a namesake", async () => {
    const programme = await createProgramme();
    const staff = await createStaff("organiser", programme.id);
    const add = async (name: string, region: string, createdAt: string) => {
      const { id } = await createOrganisation({ programmeId: programme.id, state: "pending", name, region, country: region.slice(0, 2) });
      await db.admission.updateMany({ where: { organisationId: id }, data: { createdAt: new Date(createdAt) } });
    };
    await add("Zweite Werft GmbH", "DE80", "2027-01-02T00:00:00Z");
    await add("Erste Werft", "PL51", "2027-01-01T00:00:00Z");
    await createOrganisation({ programmeId: programme.id, name: "Zweite Werft" });
    const { entries, total, pages } = await listAdmissions(staff, "pending", 1);
    expect(entries.map((entry) => [entry.organisation.name, entry.isOutsideRegion, entry.namesakes])).toEqual([
      ["Erste Werft", true, []],
      ["Zweite Werft GmbH", false, ["Zweite Werft"]],
    ]);
    expect([total, pages, await countAdmissions(staff)]).toEqual([2, 1, { pending: 2, returned: 0, approved: 1, refused: 0 }]);
  });

  it("shows a moderator the whole profile, also where it is for moderators only", async () => {
    await db.organisation.update({ where: { id: organisation.id }, data: { profileVisibility: "moderators", contactEmail: "a@b.example" } });
    const { profile } = await getDecision(moderator, admission);
    expect([profile.statements.length, profile.contact?.email]).toEqual([2, "a@b.example"]);
  });
});

describe("resubmitOrganisation", () => {
  it("sends what was asked back to the end of the queue, once", async () => {
    await decideAdmission(moderator, ask("returned"));
    const before = await stored();
    expect(await getOwnAdmission(owner, programmeId, organisation.slug)).toEqual({ state: "returned", reason: "Please say what you do." });
    expect(await resubmitOrganisation(owner, programmeId, organisation.slug)).toMatchObject({ ok: true });
    expect(await resubmitOrganisation(owner, programmeId, organisation.slug)).toEqual({ ok: false, reason: "not_returned" });
    const after = await stored();
    expect([after.state, after.createdAt > before.createdAt]).toEqual(["pending", true]);
    expect(await db.auditEntry.count({ where: { organisationId: organisation.id, action: "admission.resubmit" } })).toBe(1);
  });

  it("is for the organisation's own people", async () => {
    await decideAdmission(moderator, ask("returned"));
    for (const [, actor] of [...others, ["the moderator", moderator] as const]) {
      await expect(resubmitOrganisation(actor, programmeId, organisation.slug)).rejects.toThrow(NotFound);
      await expect(getOwnAdmission(actor, programmeId, organisation.slug)).rejects.toThrow(NotFound);
    }
    await expect(resubmitOrganisation(visitor, programmeId, organisation.slug)).rejects.toThrow(SignedOut);
  });
});
