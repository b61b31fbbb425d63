import { beforeEach, expect, test } from "vitest";
import { atOnce, tally } from "@/cli/test/crowd";
import type { Person } from "@/domain/actor";
import { registerParticipant } from "@/domain/registration/commands/register-participant";
import { changeSchema } from "@/domain/registration/schema";
import { acceptRequest } from "@/domain/request/commands/answer-request";
import { expireRequests } from "@/domain/request/commands/expire-requests";
import { sendRequest } from "@/domain/request/commands/send-request";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { db } from "@/prisma/client";
import { createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { cancelEvent } from "./cancel-event";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;
let organiser: Person;

beforeEach(async () => {
  pool = await createPool(6);
  organiser = await createStaff("organiser", pool.programme.id);
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
});

function person(index: number) {
  const participant = pool.participants[index];
  if (!participant) throw new Error("no such participant");
  return participant;
}

/** Who is in after the cancellation, although nobody can be. */
async function leftOver() {
  const { id } = pool.event;
  const { cancelledAt } = await db.event.findUniqueOrThrow({ where: { id } });
  return {
    registered: await db.registration.count({ where: { eventId: id, createdAt: { gt: cancelledAt ?? new Date() } } }),
    open: await db.meetingRequest.count({ where: { eventId: id, state: "pending" } }),
    agreed: await db.meeting.count({ where: { eventId: id, state: "agreed" } }),
    seats: await db.seat.count({ where: { meeting: { eventId: id } } }),
  };
}

const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk?", messageLocale: "en" } as const;

test("against registrations, requests, answers and a release at once: whoever comes after it is refused, and nothing is left over", async () => {
  const { event, moderator } = pool;
  const pairs = [[0, 2], [1, 3], [2, 4], [3, 5]] as const;
  const requests = await Promise.all(pairs.map(([from, to]) => createRequest(person(from), person(to))));
  const newcomers = await Promise.all(Array.from({ length: 6 }, () => createParticipant(event)));
  await db.registration.deleteMany({ where: { id: { in: newcomers.map(({ registration }) => registration.id) } } });
  const { revision } = await loadDraft(db, event.id);
  const slots = [event.slots[0]?.id];
  const register = ({ actor, organisation }: (typeof newcomers)[number]) => registerParticipant(actor, {
    ...changeSchema.parse({ event: event.slug, locale: "en", personName: "Alex Example", email: actor.email, languages: ["en"], slots, participation: true }), organisation: organisation.id,
  });
  const attempts = [
    ...newcomers.slice(0, 3).map(register),
    ...requests.map(({ id }, index) => acceptRequest(person(pairs[index]?.[1] ?? 0).actor, { event: event.slug, id })),
    releaseSchedule(moderator, { event: event.slug, revision, after: 0 }),
    ...atOnce(2, () => cancelEvent(organiser, { event: event.slug, version: 1, reason_en: "Too few." })),
    sendRequest(person(0).actor, { event: event.slug, organisation: person(4).organisation.slug, ...words }),
    sendRequest(person(1).actor, { event: event.slug, organisation: person(5).organisation.slug, ...words }),
    ...newcomers.slice(3).map(register),
  ];
  const { refused, thrown } = await tally(attempts);
  expect(thrown).toEqual([]);
  expect(Object.keys(refused).filter((reason) => !["event_cancelled", "already_expired", "changed_meanwhile"].includes(reason))).toEqual([]);
  // What somebody held while the event was cancelled the worker ends within a minute.
  await expireRequests();
  expect(await leftOver()).toEqual({ registered: 0, open: 0, agreed: 0, seats: 0 });
  expect(await db.auditEntry.count({ where: { action: "event.cancel", eventId: event.id } })).toBe(1);
});

test("twin: who looks at the event first and writes then agrees a meeting in one that is cancelled meanwhile", async () => {
  const { event } = pool;
  await db.$executeRaw`ALTER TABLE "Meeting" DISABLE TRIGGER "Meeting_open"`;
  try {
    const { cancelledAt } = await db.event.findUniqueOrThrow({ where: { id: event.id } });
    await cancelEvent(organiser, { event: event.slug, version: 1, reason_en: "Too few." });
    const meeting = { eventId: event.id, origin: "pairing", subject: "Harbours", subjectLocale: "en", lowId: person(0).organisation.id, highId: person(2).organisation.id } as const;
    if (cancelledAt === null) await db.meeting.create({ data: meeting });
    expect((await leftOver()).agreed).toBe(1);
  } finally {
    await db.$executeRaw`ALTER TABLE "Meeting" ENABLE TRIGGER "Meeting_open"`;
  }
});
