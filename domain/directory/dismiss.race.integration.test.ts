import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { createThrong, openConnections } from "@/prisma/factories/throng";
import { requireViewpoint } from "./access";
import { dismissOrganisation, undoDismissal } from "./commands";

// A stampede on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeEach(() => openConnections());

afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

async function prepare() {
  const { id: programmeId } = await createProgramme();
  const [one, other] = await createThrong(await createEvent({ programmeId }), 2);
  if (!one || !other) throw new Error("no throng");
  const place = await requireViewpoint(one.actor, programmeId);
  const row = { organisationId: one.organisation.id, programmeId, dismissedId: other.organisation.id };
  return { one, other, place, row };
}

const countTraces = (action: string, organisationId: string) => db.auditEntry.count({ where: { action, organisationId } });

test("said 200 times at once it is said once, and taken back 200 times at once it is taken back once", async () => {
  const { one, other, place, row } = await prepare();
  const input = { organisation: other.organisation.slug, reason: "known", locale: "en" } as const;
  expect(await tally(atOnce(200, () => dismissOrganisation(one.actor, place, input)))).toEqual({ ok: 200, refused: {}, thrown: [] });
  expect([await db.dismissal.count({ where: row }), await countTraces("organisation.dismiss", row.organisationId)]).toEqual([1, 1]);
  expect(await tally(atOnce(200, () => undoDismissal(one.actor, place, input)))).toEqual({ ok: 200, refused: {}, thrown: [] });
  expect([await db.dismissal.count({ where: row }), await countTraces("organisation.undo_dismissal", row.organisationId)]).toEqual([0, 1]);
});

test("without the key it would be said several times", async () => {
  await db.$executeRaw`ALTER TABLE "Dismissal" DROP CONSTRAINT "Dismissal_pkey"`;
  const { one, other, place, row } = await prepare();
  const input = { organisation: other.organisation.slug, reason: "known", locale: "en" } as const;
  await Promise.all(atOnce(50, () => dismissOrganisation(one.actor, place, input)));
  expect(await db.dismissal.count({ where: row })).toBeGreaterThan(1);
});
