import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Person } from "@/domain/actor";
import { claimMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { decideMany } from "./commands/decide-many";
import { undoBulk } from "./commands/undo-bulk";

let event: Awaited<ReturnType<typeof createEvent>>;
let moderator: Person;
let ids: string[];

beforeEach(async () => {
  event = await createEvent({ programmeId: (await createProgramme()).id });
  moderator = await createStaff("moderator", event.programmeId);
  ids = (await Promise.all([1, 2, 3].map(() => createParticipant(event)))).map(({ registration }) => registration.id);
});

/** Decides about all of them, with mails that are due at once. Answers the bulk and its mails. */
async function decide(): Promise<{ bulk: string; mails: string[] }> {
  await db.mail.deleteMany({ where: { eventId: event.id } });
  await db.registration.updateMany({ where: { id: { in: ids } }, data: { state: "pending" } });
  const bulk = randomUUID();
  await decideMany(moderator, { event: event.slug, key: bulk, decision: "approve", chosen: ids.map((id) => [id, "pending"]) });
  await db.$executeRaw`UPDATE "Mail" SET "nextAttemptAt" = now() WHERE "eventId" = ${event.id}::uuid`;
  return { bulk, mails: (await db.mail.findMany({ where: { eventId: event.id } })).map(({ id }) => id) };
}

const claimed = async (mails: string[]) => (await Promise.all(mails.map((id) => claimMail(id)))).filter((mail) => mail !== undefined).length;
const approved = () => db.registration.count({ where: { id: { in: ids }, state: "approved" } });

it("never takes back what a worker is sending: of both at once, one wins whole", async () => {
  for (let round = 0; round < 30; round += 1) {
    const { bulk, mails } = await decide();
    const [answer, sent] = await Promise.all([undoBulk(moderator, { event: event.slug, bulk }), claimed(mails)]);
    const count = answer.ok ? 0 : 3;
    expect([sent, await approved()]).toEqual([count, count]);
    expect(answer).toEqual(answer.ok ? { ok: true, value: { id: bulk } } : { ok: false, reason: "mails_gone" });
  }
});

it("would send mails of what was taken back, if it looked first and wrote then", async () => {
  const { mails } = await decide();
  const waiting = await db.mail.count({ where: { id: { in: mails }, state: "queued", attempts: 0 } });
  const sent = await claimed(mails);
  if (waiting === mails.length) {
    await db.mail.updateMany({ where: { id: { in: mails } }, data: { state: "outdated" } });
    await db.registration.updateMany({ where: { id: { in: ids } }, data: { state: "pending" } });
  }
  expect([sent, await approved()]).toEqual([3, 0]);
});
