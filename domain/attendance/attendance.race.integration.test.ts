import { beforeAll, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createRunningEvent } from "@/prisma/factories/day";
import { createThrong, openConnections, type ThrongMember } from "@/prisma/factories/throng";
import { checkIn, setAttendance } from "./commands";

let stage: Awaited<ReturnType<typeof createRunningEvent>>;
beforeAll(async () => {
  stage = await createRunningEvent();
  await openConnections();
});

type Answer = { ok: boolean };

/** Some come while a moderator gives them up, some just before. Answers how many could come, and where all of them are in the end. */
async function meet(giveUp: (one: ThrongMember) => Promise<Answer>) {
  const throng = await createThrong(stage.event, 60);
  const came = await Promise.all(throng.map(async (one, index) => {
    const coming = checkIn(one.actor, { event: stage.event.slug });
    if (index % 2 === 0) await coming;
    await giveUp(one);
    return (await coming).ok;
  }));
  const states = await db.attendance.groupBy({ by: ["state"], where: { registrationId: { in: throng.map(({ registration }) => registration.id) } }, _count: true });
  return { came: came.filter(Boolean).length, states: states.map(({ state, _count }) => [state, _count]) };
}

const giveUp = ({ registration: { id } }: ThrongMember, version: number) =>
  setAttendance(stage.moderator, { event: stage.event.slug, registration: id, state: "absent", version });

test("whoever comes while staff gives them up is here", async () => {
  expect(await meet((one) => giveUp(one, 0))).toEqual({ came: 60, states: [["here", 60]] });
});

test("without the version that the moderator saw, some would be lost", async () => {
  const { states } = await meet(async (one) => {
    const now = await db.attendance.findUnique({ where: { registrationId: one.registration.id } });
    return giveUp(one, now?.version ?? 0);
  });
  expect(states.map(([state]) => state)).toContain("absent");
});
