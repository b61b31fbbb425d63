import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireViewpoint, type Viewpoint } from "./access";
import { dismissOrganisation, undoDismissal } from "./commands";
import { countDismissals, listDismissals } from "./queries/list-dismissals";
import { listSuggestions } from "./queries/list-suggestions";
import { searchDirectory } from "./queries/search-directory";
import { type DismissalReason, parseDirectory } from "./schema";

const say = (direction: "offer" | "need", text: string) => ({ direction, locale: "en" as const, text });

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const [own, wanted, other] = [await createParticipant(event, "PL"), await createParticipant(event, "DE"), await createParticipant(event, "DE")];
  const write = (id: string, statements: ReturnType<typeof say>[]) =>
    db.organisation.update({ where: { id }, data: { statements: { deleteMany: {}, create: statements } } });
  await write(own.organisation.id, [say("need", "We look for warehouse automation"), say("need", "We look for a certified translator of contracts")]);
  await write(wanted.organisation.id, [say("offer", "Warehouse automation for the whole supply chain")]);
  await write(other.organisation.id, [say("offer", "Certified translation of contracts")]);
  const place = await requireViewpoint(own.actor, programme.id);
  return { programme, event, own, wanted, other, place, inEvent: { ...place, eventId: event.id } satisfies Viewpoint };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  world = await prepare();
});

function dismiss(reason: DismissalReason = "known", more: { note?: string } = {}) {
  const { own, wanted, place } = world;
  return dismissOrganisation(own.actor, place, { organisation: wanted.organisation.slug, reason, locale: "en", ...more });
}

const suggested = async (place: Viewpoint, justNow?: string) =>
  (await listSuggestions(world.own.actor, place, 10, justNow)).map(({ card, isDismissed }) => [card.id, isDismissed]);

const traces = () => db.auditEntry.findMany({
  where: { organisationId: world.own.organisation.id },
  orderBy: { id: "asc" },
  select: { action: true, objectId: true, programmeId: true, details: true },
});

describe("dismissOrganisation", () => {
  test("takes an organisation off the suggestions of the programme and its events, not off searches and lists", async () => {
    const { own, wanted, other, place, inEvent } = world;
    expect(await suggested(place)).toHaveLength(2);
    expect(await dismiss()).toEqual({ ok: true, value: { slug: wanted.organisation.slug } });
    for (const where of [place, inEvent]) {
      expect(await suggested(where)).toEqual([[other.organisation.id, false]]);
      const found = await searchDirectory(own.actor, where, parseDirectory({}), []);
      expect(found.cards.map(({ id }) => id)).toContain(wanted.organisation.id);
    }
  });

  test("holds for colleagues, and not for the other side, other organisations and other programmes", async () => {
    const { own, wanted, programme, event } = world;
    await dismiss();
    const colleague = await createMember(own.organisation.id, "editor");
    expect(await listDismissals(colleague, await requireViewpoint(colleague, programme.id))).toHaveLength(1);
    const theirs = await requireViewpoint(wanted.actor, programme.id);
    expect((await listSuggestions(wanted.actor, theirs, 10)).map(({ card }) => card.id)).toEqual([own.organisation.id]);
    expect(await listDismissals(wanted.actor, theirs)).toEqual([]);
    const third = await createParticipant(event, "PL");
    await db.statement.create({ data: { organisationId: third.organisation.id, ...say("need", "Warehouse automation wanted") } });
    const seen = await listSuggestions(third.actor, await requireViewpoint(third.actor, programme.id), 10);
    expect(seen.map(({ card }) => card.id)).toContain(wanted.organisation.id);
    const elsewhere = await createProgramme();
    await db.admission.createMany({
      data: [own, wanted].map(({ organisation }) => ({ programmeId: elsewhere.id, organisationId: organisation.id, state: "approved" as const })),
    });
    expect(await suggested(await requireViewpoint(own.actor, elsewhere.id))).toEqual([[wanted.organisation.id, false]]);
  });

  test("twice is once, the first reason stays, and undoing twice is once", async () => {
    const { own, wanted, place, programme } = world;
    const input = { organisation: wanted.organisation.slug };
    await dismiss("wrong_region");
    await dismiss("other", { note: "Too small for us" });
    expect(await db.dismissal.findMany({ select: { reason: true, note: true }, where: { programmeId: programme.id } })).toEqual([{ reason: "wrong_region", note: null }]);
    for (let time = 0; time < 2; time += 1) expect(await undoDismissal(own.actor, place, input)).toEqual({ ok: true, value: { slug: input.organisation } });
    expect(await suggested(place)).toHaveLength(2);
    const entry = { objectId: wanted.organisation.id, programmeId: programme.id };
    expect(await traces()).toEqual([
      { ...entry, action: "organisation.dismiss", details: { reason: "wrong_region" } },
      { ...entry, action: "organisation.undo_dismissal", details: {} },
    ]);
  });

  test("keeps the place of who was dismissed just now, so that it can be undone there", async () => {
    const { wanted, place } = world;
    const before = (await suggested(place)).map(([id]) => id);
    await dismiss("wrong_subject");
    const after = await suggested(place, wanted.organisation.slug);
    expect(after.map(([id]) => id)).toEqual(before);
    expect(after).toContainEqual([wanted.organisation.id, true]);
  });

  test("remembers what a wrong subject was about, and nothing for other reasons", async () => {
    const { own, wanted, place } = world;
    const remembered = async () => (await db.dismissal.findFirstOrThrow({ where: { organisationId: own.organisation.id } })).conceptIds;
    await dismiss("wrong_kind");
    expect(await remembered()).toEqual([]);
    await undoDismissal(own.actor, place, { organisation: wanted.organisation.slug });
    await dismiss("wrong_subject");
    expect((await remembered()).length).toBeGreaterThan(0);
  });

  test("a wrong subject counts half among those who offer the same", async () => {
    const { own, other, event, place } = world;
    const same = await createParticipant(event, "DE");
    await db.organisation.update({
      where: { id: same.organisation.id },
      data: { statements: { deleteMany: {}, create: [say("offer", "We look after warehouse automation")] } },
    });
    const order = async () => (await suggested(place)).map(([id]) => id).filter((id) => id === same.organisation.id || id === other.organisation.id);
    await db.statement.deleteMany({ where: { organisationId: own.organisation.id, text: { contains: "translator" } } });
    await db.statement.create({ data: { organisationId: own.organisation.id, ...say("need", "Translation of contracts, machine maintenance") } });
    expect(await order()).toEqual([same.organisation.id, other.organisation.id]);
    await dismiss("wrong_subject");
    expect(await order()).toEqual([other.organisation.id, same.organisation.id]);
  });

  test("nobody dismisses for an organisation that is not their own, or one that they cannot find", async () => {
    const { own, wanted, other, place } = world;
    const input = { organisation: wanted.organisation.slug, reason: "known", locale: "en" } as const;
    await expect(dismissOrganisation(visitor, place, input)).rejects.toThrow(SignedOut);
    await expect(undoDismissal(visitor, place, input)).rejects.toThrow(SignedOut);
    await expect(dismissOrganisation(other.actor, place, input)).rejects.toThrow(NotFound);
    await dismiss();
    await expect(undoDismissal(other.actor, place, input)).rejects.toThrow(NotFound);
    await expect(listDismissals(other.actor, place)).rejects.toThrow(NotFound);
    await expect(listDismissals(visitor, place)).rejects.toThrow(SignedOut);
    expect(await db.dismissal.count({ where: { organisationId: own.organisation.id } })).toBe(1);
    const hidden = await createOrganisation({ programmeId: world.programme.id, profileVisibility: "moderators" });
    for (const organisation of [hidden.slug, own.organisation.slug, "nobody"]) {
      await expect(dismissOrganisation(own.actor, place, { ...input, organisation })).rejects.toThrow(NotFound);
    }
  });
});

describe("what others learn", () => {
  test("the own people read reason and note, in its language", async () => {
    const { own, wanted, place } = world;
    await dismiss("other", { note: "Too small for us" });
    const { slug, name } = wanted.organisation;
    expect(await listDismissals(own.actor, place)).toEqual([
      { organisation: { slug, name }, reason: "other", note: { text: "Too small for us", locale: "en" }, createdAt: expect.any(Date) as Date },
    ]);
    await db.organisation.update({ where: { id: wanted.organisation.id }, data: { profileVisibility: "moderators" } });
    expect(await listDismissals(own.actor, place)).toEqual([]);
  });

  test("staff of the programme reads how often each reason was given, and nobody else does", async () => {
    const { own, programme, event } = world;
    await dismiss("wrong_kind", { note: "A secret word" });
    const counts = { known: 0, wrong_subject: 0, wrong_kind: 1, wrong_region: 0, other: 0 };
    expect(await countDismissals(await createStaff("moderator", programme.id), programme.id)).toEqual(counts);
    const others = [own.actor, await createStaff("moderator", programme.id, event.id), await createStaff("organiser", (await createProgramme()).id)];
    for (const actor of others) await expect(countDismissals(actor, programme.id)).rejects.toThrow(NotFound);
    await expect(countDismissals(visitor, programme.id)).rejects.toThrow(SignedOut);
  });
});

describe("the database", () => {
  const insert = (more: object) => {
    const { own, wanted, programme } = world;
    const row = { organisationId: own.organisation.id, programmeId: programme.id, dismissedId: wanted.organisation.id, reason: "known" as const };
    return db.dismissal.create({ data: { ...row, ...more } });
  };
  test.each([
    ["Dismissal_two_sides_check", () => ({ dismissedId: world.own.organisation.id })],
    ["Dismissal_note_check", () => ({ note: "Words in no language" })],
    ["Dismissal_note_check", () => ({ note: "x".repeat(301), noteLocale: "en" })],
    ["Dismissal_concepts_check", () => ({ conceptIds: ["translation"] })],
    ["Dismissal_concepts_check", () => ({ reason: "wrong_subject", conceptIds: Array.from({ length: 7 }, (_, index) => `c${index}`) })],
  ])("refuses what %s forbids", async (constraint, more) => {
    await expect(insert(more())).rejects.toThrow(constraint);
  });

  test("forgets the person and keeps what was said; forgets both sides with an organisation", async () => {
    const { own, wanted } = world;
    await dismiss();
    await db.user.delete({ where: { id: own.actor.userId } });
    expect(await db.dismissal.findMany({ where: { dismissedId: wanted.organisation.id }, select: { userId: true } })).toEqual([{ userId: null }]);
    await db.organisation.delete({ where: { id: own.organisation.id } });
    expect(await db.dismissal.count({ where: { dismissedId: wanted.organisation.id } })).toBe(0);
  });
});
