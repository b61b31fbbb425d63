import { beforeEach, describe, expect, test } from "vitest";
import { setAttendance } from "@/domain/attendance/commands";
import { readUnread } from "@/domain/concept/commands";
import { NotFound } from "@/domain/result";
import { cancelMeeting } from "@/domain/meeting/commands";
import { loadEntries, loadSeated } from "@/domain/schedule/queries/load-release";
import { db } from "@/prisma/client";
import { createDay } from "@/prisma/factories/day";
import { createStaff } from "@/prisma/factories/people";
import { applyPlan } from "./commands/apply-plan";
import { undoPlan } from "./commands/undo-plan";
import { getBoard } from "./queries/get-board";
import { getPlan, type PlanView } from "./queries/get-plan";
import { boardViewSchema, type Cause, dayRepairSchema } from "./schema";

type Day = Awaited<ReturnType<typeof createDay>>;
let day: Day;
beforeEach(async () => {
  day = await createDay();
});

const note = (name: keyof Day["people"], state: "here" | "absent", version = 0) =>
  setAttendance(day.moderator, { event: day.event.slug, registration: day.people[name].registration.id, state, version });
const absence = (name: keyof Day["people"] = "anna"): Cause => ({ kind: "person", of: day.people[name].registration.id });
const room = (index: number): Cause => ({ kind: "room", of: day.event.rooms[index]?.id ?? "" });
const look = (cause: Cause) => getPlan(day.moderator, day.event.slug, cause, "en");
/** What the page's form sends. */
function formOf({ cause, about, revision, after, change }: PlanView) {
  const line = ({ meetingId, slotId, roomId }: PlanView["change"]["entries"][number]) => `${meetingId} ${slotId} ${roomId}`;
  const made = new Set(change.made.map(({ id }) => id));
  const isMade = ({ meetingId }: { meetingId: string }) => made.has(meetingId);
  return dayRepairSchema.parse({
    event: day.event.slug, ...cause, seen: about.seen, revision, after: after ?? 0, removed: change.removed,
    entries: change.entries.filter((entry) => !isMade(entry)).map(line), pairs: change.entries.filter(isMade).map(line), subject: "Ports",
  });
}
const apply = async (cause: Cause) => applyPlan(day.moderator, formOf(await look(cause)));
const nameOf = (id: string) => Object.entries(day.meetings).find(([, meeting]) => meeting.id === id)?.[0] ?? "made";
/** Who meets when and where: the meeting, the number of the slot and of the room. */
async function seated(): Promise<string[]> {
  const at = (list: readonly { id: string }[], id: string) => list.findIndex((one) => one.id === id) + 1;
  return (await loadSeated(db, day.event.id)).map(({ meetingId, slotId, roomId }) => `${nameOf(meetingId)} ${at(day.event.slots, slotId)} ${at(day.event.rooms, roomId)}`).toSorted();
}
const asReleased = ["annaBernd 1 1", "annaCora 2 1", "annaEmil 3 1", "doraEmil 1 2"];
const changes = async () => (await getBoard(day.moderator, day.event.slug, "en", boardViewSchema.parse({}))).changes;
const undoLast = async () => undoPlan(day.moderator, { event: day.event.slug, repair: (await changes())[0]?.id ?? "" });
const mailKinds = async () => (await db.mail.groupBy({ by: ["kind"], where: { eventId: day.event.id }, _count: true, orderBy: { kind: "asc" } })).map(({ kind, _count }) => `${kind} ${_count}`);

/** As the worker does, until all texts are read. */
async function readAll(): Promise<void> {
  if (await readUnread()) await readAll();
}

describe("somebody does not come", () => {
  beforeEach(() => note("anna", "absent"));

  test("whoever is left alone meets whom they have agreed to meet, and nobody else moves", async () => {
    const plan = await look(absence());
    expect(plan.change.removed.map(nameOf).toSorted()).toEqual(["annaBernd", "annaCora", "annaEmil"]);
    expect(plan.change.entries).toEqual([{ meetingId: day.meetings.berndFritz.id, slotId: day.event.slots[0]?.id, roomId: day.event.rooms[0]?.id }]);
    expect(plan.change.made).toEqual([]);
    expect(plan.change.alone.map(({ person, slotId }) => [person.id, slotId])).toEqual([
      [day.people.cora.registration.id, day.event.slots[1]?.id], [day.people.emil.registration.id, day.event.slots[2]?.id],
    ]);
    expect(new Set(plan.told.map(({ id }) => id))).toEqual(new Set((["anna", "bernd", "cora", "emil", "fritz"] as const).map((name) => day.people[name].registration.id)));
    expect(await seated()).toEqual(asReleased);
  });

  test("what was looked at becomes the next version, once, and everybody concerned is told", async () => {
    const form = formOf(await look(absence()));
    expect(await applyPlan(day.moderator, form)).toEqual({ ok: true, value: { number: 2 } });
    expect(await seated()).toEqual(["berndFritz 1 1", "doraEmil 1 2"]);
    expect(await loadEntries(db, day.event.id, 2)).toHaveLength(2);
    const kinds = await mailKinds();
    expect(kinds).toContain("schedule_changed 5");
    expect(await applyPlan(day.moderator, form)).toEqual({ ok: true, value: { number: 2 } });
    expect(await mailKinds()).toEqual(kinds);
    expect((await changes()).map(({ kind, number }) => [kind, number])).toEqual([["person", 2]]);
    expect((await look(absence())).changes).toEqual([]);
  });

  test("it can be taken back, with the mark: all is as before, as a new version", async () => {
    await apply(absence());
    expect(await undoLast()).toEqual({ ok: true, value: { restored: 4, left: 0 } });
    expect(await seated()).toEqual(asReleased);
    expect(await loadEntries(db, day.event.id, 3)).toHaveLength(4);
    expect(await db.attendance.count({ where: { registrationId: day.people.anna.registration.id } })).toBe(0);
    expect(await changes()).toEqual([]);
    const { id } = await db.auditEntry.findFirstOrThrow({ where: { eventId: day.event.id, action: "day.repair" } });
    expect(await undoPlan(day.moderator, { event: day.event.slug, repair: id })).toEqual({ ok: true, value: { restored: 4, left: 0 } });
    expect(await db.scheduleVersion.count({ where: { eventId: day.event.id } })).toBe(3);
  });

  test("what was cancelled or has begun since stays, and where that is all, nothing is taken back", async () => {
    await apply(absence());
    await cancelMeeting(day.moderator, { event: day.event.slug, id: day.meetings.annaCora.id });
    expect(await undoLast()).toEqual({ ok: true, value: { restored: 3, left: 1 } });
    expect(await seated()).toEqual(["annaBernd 1 1", "annaEmil 3 1", "doraEmil 1 2"]);
    await note("anna", "absent");
    await apply(absence());
    await db.$executeRaw`UPDATE "Slot" SET "startsAt" = "startsAt" - interval '1 day', "endsAt" = "endsAt" - interval '1 day' WHERE "eventId" = ${day.event.id}::uuid`;
    expect(await undoLast()).toEqual({ ok: false, reason: "nothing_to_restore" });
    expect(await db.attendance.count({ where: { registrationId: day.people.anna.registration.id } })).toBe(1);
  });

  test("who has come after all is left where they are", async () => {
    const form = formOf(await look(absence()));
    await note("anna", "here", 1);
    expect(await applyPlan(day.moderator, form)).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await seated()).toEqual(asReleased);
  });

  test("another draft or another version than was seen changes nothing", async () => {
    const form = formOf(await look(absence()));
    expect(await applyPlan(day.moderator, { ...form, revision: "old" })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await applyPlan(day.moderator, { ...form, after: 7 })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await applyPlan(day.moderator, { ...form, entries: form.entries.map((entry) => ({ ...entry, roomId: day.event.rooms[1]?.id ?? "" })) })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await seated()).toEqual(asReleased);
  });

  test("a meeting in the other half of its slot is as good as over", async () => {
    const minute = 60_000;
    await db.slot.update({ where: { id: day.event.slots[0]?.id ?? "" }, data: { startsAt: new Date(Date.now() - 12 * minute), endsAt: new Date(Date.now() + 2 * minute) } });
    const { change } = await look(absence());
    expect(change.removed.map(nameOf).toSorted()).toEqual(["annaCora", "annaEmil"]);
    expect(await apply(absence())).toEqual({ ok: true, value: { number: 2 } });
    expect(await seated()).toEqual(["annaBernd 1 1", "doraEmil 1 2"]);
  });

  test("two who are here and suit each other are brought together, and parted when that is taken back", async () => {
    await readAll();
    await note("cora", "here");
    await note("dora", "here");
    await note("bernd", "here");
    const plan = await look(absence());
    const [made] = plan.change.made;
    expect(plan.change.made).toHaveLength(1);
    expect(new Set(made?.sides.map(({ id }) => id))).toEqual(new Set([day.people.cora.registration.id, day.people.dora.registration.id]));
    const form = formOf(plan);
    expect(dayRepairSchema.safeParse({ ...form, subject: "", entries: [], pairs: [`${form.pairs[0]?.left} ${form.pairs[0]?.right} ${form.pairs[0]?.slotId} ${form.pairs[0]?.roomId}`] }).success).toBe(false);
    expect(await applyPlan(day.moderator, form)).toEqual({ ok: true, value: { number: 2 } });
    expect(await seated()).toEqual(["berndFritz 1 1", "doraEmil 1 2", "made 2 1"]);
    expect(await db.meeting.findMany({ where: { eventId: day.event.id, subject: "Ports" }, select: { origin: true, state: true } })).toEqual([{ origin: "pairing", state: "agreed" }]);
    expect(await mailKinds()).toContain("pairing_made 2");
    expect(await undoLast()).toEqual({ ok: true, value: { restored: 5, left: 0 } });
    expect(await seated()).toEqual(asReleased);
    expect(await mailKinds()).toContain("meeting_cancelled 2");
  });

  test("nobody is brought together with somebody who has gone meanwhile", async () => {
    await readAll();
    await note("cora", "here");
    await note("dora", "here");
    const form = formOf(await look(absence()));
    expect(form.pairs).toHaveLength(1);
    await setAttendance(day.moderator, { event: day.event.slug, registration: day.people.dora.registration.id, state: "left", version: 1 });
    expect(await applyPlan(day.moderator, form)).toEqual({ ok: false, reason: "pair_gone" });
    expect(await seated()).toEqual(asReleased);
  });

  test("for the event's own staff alone, and its own people and rooms", async () => {
    const other = await createDay();
    const stranger = await createStaff("moderator", other.programme.id);
    const form = formOf(await look(absence()));
    await expect(getPlan(stranger, day.event.slug, absence(), "en")).rejects.toThrow(NotFound);
    await expect(applyPlan(stranger, form)).rejects.toThrow(NotFound);
    await expect(getPlan(day.moderator, day.event.slug, { kind: "person", of: other.people.anna.registration.id }, "en")).rejects.toThrow(NotFound);
    await expect(getPlan(day.moderator, day.event.slug, { kind: "room", of: other.event.rooms[0]?.id ?? "" }, "en")).rejects.toThrow(NotFound);
    await expect(applyPlan(day.moderator, { ...form, kind: "room", of: other.event.rooms[0]?.id ?? "" })).rejects.toThrow(NotFound);
    expect(await applyPlan(day.moderator, { ...form, of: other.people.anna.registration.id })).toEqual({ ok: false, reason: "changed_meanwhile" });
    await apply(absence());
    const [change] = await changes();
    await expect(undoPlan(stranger, { event: day.event.slug, repair: change?.id ?? "" })).rejects.toThrow(NotFound);
    await expect(undoPlan(other.moderator, { event: other.event.slug, repair: change?.id ?? "" })).rejects.toThrow(NotFound);
  });
});

describe("a room cannot be used", () => {
  test("its meetings take other rooms at the same time, and all of it can be taken back", async () => {
    const plan = await look(room(0));
    expect(plan.change.removed).toEqual([]);
    expect(plan.changes.map(({ kind, meetingId }) => `${kind} ${nameOf(meetingId)}`).toSorted()).toEqual(["room annaBernd", "room annaCora", "room annaEmil"]);
    expect(await apply(room(0))).toEqual({ ok: true, value: { number: 2 } });
    expect(await seated()).toEqual(["annaBernd 1 3", "annaCora 2 2", "annaEmil 3 2", "doraEmil 1 2"]);
    expect(await db.room.findMany({ where: { eventId: day.event.id, isClosed: true }, select: { id: true } })).toEqual([{ id: day.event.rooms[0]?.id }]);
    expect(await undoLast()).toEqual({ ok: true, value: { restored: 3, left: 0 } });
    expect(await seated()).toEqual(asReleased);
    expect(await db.room.count({ where: { eventId: day.event.id, isClosed: true } })).toBe(0);
  });

  test("where no other one is free, a meeting takes another time, and a locked one moves as well", async () => {
    await apply(room(2));
    await db.placement.update({ where: { meetingId: day.meetings.annaBernd.id }, data: { locked: true } });
    const before = await seated();
    const plan = await look(room(0));
    expect(plan.changes.map(({ kind, meetingId }) => `${kind} ${nameOf(meetingId)}`).toSorted()).toEqual(["moved annaBernd", "room annaCora", "room annaEmil"]);
    expect(await apply(room(0))).toEqual({ ok: true, value: { number: 2 } });
    expect(await seated()).toEqual(["annaBernd 4 2", "annaCora 2 2", "annaEmil 3 2", "doraEmil 1 2"]);
    expect((await undoLast()).ok).toBe(true);
    expect(await seated()).toEqual(before);
  });

  test("one that is empty is closed without a new version, and opened again", async () => {
    expect(await apply(room(2))).toEqual({ ok: true, value: { number: 1 } });
    expect(await db.room.count({ where: { eventId: day.event.id, isClosed: true } })).toBe(1);
    expect(await undoLast()).toEqual({ ok: true, value: { restored: 0, left: 0 } });
    expect(await db.room.count({ where: { eventId: day.event.id, isClosed: true } })).toBe(0);
    expect(await db.scheduleVersion.count({ where: { eventId: day.event.id } })).toBe(1);
  });
});
