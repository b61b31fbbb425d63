import { beforeEach, expect, test } from "vitest";
import { setAttendance } from "@/domain/attendance/commands";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { loadLatest } from "@/domain/schedule/queries/load-release";
import { db } from "@/prisma/client";
import { createDay } from "@/prisma/factories/day";
import { createStaff } from "@/prisma/factories/people";
import { openConnections } from "@/prisma/factories/throng";
import { applyPlan } from "./commands/apply-plan";
import { undoPlan } from "./commands/undo-plan";
import { getPlan } from "./queries/get-plan";
import { dayRepairSchema } from "./schema";

let day: Awaited<ReturnType<typeof createDay>>;
let moderators: Awaited<ReturnType<typeof createStaff>>[];
beforeEach(async () => {
  day = await createDay();
  moderators = await Promise.all(Array.from({ length: 10 }, () => createStaff("moderator", day.programme.id, day.event.id)));
  await openConnections();
});

const of = () => day.people.anna.registration.id;
const mark = (actor: (typeof moderators)[number]) => setAttendance(actor, { event: day.event.slug, registration: of(), state: "absent", version: 0 });
async function readForm() {
  const { cause, about, change, after, revision } = await getPlan(day.moderator, day.event.slug, { kind: "person", of: of() }, "en");
  const entries = change.entries.map(({ meetingId, slotId, roomId }) => `${meetingId} ${slotId} ${roomId}`);
  return dayRepairSchema.parse({ event: day.event.slug, ...cause, seen: about.seen, revision, after, removed: change.removed, entries });
}
const versions = () => db.scheduleVersion.count({ where: { eventId: day.event.id } });

test("ten moderators give up the same person, repair the day and take that back at once: each is done once", async () => {
  const marked = await Promise.all(moderators.map(mark));
  expect(marked.filter(({ ok }) => ok)).toHaveLength(10);
  expect(await db.auditEntry.count({ where: { action: "attendance.absent", objectId: of() } })).toBe(1);
  const form = await readForm();
  const answers = await Promise.all(moderators.map((actor) => applyPlan(actor, form)));
  expect(answers.map((answer) => (answer.ok ? "done" : answer.reason)).toSorted()).toEqual([...Array<string>(9).fill("changed_meanwhile"), "done"]);
  expect(await versions()).toBe(2);
  const { id } = await db.auditEntry.findFirstOrThrow({ where: { eventId: day.event.id, action: "day.repair" } });
  const undone = await Promise.all(moderators.map((actor) => undoPlan(actor, { event: day.event.slug, repair: id })));
  expect(undone).toEqual(moderators.map(() => ({ ok: true, value: { restored: 4, left: 0 } })));
  expect(await versions()).toBe(3);
});

test("twin: without what was seen, the same is released again and again", async () => {
  await mark(day.moderator);
  const form = await readForm();
  await moderators.reduce(async (before, actor) => {
    await before;
    const [draft, latest] = [await loadDraft(db, day.event.id), await loadLatest(db, day.event.id)];
    await applyPlan(actor, { ...form, revision: draft.revision, after: latest?.number ?? 0 });
  }, Promise.resolve());
  expect(await versions()).toBeGreaterThan(2);
});

test("somebody comes while the day is repaired without them: either they are expected, or the day was changed before", async () => {
  await mark(day.moderator);
  const form = await readForm();
  const [answer] = await Promise.all([
    applyPlan(day.moderator, form),
    setAttendance(day.moderator, { event: day.event.slug, registration: of(), state: "here", version: 1 }),
  ]);
  expect(await db.attendance.findUniqueOrThrow({ where: { registrationId: of() }, select: { state: true } })).toEqual({ state: "here" });
  expect(await versions()).toBe(answer.ok ? 2 : 1);
});
