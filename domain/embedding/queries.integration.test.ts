import { beforeAll, expect, test } from "vitest";
import { requireViewpoint } from "@/domain/directory/access";
import { listReasonsWith, listSuggestions } from "@/domain/directory/queries/list-suggestions";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createProgramme } from "@/prisma/factories/programme";
import { claimTexts, storeVectors } from "./commands";

const statement = (direction: "offer" | "need", text: string) => ({ create: [{ direction, locale: "de" as const, text, position: 0 }] });

async function prepare() {
  const programme = await createProgramme();
  const own = await createOrganisation({ programmeId: programme.id, statements: statement("need", "Wir suchen ein Lager") });
  const others = await Promise.all(["first", "second"].map((slug) =>
    createOrganisation({ programmeId: programme.id, slug, country: "DE", region: "DE80", statements: statement("offer", "Wir vermieten ein Lager") }),
  ));
  const actor = await createMember(own.id);
  return { own, others, suggest: async () => listSuggestions(actor, await requireViewpoint(actor, programme.id), 5) };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  world = await prepare();
});

test("suggestions and reasons are in the order that vectors give to texts that are alike", async () => {
  const { own, others, suggest } = world;
  const claim = await claimTexts({ name: "a/model", prefixes: "e5", floor: 0 }, 32);
  const further = others.toSorted((a, b) => a.id.localeCompare(b.id))[0]?.statements[0]?.id;
  // The one that would come first is the one whose vector has nothing to do with the need's.
  const vectors = claim?.texts.map(({ statementId }) => new Float32Array(statementId === further ? [0, 1] : [1, 0])) ?? [];
  expect(claim && (await storeVectors(claim, vectors))).toBe("stored");
  const names = (await suggest()).map(({ card }) => card.statements[0]?.id);
  expect(names).toHaveLength(2);
  expect(names[1]).toBe(further);
  const reasons = await listReasonsWith(own.id, others.map(({ id }) => id));
  expect([...reasons.values()].map((list) => list.length)).toEqual([1, 1]);
  await db.embeddingModel.deleteMany();
  expect((await suggest()).map(({ card }) => card.statements[0]?.id)).toEqual(names.toReversed());
});
