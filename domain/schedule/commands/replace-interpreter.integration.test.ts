import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { chooseInterpreter, removeInterpreter } from "@/domain/interpreter/commands";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createForeignPool, createInterpreter } from "@/prisma/factories/interpreter";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { placeCircle } from "@/prisma/factories/schedule";
import { createProgramme } from "@/prisma/factories/programme";
import { getAgenda } from "../queries/get-agenda";
import { getDraft } from "../queries/get-draft";
import { getInterpreting } from "../queries/get-interpreting";
import { loadDraft } from "../queries/load-draft";
import { placeLate } from "./place-late";
import { releaseSchedule } from "./release-schedule";
import { bringBackInterpreter, takeOutInterpreter } from "./replace-interpreter";

type Pool = Awaited<ReturnType<typeof createForeignPool>>;
type Interpreter = Awaited<ReturnType<typeof createInterpreter>>;
let pool: Pool;
let anna: Interpreter;
let bogdan: Interpreter;

// Four in a circle, German against Polish: meetings 0 and 2 in slot 1, 1 and 3 in slot 2. Anna is there in both slots,
// Bogdan in the first one.
beforeEach(async () => {
  pool = await createForeignPool(4);
  await placeCircle(pool);
  anna = await createInterpreter(pool.event, { name: "Anna" });
  bogdan = await createInterpreter(pool.event, { name: "Bogdan" }, [0]);
});

const idOf = (index: number) => pool.meetings[index]?.id ?? "";
async function release(after = 0) {
  const { revision } = await loadDraft(db, pool.event.id);
  return releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after });
}

const nameOf = (id: string | null) => [anna, bogdan].find((one) => one.id === id)?.name ?? "-";
/** Who translates in each meeting by the seats, in the order of the meetings. */
async function seated(): Promise<string[]> {
  const seats = await db.seat.findMany({ where: { resourceKind: "interpreter", meeting: { eventId: pool.event.id } } });
  return pool.meetings.map(({ id }) => nameOf(seats.find(({ meetingId }) => meetingId === id)?.resourceId ?? null));
}
async function versioned(number: number): Promise<string[]> {
  const entries = await db.scheduleEntry.findMany({ where: { version: { eventId: pool.event.id, number } } });
  return pool.meetings.map(({ id }) => nameOf(entries.find(({ meetingId }) => meetingId === id)?.interpreterId ?? null));
}
const view = (toggled?: string) => getInterpreting(pool.moderator, pool.event.slug, "en", toggled);
const keyOf = async (one: Interpreter) => ({ event: pool.event.slug, id: one.id, seen: (await view(one.id)).preview?.seen ?? "" });

describe("a release", () => {
  test("seats an interpreter in every meeting that has one, and its version says who", async () => {
    expect(await release()).toEqual({ ok: true, value: { number: 1 } });
    const names = await seated();
    expect([new Set([names[0], names[2]]), new Set([names[1], names[3]])]).toEqual([new Set(["Anna", "Bogdan"]), new Set(["-", "Anna"])]);
    expect(await versioned(1)).toEqual(names);
  });

  test("says before what is missing, in the draft's warnings too", async () => {
    const { gaps, needs } = await view();
    expect(needs).toHaveLength(4);
    expect(gaps.map(({ slotId, left, right, needed, covered, meetingIds }) => [slotId, new Set([left, right].flat()), needed, covered, meetingIds.length])).toEqual([
      [pool.event.slots[1]?.id, new Set(["de", "pl"]), 2, 1, 1],
    ]);
    const { warnings } = await getDraft(pool.moderator, pool.event.slug, "en");
    expect(warnings.map(({ kind, meetingIds }) => [kind, meetingIds])).toEqual([["no_common_language", gaps[0]?.meetingIds]]);
  });

  test("can be for a new interpreter alone, and tells nobody by mail", async () => {
    await release();
    const before = await db.mail.count();
    expect((await getDraft(pool.moderator, pool.event.slug, "en")).newlyTranslated).toEqual([]);
    const open = (await seated()).indexOf("-");
    await db.interpreterSlot.create({ data: { interpreterId: bogdan.id, slotId: pool.event.slots[1]?.id ?? "" } });
    expect((await getDraft(pool.moderator, pool.event.slug, "en")).newlyTranslated).toEqual([idOf(open)]);
    expect(await release(1)).toEqual({ ok: true, value: { number: 2 } });
    expect((await seated())[open]).toBe("Bogdan");
    expect((await versioned(1))[open]).toBe("-");
    expect(await db.mail.count()).toBe(before);
  });

  test("is refused where the interpreters were changed since the moderator looked", async () => {
    const { revision } = await loadDraft(db, pool.event.id);
    await chooseInterpreter(pool.moderator, { event: pool.event.slug, meeting: idOf(0), interpreter: bogdan.id });
    expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await seated()).toEqual(["-", "-", "-", "-"]);
  });

  test("keeps to a moderator's choice", async () => {
    for (const [index, one] of [[0, bogdan], [2, anna], [3, anna]] as const) {
      await chooseInterpreter(pool.moderator, { event: pool.event.slug, meeting: idOf(index), interpreter: one.id });
    }
    await release();
    expect(await seated()).toEqual(["Bogdan", "-", "Anna", "Anna"]);
  });

  test("shows the two people who translates", async () => {
    await chooseInterpreter(pool.moderator, { event: pool.event.slug, meeting: idOf(0), interpreter: bogdan.id });
    await release();
    const agenda = await getAgenda(pool.participants[0]?.actor ?? visitor, pool.event.slug, "mine");
    expect(agenda.rows.flatMap(({ meetings }) => meetings).map(({ interpreter }) => interpreter)).toContain("Bogdan");
  });
});

test("a cancelled meeting frees its interpreter", async () => {
  await release();
  const index = (await seated()).indexOf("Bogdan");
  await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(index) });
  expect(await db.seat.count({ where: { resourceId: bogdan.id } })).toBe(0);
});

describe("a late meeting", () => {
  async function agreeLate() {
    const [pole, german] = [await createParticipant(pool.event), await createParticipant(pool.event, "DE")];
    await db.registration.update({ where: { id: pole.registration.id }, data: { languages: ["pl"] } });
    await db.registration.update({ where: { id: german.registration.id }, data: { languages: ["de"] } });
    await db.availability.deleteMany({ where: { registrationId: pole.registration.id, slotId: { not: pool.event.slots[2]?.id ?? "" } } });
    const { id } = await createMeeting(pole, german);
    await db.$transaction((tx) => placeLate(tx, pool.moderator, { eventId: pool.event.id, meetingId: id }));
    return (await db.seat.findMany({ where: { meetingId: id, resourceKind: "interpreter" } })).map(({ resourceId }) => nameOf(resourceId));
  }

  test("gets whoever is free, and nobody where nobody is", async () => {
    await release();
    expect(await agreeLate()).toEqual(["Anna"]);
    expect(await agreeLate()).toEqual([]);
  });
});

describe("missing on the day", () => {
  // Bogdan is there in the second slot as well, and Carla nowhere yet: Anna has meetings 0 and 1, Bogdan 2.
  beforeEach(async () => {
    await db.interpreterSlot.create({ data: { interpreterId: bogdan.id, slotId: pool.event.slots[1]?.id ?? "" } });
    await db.placement.delete({ where: { meetingId: idOf(3) } });
    for (const [index, one] of [[0, anna], [1, anna], [2, bogdan]] as const) {
      await chooseInterpreter(pool.moderator, { event: pool.event.slug, meeting: idOf(index), interpreter: one.id });
    }
    await release();
  });

  test("the meetings go to whoever is free, and to nobody else; the version stays as it was", async () => {
    const key = await keyOf(anna);
    const planned = (await view(anna.id)).preview?.replacements.map(({ meetingId, beforeId, afterId }) => `${meetingId} ${nameOf(beforeId)} ${nameOf(afterId)}`);
    expect(new Set(planned)).toEqual(new Set([`${idOf(0)} Anna -`, `${idOf(1)} Anna Bogdan`]));
    expect(await takeOutInterpreter(pool.moderator, key)).toEqual({ ok: true, value: { changed: 2, without: 1 } });
    expect(await seated()).toEqual(["-", "Bogdan", "Bogdan", "-"]);
    expect(await versioned(1)).toEqual(["Anna", "Anna", "Bogdan", "-"]);
    expect(await takeOutInterpreter(pool.moderator, key)).toEqual({ ok: true, value: { changed: 0, without: 0 } });
    expect((await getDraft(pool.moderator, pool.event.slug, "en")).newlyTranslated).toEqual([]);
    expect(await db.auditEntry.findMany({ where: { objectId: anna.id, action: "interpreter.away" }, select: { details: true } })).toEqual([{ details: { changed: 2, without: 1 } }]);
  });

  test("who is there again takes what nobody translates", async () => {
    await takeOutInterpreter(pool.moderator, await keyOf(anna));
    expect(await bringBackInterpreter(pool.moderator, await keyOf(anna))).toEqual({ ok: true, value: { changed: 2, without: 0 } });
    expect((await seated())[0]).toBe("Anna");
  });

  test("what has begun stays", async () => {
    const begun = { startsAt: new Date("2020-01-01T10:00:00Z"), endsAt: new Date("2020-01-01T10:14:00Z") };
    await db.slot.update({ where: { id: pool.event.slots[0]?.id ?? "" }, data: begun });
    await takeOutInterpreter(pool.moderator, await keyOf(anna));
    expect(await seated()).toEqual(["Anna", "Bogdan", "Bogdan", "-"]);
  });

  test("is refused where something else would happen than was seen", async () => {
    const key = await keyOf(anna);
    await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(1) });
    expect(await takeOutInterpreter(pool.moderator, key)).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await seated())[0]).toBe("Anna");
  });

  test("nobody is taken off the list who has meetings", async () => {
    const key = { event: pool.event.slug, id: anna.id };
    expect(await removeInterpreter(pool.moderator, key)).toEqual({ ok: false, reason: "interpreter_in_use" });
    await expect(db.interpreter.delete({ where: { id: anna.id } })).rejects.toThrow(/Interpreter_seated_check|has meetings/);
    await takeOutInterpreter(pool.moderator, await keyOf(anna));
    expect(await removeInterpreter(pool.moderator, key)).toMatchObject({ ok: true });
  });

  test.each<[string, () => Actor | Promise<Actor>, typeof NotFound | typeof SignedOut]>([
    ["nobody signed in", () => visitor, SignedOut],
    ["one of the people", () => pool.participants[0]?.actor ?? visitor, NotFound],
    ["another programme's moderator", async () => createStaff("moderator", (await createProgramme()).id), NotFound],
  ])("does not exist for %s", async (_, who, denial) => {
    const [key, actor] = [await keyOf(anna), await who()];
    await expect(takeOutInterpreter(actor, key)).rejects.toThrow(denial);
    await expect(bringBackInterpreter(actor, key)).rejects.toThrow(denial);
    await expect(getInterpreting(actor, pool.event.slug, "en")).rejects.toThrow(denial);
    expect(await seated()).toEqual(["Anna", "Anna", "Bogdan", "-"]);
  });
});

test("the database refuses a second interpreter of a meeting, and one of another event", async () => {
  await release();
  const index = (await seated()).indexOf("Bogdan");
  const { slotId, startsAt, endsAt } = await db.seat.findFirstOrThrow({ where: { meetingId: idOf(index) } });
  const seat = (resourceId: string) => db.seat.create({ data: { meetingId: idOf(index), resourceKind: "interpreter", resourceId, slotId, startsAt, endsAt } });
  const third = await createInterpreter(pool.event, { name: "Carla" });
  await expect(seat(third.id)).rejects.toThrow(/placed in part/);
  const stranger = await createInterpreter((await createForeignPool(4)).event, { name: "Dora" });
  await expect(seat(stranger.id)).rejects.toThrow(/not of the event/);
});
