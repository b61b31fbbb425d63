import { beforeEach, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { createForeignPool, createInterpreter } from "@/prisma/factories/interpreter";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { placeCircle } from "@/prisma/factories/schedule";
import { db } from "@/prisma/client";
import { releaseSchedule } from "../commands/release-schedule";
import { getPrintables } from "./get-printables";
import { loadDraft } from "./load-draft";

let pool: Awaited<ReturnType<typeof createForeignPool>>;
beforeEach(async () => {
  pool = await createForeignPool(4);
  await placeCircle(pool);
  await createInterpreter(pool.event, { name: "Anna" }, [0]);
});

const print = (actor: Actor = pool.moderator) => getPrintables(actor, pool.event.slug, "en");
async function release() {
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toMatchObject({ ok: true });
}

test("nothing before a release; then every meeting as it stands, with who translates", async () => {
  expect(await print()).toMatchObject({ version: null, meetings: [] });
  await release();
  const { version, meetings } = await print();
  expect(version?.number).toBe(1);
  const slotOf = (id: string) => pool.event.slots.findIndex((slot) => slot.id === id);
  const roomOf = (id: string) => pool.event.rooms.findIndex((room) => room.id === id);
  const lines = meetings.map(({ id, slotId, roomId, sides }) => `${pool.meetings.findIndex((one) => one.id === id)}: ${slotOf(slotId)} ${roomOf(roomId)} ${sides.length}`);
  expect(lines.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["0: 0 0 2", "1: 1 0 2", "2: 0 1 2", "3: 1 1 2"]);
  expect(meetings.map(({ slotId, interpreter }) => `${slotOf(slotId)} ${interpreter}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["0 Anna", "0 null", "1 null", "1 null"]);
});

test("a meeting that was cancelled since is not printed", async () => {
  await release();
  await cancelMeeting(pool.moderator, { event: pool.event.slug, id: pool.meetings[0]?.id ?? "" });
  expect((await print()).meetings.map(({ id }) => id)).not.toContain(pool.meetings[0]?.id);
});

test.each<[string, () => Actor | Promise<Actor>, typeof NotFound | typeof SignedOut]>([
  ["nobody signed in", () => visitor, SignedOut],
  ["one of the people", () => pool.participants[0]?.actor ?? visitor, NotFound],
  ["another programme's moderator", async () => createStaff("moderator", (await createProgramme()).id), NotFound],
])("does not exist for %s", async (_, who, denial) => {
  await expect(print(await who())).rejects.toThrow(denial);
});
