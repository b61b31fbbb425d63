import { beforeEach, describe, expect, test } from "vitest";
import { atOnce } from "@/cli/test/crowd";
import { visitor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { requireViewpoint } from "./access";
import { recordExposure } from "./commands";
import { listExposure } from "./queries/list-exposure";
import { listSuggestions } from "./queries/list-suggestions";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const [own, one, other] = [await createParticipant(event, "PL"), await createParticipant(event, "DE"), await createParticipant(event, "DE")];
  const write = (id: string, direction: "offer" | "need") =>
    db.organisation.update({ where: { id }, data: { statements: { deleteMany: {}, create: [{ direction, locale: "en", text: "Certified translation of contracts" }] } } });
  await write(own.organisation.id, "need");
  await write(one.organisation.id, "offer");
  await write(other.organisation.id, "offer");
  return { programme, event, own, one, other, place: await requireViewpoint(own.actor, programme.id) };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  world = await prepare();
});

const count = () => db.exposure.count({ where: { programmeId: world.programme.id } });

describe("recordExposure", () => {
  test("counts a pair once, however often and by how many at once a list is opened", async () => {
    const { own, one, other, place } = world;
    const ids = [one.organisation.id, other.organisation.id, own.organisation.id];
    await Promise.all(atOnce(50, () => recordExposure(own.actor, place, ids)));
    expect(await count()).toBe(2);
    await recordExposure(own.actor, place, []);
    expect(await count()).toBe(2);
  });

  test("leaves out who is gone", async () => {
    const { own, one, other, place } = world;
    await db.organisation.delete({ where: { id: other.organisation.id } });
    await recordExposure(own.actor, place, [one.organisation.id, other.organisation.id]);
    expect(await count()).toBe(1);
  });

  test("is for the own people alone", async () => {
    const { one, other, place } = world;
    await expect(recordExposure(other.actor, place, [one.organisation.id])).rejects.toThrow(NotFound);
    await expect(recordExposure(visitor, place, [one.organisation.id])).rejects.toThrow(SignedOut);
    expect(await count()).toBe(0);
  });

  test("the database refuses that somebody is shown to itself", async () => {
    const { own, programme } = world;
    const row = { programmeId: programme.id, shownId: own.organisation.id, viewerId: own.organisation.id };
    await expect(db.exposure.create({ data: row })).rejects.toThrow("Exposure_two_sides_check");
  });
});

describe("listSuggestions", () => {
  const seen = async () => (await listSuggestions(world.own.actor, world.place, 5)).map(({ card, isNew }) => [card.id, isNew]);

  test("says who is new to the reader, and puts first who was shown to few others", async () => {
    const { event, own, one, other, place } = world;
    const [first, second] = (await seen()).map(([id]) => id);
    expect(await seen()).toEqual([[first, true], [second, true]]);
    await recordExposure(own.actor, place, [one.organisation.id, other.organisation.id]);
    // What the reader's own side was shown changes nothing for it: a page that is opened again is the same.
    expect(await seen()).toEqual([[first, false], [second, false]]);
    const crowd = [await createParticipant(event), await createParticipant(event)];
    for (const { actor } of crowd) await recordExposure(actor, await requireViewpoint(actor, world.programme.id), [String(first)]);
    expect(await seen()).toEqual([[second, false], [first, false]]);
  });
});

describe("listExposure", () => {
  test("tells staff of the programme to how many each was shown, those shown to nobody first", async () => {
    const { programme, own, one, other, place } = world;
    const theirs = await requireViewpoint(other.actor, programme.id);
    await recordExposure(own.actor, place, [one.organisation.id, other.organisation.id]);
    await recordExposure(other.actor, theirs, [one.organisation.id]);
    const view = ({ organisation: { slug, name, country } }: typeof own, shownTo: number) => ({ slug, name, country, shownTo });
    expect(await listExposure(await createStaff("moderator", programme.id), programme.id)).toEqual({
      organisations: [view(own, 0), view(other, 1), view(one, 2)], total: 3, shownToNobody: 1, mean: 1, most: 2,
    });
    const elsewhere = await createProgramme();
    expect(await listExposure(await createStaff("organiser", elsewhere.id), elsewhere.id)).toEqual({ organisations: [], total: 0, shownToNobody: 0, mean: 0, most: 0 });
  });

  test("is for them alone", async () => {
    const { programme, event, own } = world;
    const others = [own.actor, await createStaff("moderator", programme.id, event.id), await createStaff("organiser", (await createProgramme()).id)];
    for (const actor of others) await expect(listExposure(actor, programme.id)).rejects.toThrow(NotFound);
    await expect(listExposure(visitor, programme.id)).rejects.toThrow(SignedOut);
  });
});

describe("without the key", () => {
  test("a list that is opened again counts again", async () => {
    await db.$executeRaw`ALTER TABLE "Exposure" DROP CONSTRAINT "Exposure_pkey"`;
    const { own, one, place } = world;
    await Promise.all(atOnce(5, () => recordExposure(own.actor, place, [one.organisation.id])));
    expect(await count()).toBe(5);
  });
});
