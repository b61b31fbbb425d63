import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countDeadlocks } from "@/cli/test/crowd";
import { readUnread } from "@/domain/concept/commands";
import { addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createProgramme } from "@/prisma/factories/programme";
import { openConnections } from "@/prisma/factories/throng";
import { saveSearch } from "./commands/save-search";
import { tellSearchers } from "./commands/tell-searchers";

// A stampede on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeEach(() => openConnections());

afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

/** Noon, so that no worker's time is another day. */
const noon = new Date("2031-05-06T12:00:00Z");

/** Workers that each find it their turn, as their clocks are far apart; answers how many mails there are, and how often each organisation was told. */
async function tellAtOnce() {
  const { id: programmeId } = await createProgramme();
  const actor = await createMember((await createOrganisation({ programmeId })).id);
  await saveSearch(actor, programmeId, { name: "Everything", query: "?country=DE", locale: "en" });
  for (let count = 0; count < 3; count += 1) await createOrganisation({ programmeId, country: "DE", region: "DE80" });
  while (await readUnread());
  await Promise.all(Array.from({ length: 20 }, (_, index) => tellSearchers(addMinutes(noon, index * 6))));
  const mails = await db.mail.findMany({ where: { kind: "search_found", to: actor.email } });
  const hits = await db.searchHit.count({ where: { savedSearch: { userId: actor.userId } } });
  return { mails: mails.length, hits };
}

test("twenty workers at once send one mail, and note each organisation once", async () => {
  expect(await tellAtOnce()).toEqual({ mails: 1, hits: 3 });
});

test("without the keys several would", async () => {
  await db.$executeRaw`ALTER TABLE "SearchHit" DROP CONSTRAINT "SearchHit_pkey"`;
  await db.$executeRaw`DROP INDEX "Mail_key_key"`;
  const { mails, hits } = await tellAtOnce();
  expect(mails).toBeGreaterThan(1);
  expect(hits).toBeGreaterThan(3);
});
