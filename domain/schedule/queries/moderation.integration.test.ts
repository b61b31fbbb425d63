import { beforeAll, describe, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { releaseSchedule } from "../commands/release-schedule";
import { getDraft } from "./get-draft";
import { getPairing } from "./get-pairing";
import { getPool } from "./get-pool";
import { listVersions } from "./list-versions";
import { loadDraft } from "./load-draft";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;

beforeAll(async () => {
  pool = await createPool(6, { slotCount: 3, roomCount: 3 });
});

const revision = async () => (await loadDraft(db, pool.event.id)).revision;
const participant = (index: number) => {
  const found = pool.participants[index];
  if (!found) throw new Error("nobody there");
  return found;
};
const page = { filter: "all", page: 1 } as const;

describe("who may see the draft, the pool, two organisations side by side and the versions", () => {
  const reads = [
    ["getDraft", (actor: Actor) => getDraft(actor, pool.event.slug, "en")],
    ["getPool", (actor: Actor) => getPool(actor, pool.event.slug, "en", page)],
    ["getPairing", (actor: Actor) => getPairing(actor, pool.event.slug, "en", { left: undefined, right: undefined })],
    ["listVersions", (actor: Actor) => listVersions(actor, pool.event.slug, "en")],
  ] as const;

  test.each(reads)("%s: staff of the event or its programme, nobody else", async (_, read) => {
    const foreign = await createPool(3);
    for (const staff of [pool.moderator, await createStaff("organiser", pool.programme.id)]) {
      expect((await read(staff)).event.slug).toBe(pool.event.slug);
    }
    for (const stranger of [participant(0).actor, foreign.moderator, await createStaff("organiser", foreign.programme.id)]) {
      await expect(read(stranger)).rejects.toThrow(NotFound);
    }
    await expect(read(visitor)).rejects.toThrow(SignedOut);
  });

  test.each(reads)("%s never holds the event's link", async (_, read) => {
    expect(JSON.stringify(await read(pool.moderator))).not.toContain("zoom.example");
  });
});

test("the pool says of each meeting whether it can be placed, those without a place first", async () => {
  const meeting = pool.meetings[0]?.id ?? "";
  await createPlacement(pool.event, meeting, [0, 0]);
  await db.availability.deleteMany({ where: { registrationId: participant(3).registration.id } });
  const all = await getPool(pool.moderator, pool.event.slug, "en", page);
  expect(all.counts).toEqual({ all: 6, open: 5, placed: 1 });
  expect(all.meetings.at(-1)).toMatchObject({ id: meeting, reason: null, placement: { slotId: pool.event.slots[0]?.id }, languagesInCommon: ["en"] });
  const reasons = all.meetings.slice(0, -1).map(({ reason, commonSlotIds }) => `${reason?.reason} ${commonSlotIds.length}`);
  expect(reasons.toSorted()).toEqual(["fits 3", "fits 3", "fits 3", "no_common_slot 0", "no_common_slot 0"]);
  const open = await getPool(pool.moderator, pool.event.slug, "en", { filter: "open", page: 9 });
  expect([open.meetings.length, open.page, open.pageCount]).toEqual([5, 1, 1]);
});

test("the draft says what a release would change, and for how many people", async () => {
  for (const [index, place] of [[1, [1, 0]], [4, [0, 1]], [5, [1, 1]]] as const) await createPlacement(pool.event, pool.meetings[index]?.id ?? "", place);
  const before = await getDraft(pool.moderator, pool.event.slug, "en");
  expect([before.changes.length, before.affected, before.isReleased, before.unplaced.size]).toEqual([4, 5, false, 2]);
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision: await revision(), after: 0 });
  const after = await getDraft(pool.moderator, pool.event.slug, "en");
  expect([after.changes.length, after.affected, after.isReleased, after.latest?.number]).toEqual([0, 0, true, 1]);
});

test("versions are listed with what each changed; there are no others", async () => {
  const meetingId = pool.meetings[0]?.id ?? "";
  const { slotId } = await db.placement.findUniqueOrThrow({ where: { meetingId } });
  const other = pool.event.slots.find(({ id }) => id !== slotId)?.id ?? "";
  const room = pool.event.rooms[2]?.id ?? "";
  await db.placement.deleteMany({ where: { meetingId: { not: meetingId }, eventId: pool.event.id } });
  await db.placement.update({ where: { meetingId }, data: { slotId: other, roomId: room } });
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision: await revision(), after: 1, note: "Second try" });
  const view = await listVersions(pool.moderator, pool.event.slug, "en");
  expect(view.versions.map(({ number, note, entryCount, releasedBy }) => [number, note, entryCount, releasedBy])).toEqual([
    [2, "Second try", 1, "Staff moderator"],
    [1, null, 4, "Staff moderator"],
  ]);
  expect(view.comparison?.changes.map(({ kind }) => kind)).toEqual(["moved", "gone", "gone", "gone"]);
  expect(view.names.get(meetingId)).toEqual([participant(0).organisation.name, participant(1).organisation.name].toSorted());
  expect(view.letters).toEqual({ total: 13, moving: 13, putOff: 0, failed: 0 });
  const [sent, dead, failed] = await db.mail.findMany({ where: { eventId: pool.event.id, kind: "schedule_changed" }, select: { id: true } });
  for (const [mail, state] of [[sent, "sent"], [dead, "dead"], [failed, "failed"]] as const) await db.mail.update({ where: { id: mail?.id ?? "" }, data: { state } });
  const first = await listVersions(pool.moderator, pool.event.slug, "en", 1);
  expect(first.letters).toEqual({ total: 13, moving: 10, putOff: 1, failed: 1 });
  expect([first.comparison?.before, first.comparison?.changes.map(({ kind }) => kind)]).toEqual([null, ["new", "new", "new", "new"]]);
  await expect(listVersions(pool.moderator, pool.event.slug, "en", 3)).rejects.toThrow(NotFound);
});

describe("two organisations side by side", () => {
  const compare = async (one: number, other: number) =>
    (await getPairing(pool.moderator, pool.event.slug, "en", { left: participant(one).organisation.slug, right: participant(other).organisation.slug })).pair;

  test("all that take part can be chosen, with their meetings; who waits or left cannot", async () => {
    const gone = await createParticipant(pool.event);
    await db.registration.update({ where: { id: gone.registration.id }, data: { state: "cancelled" } });
    const { choices, pair } = await getPairing(pool.moderator, pool.event.slug, "en", { left: gone.organisation.slug, right: participant(0).organisation.slug });
    expect(new Map(choices.map(({ slug, meetings }) => [slug, meetings]))).toEqual(new Map(pool.participants.map(({ organisation }) => [organisation.slug, 2])));
    expect(pair).toBeNull();
  });

  test("what speaks for it and against it", async () => {
    const pair = await compare(0, 4);
    expect(pair?.weight).toMatchObject({ pros: ["language", "slots"], cons: ["no_reason", "same_country"], obstacle: null });
    expect(pair?.slots.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await compare(0, 0)).toBeNull();
  });

  test("what forbids it: a meeting, an open request", async () => {
    expect((await compare(0, 1))?.weight.obstacle).toBe("already_agreed");
    await createRequest(participant(4), participant(1));
    expect((await compare(1, 4))?.weight.obstacle).toBe("request_open");
  });

  test("one that has as many meetings as free slots is named", async () => {
    const guest = await createParticipant(pool.event, "DE");
    await createMeeting(participant(0), guest);
    const pair = await compare(0, 4);
    expect(pair?.weight.fullNames).toEqual([participant(0).organisation.name]);
    expect(pair?.weight.cons).toContain("full");
  });
});
