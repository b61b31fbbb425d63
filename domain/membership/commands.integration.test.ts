import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, type Person, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { actorOf, createStaff, createUser } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptInvitation, declineInvitation } from "./commands/answer-invitation";
import { approveMembership, declineMembership } from "./commands/answer-request";
import { changeRole, removeMember } from "./commands/change-membership";
import { inviteMember } from "./commands/invite-member";
import { requestMembership } from "./commands/request-membership";
import { getOwnMembership, listPeople, listMembers, listOwnMemberships } from "./queries";

let programmeId: string;
let moderator: Person;
let strangers: [string, Actor][];
beforeAll(async () => {
  programmeId = (await createProgramme()).id;
  moderator = await createStaff("moderator", programmeId);
  const event = await createEvent({ programmeId });
  strangers = [
    ["staff of one event", await createStaff("moderator", programmeId, event.id)],
    ["staff of another programme", await createStaff("organiser", (await createProgramme()).id)],
    ["an owner of another organisation", await createMember((await createOrganisation({ programmeId })).id)],
  ];
});

let organisation: { id: string; slug: string; name: string };
let owner: Person;
let editor: Person;
let newcomer: Person;
beforeEach(async () => {
  organisation = await createOrganisation({ programmeId });
  owner = await createMember(organisation.id);
  editor = await createMember(organisation.id, "editor");
  newcomer = await actorOf((await createUser({ name: "Nina Nowak" })).id);
});

const of = (actor: Person) => db.membership.findFirst({ where: { organisationId: organisation.id, email: actor.email } });
const idOf = async (actor: Person) => ({ membership: (await of(actor))?.id ?? "" });
const mailsTo = async (actor: Person) => (await db.mail.findMany({ where: { to: actor.email } })).map(({ kind }) => kind);
const invitation = (email: string, role: "owner" | "editor" = "editor") => ({ organisation: organisation.slug, email, role });

describe("asking to join", () => {
  it("tells the owners, and has one effect however often", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => requestMembership(newcomer, programmeId, organisation.slug)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await of(newcomer)).toMatchObject({ userId: newcomer.userId, role: "editor", state: "requested" });
    expect(await mailsTo(owner)).toEqual(["membership_requested"]);
    expect([await mailsTo(editor), await mailsTo(moderator)]).toEqual([[], []]);
  });

  it("gives no right before it is approved", async () => {
    await requestMembership(newcomer, programmeId, organisation.slug);
    await expect(listMembers(newcomer, organisation.slug)).rejects.toThrow(NotFound);
  });

  it("an owner lets in; the person is told once", async () => {
    await requestMembership(newcomer, programmeId, organisation.slug);
    const key = await idOf(newcomer);
    expect(await approveMembership(owner, key)).toEqual({ ok: true, value: { slug: organisation.slug } });
    expect(await approveMembership(moderator, key)).toEqual({ ok: false, reason: "already_decided" });
    expect(await declineMembership(owner, key)).toEqual({ ok: false, reason: "already_decided" });
    expect(await of(newcomer)).toMatchObject({ state: "active", role: "editor" });
    expect(await mailsTo(newcomer)).toEqual(["membership_approved"]);
    expect(await requestMembership(newcomer, programmeId, organisation.slug)).toEqual({ ok: false, reason: "already_member" });
  });

  it("or does not; the request is gone", async () => {
    await requestMembership(newcomer, programmeId, organisation.slug);
    expect(await declineMembership(owner, await idOf(newcomer))).toMatchObject({ ok: true });
    expect([await of(newcomer), await mailsTo(newcomer)]).toEqual([null, ["membership_declined"]]);
  });

  it("where there is no owner a moderator is told, and the first who is let in owns it", async () => {
    const imported = await createOrganisation({ programmeId });
    await requestMembership(newcomer, programmeId, imported.slug);
    expect(await mailsTo(moderator)).toEqual(["membership_requested"]);
    const [request] = await listPeople(moderator, imported.id);
    expect(await approveMembership(moderator, { membership: request?.id ?? "" })).toMatchObject({ ok: true });
    expect(await db.membership.findMany({ where: { organisationId: imported.id } })).toMatchObject([{ role: "owner", state: "active" }]);
  });

  it("is decided by owners and the programme's staff alone", async () => {
    await requestMembership(newcomer, programmeId, organisation.slug);
    const key = await idOf(newcomer);
    for (const [, actor] of [...strangers, ["an editor", editor] as const, ["the person", newcomer] as const]) {
      await expect(approveMembership(actor, key)).rejects.toThrow(NotFound);
      await expect(declineMembership(actor, key)).rejects.toThrow(NotFound);
      expect(await listPeople(actor, organisation.id)).toEqual([]);
    }
    await expect(approveMembership(visitor, key)).rejects.toThrow(SignedOut);
    await expect(requestMembership(visitor, programmeId, organisation.slug)).rejects.toThrow(SignedOut);
    expect(await of(newcomer)).toMatchObject({ state: "requested" });
  });

  it("finds no organisation of another programme and no refused one", async () => {
    const refused = await createOrganisation({ programmeId, state: "refused" });
    await expect(requestMembership(newcomer, programmeId, refused.slug)).rejects.toThrow(NotFound);
    const elsewhere = await createOrganisation({ programmeId: (await createProgramme()).id });
    await expect(requestMembership(newcomer, programmeId, elsewhere.slug)).rejects.toThrow(NotFound);
  });
});

describe("inviting", () => {
  it("waits for whoever signs in with that address", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => inviteMember(owner, invitation(newcomer.email, "owner"))));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await mailsTo(newcomer)).toEqual(["membership_invited"]);
    expect(await getOwnMembership(newcomer, organisation.id)).toMatchObject({ state: "invited" });
    expect(await listOwnMemberships(newcomer)).toMatchObject([{ role: "owner", state: "invited", organisation: { slug: organisation.slug } }]);
    expect(await requestMembership(newcomer, programmeId, organisation.slug)).toEqual({ ok: false, reason: "already_invited" });
    const key = await idOf(newcomer);
    expect(await acceptInvitation(newcomer, key)).toEqual({ ok: true, value: { slug: organisation.slug } });
    expect(await acceptInvitation(newcomer, key)).toEqual({ ok: true, value: { slug: organisation.slug } });
    expect(await of(newcomer)).toMatchObject({ state: "active", role: "owner", userId: newcomer.userId });
    expect(await inviteMember(owner, invitation(newcomer.email))).toEqual({ ok: false, reason: "already_member" });
  });

  it("can be turned down", async () => {
    await inviteMember(owner, invitation(newcomer.email));
    expect(await declineInvitation(newcomer, await idOf(newcomer))).toMatchObject({ ok: true });
    expect(await of(newcomer)).toBeNull();
  });

  it("is for owners, and answered by the address alone", async () => {
    await inviteMember(owner, invitation(newcomer.email));
    const key = await idOf(newcomer);
    for (const [, actor] of [...strangers, ["an editor", editor] as const, ["a moderator", moderator] as const]) {
      await expect(inviteMember(actor, invitation("x@mail.example"))).rejects.toThrow(NotFound);
      await expect(acceptInvitation(actor, key)).rejects.toThrow(NotFound);
      await expect(declineInvitation(actor, key)).rejects.toThrow(NotFound);
    }
    await expect(inviteMember(visitor, invitation("x@mail.example"))).rejects.toThrow(SignedOut);
    await expect(acceptInvitation(visitor, key)).rejects.toThrow(SignedOut);
    expect(await db.membership.count({ where: { email: "x@mail.example" } })).toBe(0);
  });

  it("somebody who is in already with another address is not in twice", async () => {
    await inviteMember(owner, invitation("second@mail.example"));
    const row = await db.membership.findFirstOrThrow({ where: { email: "second@mail.example" } });
    expect(await acceptInvitation({ ...editor, email: "second@mail.example" }, { membership: row.id })).toEqual({ ok: false, reason: "already_member" });
    expect(await db.membership.count({ where: { organisationId: organisation.id, userId: editor.userId } })).toBe(1);
  });

  it("has an end", async () => {
    await db.membership.createMany({
      data: Array.from({ length: 20 }, (_, index) => ({ organisationId: organisation.id, email: `open-${index}@mail.example`, role: "editor" as const, state: "invited" as const })),
    });
    expect(await inviteMember(owner, invitation("one-more@mail.example"))).toEqual({ ok: false, reason: "too_many_invitations" });
  });
});

describe("owners", () => {
  it("change roles and remove; members leave by themselves", async () => {
    expect(await changeRole(owner, { ...(await idOf(editor)), role: "owner" })).toMatchObject({ ok: true });
    expect(await removeMember(editor, await idOf(editor))).toMatchObject({ ok: true });
    expect(await of(editor)).toBeNull();
    const audit = await db.auditEntry.findMany({ where: { organisationId: organisation.id }, orderBy: { id: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["membership.role", "membership.remove"]);
  });

  it("the last one stays", async () => {
    expect(await removeMember(owner, await idOf(owner))).toEqual({ ok: false, reason: "last_owner" });
    expect(await changeRole(owner, { ...(await idOf(owner)), role: "editor" })).toEqual({ ok: false, reason: "last_owner" });
    expect(await of(owner)).toMatchObject({ role: "owner", state: "active" });
  });

  it("unless the account or the organisation goes", async () => {
    await db.user.delete({ where: { id: owner.userId } });
    await db.organisation.delete({ where: { id: organisation.id } });
    expect(await db.membership.count({ where: { organisationId: organisation.id } })).toBe(0);
  });

  it("nobody else touches a membership", async () => {
    const key = await idOf(owner);
    for (const [, actor] of [...strangers, ["an editor", editor] as const, ["a moderator", moderator] as const]) {
      await expect(changeRole(actor, { ...key, role: "editor" })).rejects.toThrow(NotFound);
      await expect(removeMember(actor, key)).rejects.toThrow(NotFound);
    }
    for (const [, actor] of strangers) await expect(listMembers(actor, organisation.slug)).rejects.toThrow(NotFound);
    await expect(removeMember(visitor, key)).rejects.toThrow(SignedOut);
    await expect(changeRole(editor, { ...(await idOf(editor)), role: "owner" })).rejects.toThrow(NotFound);
  });

  /** Two owners make each other editors, ten times; how often none was left. */
  async function demoteEachOther(): Promise<number> {
    const rounds = await Promise.all(Array.from({ length: 10 }, async () => {
      const { id, slug } = await createOrganisation({ programmeId });
      const pair = [await createMember(id), await createMember(id)];
      const keys = (await listMembers(pair[0] ?? visitor, slug)).members;
      await Promise.all(pair.map((actor) => changeRole(actor, { membership: keys.find(({ email }) => email !== actor.email)?.id ?? "", role: "editor" }).catch(() => null)));
      return db.membership.count({ where: { organisationId: id, role: "owner", state: "active" } });
    }));
    return rounds.filter((owners) => owners === 0).length;
  }

  it("two who make each other editors at once: one owner is left", async () => {
    expect(await demoteEachOther()).toBe(0);
  });

  it("twin: without the guard none is left", async () => {
    await db.$executeRaw`ALTER TABLE "Membership" DISABLE TRIGGER "Membership_last_owner"`;
    expect(await demoteEachOther()).toBeGreaterThan(0);
    await db.$executeRaw`ALTER TABLE "Membership" ENABLE TRIGGER "Membership_last_owner"`;
  });
});
