import { expect, it } from "vitest";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { importOrganisations } from "./import-organisations";

const names = Array.from({ length: 40 }, (_, index) => `Organisation ${index + 1}`);
const content = new TextEncoder().encode(["name,type,country,region", ...names.map((name) => `${name},it-company,PL,PL42`)].join("\n"));

/** Eight organisers import one file at the same moment: how many organisations the programme has, and how many were told of. */
async function importAtOnce(): Promise<{ stored: number; told: number }> {
  const programme = await createProgramme();
  const actors = await Promise.all(Array.from({ length: 8 }, () => createStaff("organiser", programme.id)));
  const answers = await Promise.all(actors.map((actor) => importOrganisations(actor, { programme: programme.slug, content, take: [] })));
  const told = answers.reduce((sum, answer) => sum + (answer.ok ? answer.value.created.length : 0), 0);
  return { stored: await db.admission.count({ where: { programmeId: programme.id } }), told };
}

it("creates each organisation once when one file is imported by many at once", async () => {
  expect(await importAtOnce()).toEqual({ stored: 40, told: 40 });
});

it("would create them more than once without the unique key (the slug's index hides it where names are equal)", async () => {
  await db.$executeRaw`DROP INDEX "Organisation_submissionKey_key"`;
  await db.$executeRaw`DROP INDEX "Organisation_slug_key"`;
  const { stored } = await importAtOnce();
  expect(stored).toBeGreaterThan(40);
});
