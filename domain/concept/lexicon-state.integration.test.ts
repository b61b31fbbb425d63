import { beforeEach, describe, expect, test } from "vitest";
import { visitor } from "@/domain/actor";
import { recordedFigures } from "@/domain/matching/figures";
import { pomostLexicon } from "@/domain/matching/pomost-lexicon";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { countKeys, readAllAgain, readUnread } from "./commands";
import { getLexiconState } from "./queries";

const readAll = async () => {
  while (await readUnread());
};

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const organisations = [await createOrganisation(), await createOrganisation()];
  await readAll();
  return { programme, event, organisations, organiser: await createStaff("organiser", programme.id) };
}

beforeEach(async () => {
  await db.organisation.deleteMany();
  await db.auditEntry.deleteMany();
});

describe("lexicon and index", () => {
  test("are for organisers of a whole programme, whichever, and for nobody else", async () => {
    const { programme, event, organisations, organiser } = await prepare();
    for (const caretaker of [organiser, await createStaff("organiser", (await createProgramme()).id)]) {
      expect((await getLexiconState(caretaker)).index.organisations).toBe(2);
    }
    for (const stranger of [await createStaff("moderator", programme.id), await createStaff("organiser", programme.id, event.id), await createMember(organisations[0]?.id ?? "")]) {
      await expect(getLexiconState(stranger)).rejects.toThrow(NotFound);
      await expect(readAllAgain(stranger)).rejects.toThrow(NotFound);
    }
    await expect(getLexiconState(visitor)).rejects.toThrow(SignedOut);
    await expect(readAllAgain(visitor)).rejects.toThrow(SignedOut);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("say what is read, what waits, and when it was counted", async () => {
    const { organiser, organisations } = await prepare();
    await countKeys();
    await db.organisation.update({ where: { id: organisations[0]?.id ?? "" }, data: { readBy: "earlier" } });
    await createOrganisation();
    const { lexicon, figures, index } = await getLexiconState(organiser);
    expect(index).toMatchObject({ organisations: 3, upToDate: 1, unread: 1 });
    expect(index.mentions).toBe(await db.mention.count());
    expect(Date.now() - (index.countedAt?.getTime() ?? 0)).toBeLessThan(60_000);
    expect(lexicon).toMatchObject({ version: pomostLexicon().version, concepts: pomostLexicon().concepts.length });
    expect(lexicon.wordings).toBeGreaterThan(lexicon.concepts);
    expect(figures).toBe(recordedFigures);
  });
});

describe("reading all again", () => {
  test("twice, and by several at once, has the effect of once, and everybody is found meanwhile", async () => {
    const { organiser } = await prepare();
    const before = await db.mention.findMany({ orderBy: [{ organisationId: "asc" }, { source: "asc" }, { key: "asc" }] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => readAllAgain(organiser)));
    const asked = answers.map((answer) => (answer.ok ? answer.value.organisations : -1));
    expect(asked.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 9 }, () => 0), 2]);
    expect(await db.auditEntry.findMany({ select: { action: true, actorId: true, details: true } })).toEqual([
      { action: "index.read_again", actorId: organiser.userId, details: { organisations: 2 } },
    ]);
    expect((await getLexiconState(organiser)).index).toMatchObject({ organisations: 2, upToDate: 0, unread: 0 });
    expect(await db.mention.count()).toBe(before.length);
    await readAll();
    expect((await getLexiconState(organiser)).index.upToDate).toBe(2);
    expect(await db.mention.findMany({ orderBy: [{ organisationId: "asc" }, { source: "asc" }, { key: "asc" }] })).toEqual(before);
  });

  test("is not asked for anew while some wait", async () => {
    const { organiser } = await prepare();
    await readAllAgain(organiser);
    const [first] = await db.organisation.findMany({ select: { id: true } });
    await db.$executeRaw`UPDATE "Organisation" SET "readBy" = ${"earlier"} WHERE "id" = ${first?.id ?? ""}::uuid`;
    expect(await readAllAgain(organiser)).toEqual({ ok: true, value: { organisations: 0 } });
  });
});
