import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { claimMail } from "@/domain/mail/commands";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { refreshMail } from "../queries/refresh-mail";
import { releaseSchedule } from "./release-schedule";
import { sendReminders } from "./send-reminders";

let pool: Awaited<ReturnType<typeof createPool>>;
const hour = 60;

// Everybody registered long ago; participant 0 meets 1.
beforeEach(async () => {
  await db.mail.deleteMany();
  await db.scheduleEntry.deleteMany();
  await db.seat.deleteMany();
  await db.event.deleteMany();
  pool = await createPool(3);
  await db.registration.updateMany({ data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
});
afterEach(() => vi.useRealTimers());

/** Puts the event so many minutes from now, with its slots; the seats of a release come after. */
async function startIn(minutes: number) {
  const { startsAt } = await db.event.findUniqueOrThrow({ where: { id: pool.event.id } });
  const by = `${Math.round(addMinutes(new Date(), minutes).getTime() - startsAt.getTime())} milliseconds`;
  await db.$executeRaw`UPDATE "Event" SET "startsAt" = "startsAt" + ${by}::interval, "endsAt" = "endsAt" + ${by}::interval WHERE "id" = ${pool.event.id}::uuid`;
  await db.$executeRaw`UPDATE "Slot" SET "startsAt" = "startsAt" + ${by}::interval, "endsAt" = "endsAt" + ${by}::interval WHERE "eventId" = ${pool.event.id}::uuid`;
}

async function release() {
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 })).toMatchObject({ ok: true });
  await db.mail.deleteMany();
}

const kinds = async () => (await db.mail.findMany({ orderBy: { kind: "asc" } })).map(({ kind }) => kind);

describe("a reminder", () => {
  test.each([
    [24 * hour + 2, []], [24 * hour - 1, ["reminder_day"]], [3 * hour, ["reminder_day"]], [2 * hour - 1, []],
    [hour + 2, []], [hour - 1, ["reminder_hour"]], [2, ["reminder_hour"]], [-1, []],
  ])("%d minutes before: %j", async (minutes, expected) => {
    await startIn(minutes);
    await sendReminders();
    expect(await kinds()).toEqual(pool.participants.flatMap(() => expected));
  });

  test("is not early where the worker's clock is wrong, and comes once however many workers ask", async () => {
    await startIn(hour + 4);
    vi.useFakeTimers({ toFake: ["Date"], now: addMinutes(new Date(), 5) });
    await sendReminders();
    vi.useRealTimers();
    expect(await kinds()).toEqual([]);
    await startIn(hour - 1);
    await Promise.all(Array.from({ length: 8 }, () => sendReminders()));
    await sendReminders();
    expect(await kinds()).toEqual(["reminder_hour", "reminder_hour", "reminder_hour"]);
  });

  test("of the day is for those who took part by then; who came later gets the one of the hour", async () => {
    await startIn(23 * hour);
    const { id } = pool.participants[0]?.registration ?? { id: "" };
    await db.registration.update({ where: { id }, data: { createdAt: new Date() } });
    await sendReminders();
    expect(await db.mail.count({ where: { key: { contains: id } } })).toBe(0);
    await startIn(hour - 1);
    await sendReminders();
    expect(await kinds()).toEqual(["reminder_day", "reminder_day", "reminder_hour", "reminder_hour", "reminder_hour"]);
  });

  test("counts from the first meeting where that is earlier than the event", async () => {
    await startIn(30);
    await release();
    await db.event.update({ where: { id: pool.event.id }, data: { startsAt: addMinutes(new Date(), hour + 10) } });
    await sendReminders();
    expect(await kinds()).toEqual(["reminder_hour", "reminder_hour"]);
  });

  test("lists the person's own meetings", async () => {
    await startIn(hour - 1);
    await release();
    await sendReminders();
    const mails = await db.mail.findMany({ where: { kind: "reminder_hour" } });
    const lists = mails.map(({ params }) => (params as { meetings: { partner: string; room: string }[] }).meetings.map(({ partner, room }) => `${partner} ${room}`).join());
    const [one, other] = pool.participants.map(({ organisation }) => organisation.name);
    expect(lists.toSorted()).toEqual(["", `${one} Room 1`, `${other} Room 1`].toSorted());
  });

  test("is never for a registration that is cancelled, refused, or waits", async () => {
    await cancelRegistration(pool.participants[0]?.actor ?? pool.moderator, { event: pool.event.slug }, endConversations);
    await db.registration.update({ where: { id: pool.participants[1]?.registration.id ?? "" }, data: { state: "waiting" } });
    await db.mail.deleteMany();
    await startIn(hour - 1);
    await sendReminders();
    expect(await kinds()).toEqual(["reminder_hour"]);
  });
});

describe("what was true when it was queued and is not when it goes out", () => {
  const refreshed = async () => {
    const ids = (await db.mail.findMany({ where: { state: { in: ["queued", "sending"] } }, select: { id: true } })).map(({ id }) => id);
    const claimed = (await Promise.all(ids.map(claimMail))).flatMap((mail) => mail ?? []);
    return (await Promise.all(claimed.map(refreshMail))).filter((mail) => mail !== "outdated");
  };

  test("is not sent: an event that moved, a registration that ended, an hour that has passed", async () => {
    await startIn(hour - 1);
    await sendReminders();
    await db.registration.update({ where: { id: pool.participants[0]?.registration.id ?? "" }, data: { state: "cancelled" } });
    expect(await refreshed()).toHaveLength(2);
    await startIn(30 * hour);
    expect(await refreshed()).toEqual([]);
    await startIn(-1);
    expect(await refreshed()).toEqual([]);
  });

  test("is sent as it is now: a meeting that was taken out is listed no more", async () => {
    await startIn(hour - 1);
    await release();
    await sendReminders();
    await db.seat.deleteMany();
    expect((await refreshed()).map(({ params }) => (params as { meetings: unknown[] }).meetings)).toEqual([[], [], []]);
  });
});
