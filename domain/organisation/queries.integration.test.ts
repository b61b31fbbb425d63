import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Person, visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireOrganisation } from "./access";
import { getLogo, getOwnProfile, getOwnStatement, getPublicProfile, getVisibleProfile, listPublicOrganisations, listPublicOrganisationSlugs } from "./queries";
import type { Visibility } from "./schema";

const contact = { contactName: "Anna", contactEmail: "anna@organisation.example", contactPhone: "+48 1" };

let programme: { id: string; slug: string };
let event: { id: string; programmeId: string };
let target: { id: string; slug: string };
const readers: Record<string, Actor> = {};

beforeAll(async () => {
  programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id });
  const otherEvent = await createEvent({ programmeId: programme.id });
  const otherProgramme = await createProgramme();
  const foreignEvent = await createEvent({ programmeId: otherProgramme.id });
  const participant = await createParticipant(event);
  target = participant.organisation;
  await db.organisation.update({ where: { id: target.id }, data: contact });
  await db.organisationText.create({ data: { organisationId: target.id, locale: "pl", description: "Piszemy programy." } });

  const waiting = await createParticipant(event);
  await db.registration.update({ where: { id: waiting.registration.id }, data: { state: "waiting" } });
  const returned = await createParticipant(event);
  await db.admission.updateMany({ where: { organisationId: returned.organisation.id }, data: { state: "returned" } });
  const blocked = await createParticipant(event, "DE");
  await db.block.create({ data: { blockerId: target.id, blockedId: blocked.organisation.id } });
  const colleagues = await createParticipant(event);
  Object.assign(readers, {
    visitor,
    member: participant.actor,
    colleague: await createMember(target.id, "editor"),
    participant: (await createParticipant(event, "DE")).actor,
    "participant's colleague": await createMember(colleagues.organisation.id),
    "on the waiting list": waiting.actor,
    "not admitted": returned.actor,
    blocked: blocked.actor,
    "at another event": (await createParticipant(otherEvent)).actor,
    "in another programme": (await createParticipant(foreignEvent)).actor,
    moderator: await createStaff("moderator", programme.id),
    "event staff": await createStaff("moderator", programme.id, event.id),
    "staff of another event": await createStaff("moderator", programme.id, otherEvent.id),
    "staff of another programme": await createStaff("organiser", otherProgramme.id),
  });
});

/** What each reader sees: "profile", "contact" (both) or nothing. Only those who see something are listed. */
async function whoSees(profile: Visibility, contactSetting: Visibility, place: { programmeId: string; eventId?: string }) {
  await db.organisation.update({ where: { id: target.id }, data: { profileVisibility: profile, contactVisibility: contactSetting } });
  const seen = await Promise.all(Object.entries(readers).map(async ([who, actor]) => {
    const view = await getVisibleProfile(actor, target.slug, place).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (!view) return [];
    return [[who, view.profile.contact?.email === contact.contactEmail ? "contact" : "profile"] as const];
  }));
  return Object.fromEntries(seen.flat());
}

const nearest = { member: "contact", colleague: "contact", moderator: "contact" };

describe("getVisibleProfile", () => {
  it("for moderators only", async () => {
    expect(await whoSees("moderators", "public", { programmeId: programme.id })).toEqual(nearest);
    expect(await whoSees("moderators", "public", { programmeId: programme.id, eventId: event.id })).toEqual({ ...nearest, "event staff": "contact" });
  });

  it("for participants of the same event", async () => {
    const place = { programmeId: programme.id };
    expect(await whoSees("participants", "moderators", place)).toEqual({ ...nearest, participant: "profile" });
    expect(await whoSees("participants", "participants", place)).toEqual({ ...nearest, participant: "contact" });
    expect(await whoSees("participants", "participants", { ...place, eventId: event.id })).toEqual({ ...nearest, participant: "contact", "event staff": "contact" });
  });

  it("for everybody, the contact for participants", async () => {
    const seen = await whoSees("public", "participants", { programmeId: programme.id });
    expect(Object.keys(seen).toSorted((a, b) => a.localeCompare(b))).toEqual(Object.keys(readers).toSorted((a, b) => a.localeCompare(b)));
    expect(Object.entries(seen).filter(([, part]) => part === "contact").map(([who]) => who).join()).toBe("member,colleague,participant,moderator");
  });

  it("nobody from outside before it is admitted, and nobody of a programme that it did not apply to", async () => {
    await db.admission.updateMany({ where: { organisationId: target.id }, data: { state: "pending" } });
    expect(await whoSees("public", "public", { programmeId: programme.id })).toEqual(nearest);
    await db.admission.updateMany({ where: { organisationId: target.id }, data: { state: "approved" } });
    const elsewhere = await createProgramme();
    expect(await whoSees("public", "public", { programmeId: elsewhere.id })).toEqual({ member: "contact", colleague: "contact" });
  });

  it("no longer after the event's registration was cancelled", async () => {
    const guest = await createParticipant(event);
    await db.organisation.update({ where: { id: target.id }, data: { profileVisibility: "participants" } });
    await expect(getVisibleProfile(guest.actor, target.slug, { programmeId: programme.id })).resolves.toMatchObject({ relation: "participant" });
    await db.registration.update({ where: { id: guest.registration.id }, data: { state: "cancelled" } });
    await expect(getVisibleProfile(guest.actor, target.slug, { programmeId: programme.id })).rejects.toThrow(NotFound);
  });
});

describe("the public pages", () => {
  it("list admitted organisations that agreed, and tell the public part", async () => {
    const own = await createProgramme();
    const listed = await createOrganisation({ programmeId: own.id, name: "B listed", ...contact });
    const first = await createOrganisation({ programmeId: own.id, name: "A listed" });
    const hidden = await createOrganisation({ programmeId: own.id, profileVisibility: "participants" });
    const waiting = await createOrganisation({ programmeId: own.id, state: "pending" });
    expect((await listPublicOrganisations(own.slug, { page: 1 })).cards.map(({ name }) => name)).toEqual(["A listed", "B listed"]);
    expect(await listPublicOrganisations(own.slug, { page: 2 })).toMatchObject({ total: 2, page: 1, pageCount: 1 });
    expect(await listPublicOrganisations(own.slug, { page: 1, country: "DE" })).toMatchObject({ cards: [], total: 0 });
    expect(await listPublicOrganisationSlugs(own.slug)).toEqual([first.slug, listed.slug].toSorted());
    expect(await getPublicProfile(own.slug, listed.slug)).toMatchObject({ name: "B listed", contact: null });
    for (const slug of [hidden.slug, waiting.slug, "no-such"]) await expect(getPublicProfile(own.slug, slug)).rejects.toThrow(NotFound);
    await expect(getPublicProfile(programme.slug, listed.slug)).rejects.toThrow(NotFound);
  });
});

describe("the own organisation", () => {
  it("is for its members", async () => {
    const { profile, settings, as } = await getOwnProfile(readers["colleague"] ?? visitor, target.slug);
    expect(profile.statements.map(({ direction, text }) => [direction, text])).toEqual([["offer", "Software for harbours"], ["need", "A partner for sensor networks"]]);
    expect([profile.contact?.email, profile.descriptions.map(({ locale }) => locale)]).toEqual([contact.contactEmail, ["en", "pl"]]);
    expect([settings.profile, as("public"), as("participant")?.contact]).toEqual(["participants", null, { name: "Anna", email: contact.contactEmail, phone: "+48 1" }]);
    for (const who of ["participant", "moderator", "event staff", "in another programme"]) {
      await expect(getOwnProfile(readers[who] ?? visitor, target.slug)).rejects.toThrow(NotFound);
    }
    await expect(getOwnProfile(visitor, target.slug)).rejects.toThrow(SignedOut);
  });

  it("managing is for owners, and for nobody who was removed a moment ago", async () => {
    const organisation = await createOrganisation();
    const [owner, editor] = [await createMember(organisation.id), await createMember(organisation.id, "editor")] as [Person, Person];
    expect((await requireOrganisation(owner, { id: organisation.id }, "manage")).isOwner).toBe(true);
    expect((await requireOrganisation(editor, { slug: organisation.slug }, "edit")).isOwner).toBe(false);
    await expect(requireOrganisation(editor, { slug: organisation.slug }, "manage")).rejects.toThrow(NotFound);
    await db.membership.deleteMany({ where: { userId: editor.userId } });
    await expect(requireOrganisation(editor, { slug: organisation.slug }, "edit")).rejects.toThrow(NotFound);
  });
});

describe("the logo", () => {
  /** Who gets the picture, and whether caches may share it. */
  async function whoGets(profileVisibility: Visibility) {
    await db.organisation.update({ where: { id: target.id }, data: { profileVisibility } });
    const got = await Promise.all(Object.entries(readers).map(async ([who, actor]) => {
      const logo = await getLogo(actor, target.slug, programme.id).catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
      return logo ? [[who, logo.isPublic] as const] : [];
    }));
    return Object.fromEntries(got.flat());
  }

  it("is shown to those who see the profile somewhere in the programme, and to nobody else", async () => {
    await expect(getLogo(readers["member"] ?? visitor, target.slug, programme.id)).rejects.toThrow(NotFound);
    await db.organisationLogo.create({ data: { organisationId: target.id, webp: new Uint8Array([1]) } });
    const nearest = { member: false, colleague: false, moderator: false, "event staff": false };
    expect(await whoGets("moderators")).toEqual(nearest);
    expect(await whoGets("participants")).toEqual({ ...nearest, participant: false });
    expect(await whoGets("public")).toEqual(Object.fromEntries(Object.keys(readers).map((who) => [who, true])));
  });
});

it("an offer or a need is opened for editing by the own people alone", async () => {
  const { id } = await db.statement.findFirstOrThrow({ where: { organisationId: target.id, direction: "offer" } });
  expect(await getOwnStatement(readers["colleague"] ?? visitor, target.slug, id)).toMatchObject({ id, text: "Software for harbours", version: 1 });
  for (const who of ["participant", "moderator", "event staff"]) {
    await expect(getOwnStatement(readers[who] ?? visitor, target.slug, id)).rejects.toThrow(NotFound);
  }
  const other = await createOrganisation();
  await expect(getOwnStatement(await createMember(other.id), other.slug, id)).rejects.toThrow(NotFound);
  await expect(getOwnStatement(visitor, target.slug, id)).rejects.toThrow(SignedOut);
});
