import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { readUnread } from "@/domain/concept/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createBazaar, createFoundPairs, createPairingRun } from "@/prisma/factories/pairing";
import { createMember } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createThrong } from "@/prisma/factories/throng";
import { cancelPairing, discardPairing, startPairing } from "./commands/start-pairing";
import { type Chooser, performPairing } from "./commands/perform-pairing";
import { takePairings } from "./commands/take-pairings";
import { getPairingRun, listPairings } from "./queries/get-pairings";
import { loadTakers } from "./queries/load-takers";
import { pairKey } from "./rules";
import type { ProposalFilter, ToldObstacle } from "./schema";
import { choosePairs } from "./solver/choose";

type Bazaar = Awaited<ReturnType<typeof createBazaar>>;
type Participant = Bazaar["poles"][number];
let bazaar: Bazaar;
beforeEach(async () => {
  await db.pairingRun.deleteMany();
  bazaar = await createBazaar(4, 3);
});

const never = new AbortController().signal;
const exact: Chooser = (problem, effort) => choosePairs(problem, effort);
const settings = { least: 1, most: 2, reach: "across" } as const;
const start = (actor: Actor = bazaar.moderator, more: object = {}) => startPairing(actor, { event: bazaar.event.slug, ...settings, ...more });
const at = (list: readonly Participant[], index: number): Participant => {
  const one = list[index];
  if (!one) throw new Error("nobody is there");
  return one;
};
const keyOf = (one: Participant, other: Participant) => pairKey(one.organisation.id, other.organisation.id);
const words = { subject: "Harbours", subjectLocale: "en" } as const;
const meetings = () => db.meeting.count({ where: { eventId: bazaar.event.id, state: "agreed" } });

async function suggest(more: object = {}): Promise<string> {
  while (await readUnread());
  const started = await start(bazaar.moderator, more);
  if (!started.ok) throw new Error(started.reason);
  expect(await performPairing(exact, never)).toBe(true);
  return started.value.id;
}
const proposed = async (run: string) => (await db.pairingProposal.findMany({ where: { runId: run } })).map(({ lowId, highId }) => pairKey(lowId, highId));
const view = (run: string, show: ProposalFilter = "open", actor: Actor = bazaar.moderator) => getPairingRun(actor, { event: bazaar.event.slug, run }, "en", { show, page: 1 });

describe("asking for pairs", () => {
  test("waits with its settings; the same form again finds it, another one is told", async () => {
    const first = await start();
    expect(await start()).toEqual(first);
    expect(await start(bazaar.moderator, { most: 3 })).toEqual({ ok: false, reason: "already_running" });
    expect(await db.pairingRun.findMany({ where: { eventId: bazaar.event.id } })).toMatchObject([{ least: 1, most: 2, isAcross: true, state: "queued", askedById: bazaar.moderator.userId }]);
    expect(await db.auditEntry.count({ where: { eventId: bazaar.event.id, action: "pairing_run.start" } })).toBe(1);
  });

  test("needs two organisations", async () => {
    bazaar = { ...bazaar, ...(await createBazaar(1, 0)) };
    expect(await start()).toEqual({ ok: false, reason: "too_few" });
  });

  test.each([
    { about: "nobody needs a meeting", data: { least: 0 } },
    { about: "the most is below the least", data: { least: 3, most: 2 } },
    { about: "done without an answer", data: { state: "done" as const, finishedAt: new Date() } },
    { about: "at work without a sign of life", data: { state: "running" as const, attempts: 1 } },
    { about: "put aside before its end", data: { discardedAt: new Date() } },
  ])("the database refuses: $about", async ({ data }) => {
    await expect(createPairingRun(bazaar.event.id, data)).rejects.toThrow(/check/i);
  });
});

describe("the worker", () => {
  test("finds pairs across the border for all, proved, and changes nothing", async () => {
    const run = await suggest();
    const { run: info, counts, short, proposals } = await view(run);
    expect(info).toMatchObject({ state: "done", answer: { organisations: 7, before: [7], missingBefore: 7, missing: { value: 0, bound: 0 }, short: [] } });
    expect(info.answer?.worth.value).toBe(info.answer?.worth.bound);
    // Three Germans with at most two meetings each: six pairs, and no Pole is left out.
    expect(info.answer).toMatchObject({ pairs: 6, after: [0, 2, 5] });
    expect([counts, short]).toEqual([{ open: 6, paired: 0, gone: 0 }, []]);
    expect(proposals.every(({ sides: [one, other] }) => one.country !== other.country)).toBe(true);
    expect(await meetings()).toBe(0);
    expect(await performPairing(exact, never)).toBe(false);
  });

  test("counts what is agreed, keeps to free slots, and never proposes what somebody did not want", async () => {
    const { poles, germans, event, programme } = bazaar;
    const [g0, g1, g2] = [at(germans, 0), at(germans, 1), at(germans, 2)];
    await createMeeting(at(poles, 0), g0);
    await createMeeting(at(poles, 1), g0, { state: "cancelled" });
    await createRequest(at(poles, 0), g1, { state: "declined", answeredAt: new Date() });
    await createRequest(at(poles, 1), g1);
    await db.block.create({ data: { blockerId: at(poles, 0).organisation.id, blockedId: g2.organisation.id } });
    await db.dismissal.create({ data: { organisationId: g2.organisation.id, dismissedId: at(poles, 1).organisation.id, programmeId: programme.id, reason: "known", userId: g2.actor.userId } });
    const slots = event.slots.map(({ id }) => id);
    await db.availability.deleteMany({ where: { registrationId: at(poles, 2).registration.id, slotId: { not: slots[0] ?? "" } } });
    await db.availability.deleteMany({ where: { registrationId: g1.registration.id, slotId: slots[0] ?? "" } });
    const run = await suggest({ least: 2, most: 3 });
    // The third Pole has one slot, in which the second German is away, and the first one has a meeting already; the first
    // two Poles have nobody left.
    expect((await proposed(run)).toSorted()).toEqual([keyOf(at(poles, 2), g2), keyOf(at(poles, 3), g0), keyOf(at(poles, 3), g1), keyOf(at(poles, 3), g2)].toSorted());
    const { short } = await view(run);
    const reasons = Object.fromEntries(short.map(({ slug, meetings: has, why }) => [slug, [has, why]]));
    expect(reasons).toMatchObject({
      [at(poles, 0).organisation.slug]: [1, "few_partners"], [at(poles, 1).organisation.slug]: [0, "few_partners"], [at(poles, 2).organisation.slug]: [1, "little_time"],
    });
  });

  test("says where those who suit an organisation had no room from the start, or are never free when it is", async () => {
    const { poles, germans, event } = bazaar;
    const last = at(poles, 3);
    const [first] = event.slots.map(({ id }) => id);
    const reasons = async () => (await view(await suggest({ least: 1, most: 1 }))).short.map(({ slug, why }) => [slug, why]);
    await db.availability.deleteMany({ where: { registrationId: last.registration.id, slotId: { not: first ?? "" } } });
    await db.availability.deleteMany({ where: { registrationId: { in: germans.map(({ registration }) => registration.id) }, slotId: first ?? "" } });
    expect(await reasons()).toEqual([[last.organisation.slug, "no_time"]]);
    for (const [index, german] of germans.entries()) await createMeeting(at(poles, index), german);
    expect(await reasons()).toEqual([[last.organisation.slug, "partners_full"]]);
  });

  test("pairs neighbours too, where that is wished", async () => {
    const texts = await db.statement.findMany({ where: { organisationId: at(bazaar.germans, 0).organisation.id } });
    await db.statement.deleteMany({ where: { organisationId: at(bazaar.poles, 3).organisation.id } });
    await db.statement.createMany({ data: texts.map(({ direction, locale, text, position }) => ({ direction, locale, text, position, organisationId: at(bazaar.poles, 3).organisation.id })) });
    const across = await suggest({ most: 6 });
    const any = await suggest({ most: 6, reach: "any" });
    const isNeighbours = (key: string) => bazaar.poles.filter(({ organisation }) => key.includes(organisation.id)).length === 2;
    expect([(await proposed(across)).filter(isNeighbours).length, (await proposed(any)).filter(isNeighbours).length]).toEqual([0, 3]);
  });

  /** Chooses for ever, until it is told to stop. */
  function createPatient() {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const choose: Chooser = (_, { signal, onGoal }) => {
      onGoal("worth");
      begin();
      return new Promise((_resolve, reject) => { signal.addEventListener("abort", () => reject(new Error("stopped"))); });
    };
    return { choose, begun };
  }

  test("ends soon after a cancel, and gives the run back when it is stopped", async () => {
    const started = await start();
    const run = started.ok ? started.value.id : "";
    const stopping = new AbortController();
    const first = createPatient();
    const stopped = performPairing(first.choose, stopping.signal);
    await first.begun;
    stopping.abort();
    expect(await stopped).toBe(true);
    expect(await db.pairingRun.findUnique({ where: { id: run } })).toMatchObject({ state: "queued", attempts: 0 });
    const second = createPatient();
    const cancelled = performPairing(second.choose, never);
    await second.begun;
    await cancelPairing(bazaar.moderator, { event: bazaar.event.slug, run });
    expect(await cancelled).toBe(true);
    expect(await db.pairingRun.findUnique({ where: { id: run } })).toMatchObject({ state: "cancelled", answer: null });
  });

  test("tries a failure once more, then never again; a dead one's run is begun anew", async () => {
    const started = await start();
    const run = started.ok ? started.value.id : "";
    const broken: Chooser = () => Promise.reject(new Error("broken"));
    await expect(performPairing(broken, never)).rejects.toThrow("broken");
    await db.pairingRun.update({ where: { id: run }, data: { state: "running", heartbeatAt: new Date(Date.now() - 60_000) } });
    await expect(performPairing(broken, never)).rejects.toThrow("broken");
    expect(await db.pairingRun.findUnique({ where: { id: run } })).toMatchObject({ state: "failed", attempts: 2 });
    expect(await performPairing(exact, never)).toBe(false);
  });
});

test("who registered first of those who still act for the organisation speaks for it; without anybody it is not there", async () => {
  const { event } = bazaar;
  const [one, other] = [at(bazaar.poles, 0), at(bazaar.germans, 0)];
  const speaker = async (of: Participant) => (await loadTakers(db, event)).get(of.organisation.id)?.speaker.id;
  const colleague = await createRegistration({ eventId: event.id, organisationId: one.organisation.id, userId: (await createMember(one.organisation.id)).userId });
  await createMember(other.organisation.id);
  expect(await speaker(one)).toBe(one.registration.id);
  await db.membership.deleteMany({ where: { userId: { in: [one.actor.userId, other.actor.userId] } } });
  expect([await speaker(one), await speaker(other)]).toEqual([colleague.id, undefined]);
});

describe("taking proposals", () => {
  const pairsOf = ({ poles, germans }: Bazaar) => germans.map((german, index) => [at(poles, index), german] as const);
  const find = () => createFoundPairs(bazaar.event.id, pairsOf(bazaar).map(([one, other]) => [one.organisation.id, other.organisation.id]));
  const take = (run: string, ...pairs: string[]) =>
    takePairings(bazaar.moderator, { event: bazaar.event.slug, run, scope: pairs.length === 0 ? "all" : "chosen", pairs, ...words });

  test("makes the chosen meetings as a pairing does, once; then the others", async () => {
    const run = (await find()).id;
    const [[pole, german] = []] = pairsOf(bazaar);
    if (!pole || !german) throw new Error("nobody is there");
    const chosen = keyOf(pole, german);
    expect([await take(run, chosen), await take(run, chosen)]).toEqual([{ ok: true, value: { made: 1, left: 0 } }, { ok: true, value: { made: 0, left: 0 } }]);
    const [meeting] = await db.meeting.findMany({ where: { eventId: bazaar.event.id }, include: { sides: true } });
    expect(meeting).toMatchObject({ origin: "pairing", state: "agreed", ...words });
    expect(meeting?.sides.map(({ registrationId }) => registrationId).toSorted()).toEqual([pole.registration.id, german.registration.id].toSorted());
    expect(await db.mail.count({ where: { eventId: bazaar.event.id, kind: "pairing_made" } })).toBe(2);
    expect(await take(run)).toEqual({ ok: true, value: { made: 2, left: 0 } });
    expect((await view(run)).counts).toEqual({ open: 0, paired: 3, gone: 0 });
    const actions = await db.auditEntry.groupBy({ by: ["action"], where: { eventId: bazaar.event.id }, _count: true, orderBy: { action: "asc" } });
    expect(actions.map(({ action, _count }) => [action, _count])).toEqual([["meeting.agree", 3], ["pairing.make", 3], ["pairing_run.take", 2]]);
  });

  test("leaves out what has become impossible, and says why", async () => {
    const run = (await find()).id;
    const [first, second, third] = pairsOf(bazaar).map(([one, other]) => ({ one, other }));
    if (!first || !second || !third) throw new Error("nobody is there");
    await db.block.create({ data: { blockerId: first.one.organisation.id, blockedId: first.other.organisation.id } });
    await db.availability.deleteMany({ where: { registrationId: second.one.registration.id } });
    expect(await take(run, keyOf(first.one, first.other))).toEqual({ ok: false, reason: "not_possible_now" });
    expect(await take(run)).toEqual({ ok: true, value: { made: 1, left: 2 } });
    const gone = (await view(run, "gone")).proposals.map(({ key, obstacle }): [string, ToldObstacle | null] => [key, obstacle]);
    expect(Object.fromEntries(gone)).toEqual({ [keyOf(first.one, first.other)]: "blocked", [keyOf(second.one, second.other)]: "full" });
  });

  test("does not say that one has dismissed the other, and leaves them apart", async () => {
    const run = (await find()).id;
    const [[pole, german] = []] = pairsOf(bazaar);
    if (!pole || !german) throw new Error("nobody is there");
    await db.dismissal.create({ data: { organisationId: german.organisation.id, dismissedId: pole.organisation.id, programmeId: bazaar.programme.id, reason: "known", userId: german.actor.userId } });
    expect((await view(run, "gone")).proposals.map(({ key, obstacle }) => [key, obstacle])).toEqual([[keyOf(pole, german), "gone"]]);
    expect(await take(run)).toEqual({ ok: true, value: { made: 2, left: 1 } });
  });

  test("while a schedule is in force, takes fifty in each transaction; otherwise all in one", async () => {
    const throng = await createThrong(bazaar.event, 104);
    const pairs = Array.from({ length: 52 }, (_, index) => [throng[2 * index]?.organisation.id ?? "", throng[2 * index + 1]?.organisation.id ?? ""] as const);
    const transactions = () => db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "Meeting" WHERE "eventId" = ${bazaar.event.id}::uuid AND "state" = 'agreed' GROUP BY xmin ORDER BY count DESC`;
    const run = (await createFoundPairs(bazaar.event.id, pairs)).id;
    await db.scheduleVersion.create({ data: { eventId: bazaar.event.id, number: 1 } });
    expect(await take(run)).toEqual({ ok: true, value: { made: 52, left: 0 } });
    expect(await transactions()).toEqual([{ count: 50 }, { count: 2 }]);
    await db.meeting.deleteMany({ where: { eventId: bazaar.event.id } });
    await db.scheduleVersion.updateMany({ where: { eventId: bazaar.event.id }, data: { takenBackAt: new Date() } });
    expect(await take(run)).toEqual({ ok: true, value: { made: 52, left: 0 } });
    expect(await transactions()).toEqual([{ count: 52 }]);
  });

  test("not before the end, and not of what was put aside", async () => {
    const open = await createPairingRun(bazaar.event.id);
    expect(await take(open.id)).toEqual({ ok: false, reason: "run_unfinished" });
    expect(await discardPairing(bazaar.moderator, { event: bazaar.event.slug, run: open.id })).toEqual({ ok: false, reason: "run_unfinished" });
    const run = (await find()).id;
    const discard = () => discardPairing(bazaar.moderator, { event: bazaar.event.slug, run });
    expect([await discard(), await discard()]).toEqual([{ ok: true, value: { id: run } }, { ok: true, value: { id: run } }]);
    expect(await take(run)).toEqual({ ok: false, reason: "run_discarded" });
    expect((await listPairings(bazaar.moderator, bazaar.event.slug, "en")).runs.map(({ id }) => id)).toEqual([open.id]);
    expect(await db.auditEntry.count({ where: { objectId: run, action: "pairing_run.discard" } })).toBe(1);
  });
});

test("who may see it: staff of the event or its programme, nobody else, and only where the run is the event's", async () => {
  const run = (await createPairingRun((await createBazaar(1, 1)).event.id)).id;
  await expect(view(run)).rejects.toThrow(NotFound);
  const own = (await createPairingRun(bazaar.event.id)).id;
  for (const stranger of [at(bazaar.poles, 0).actor, await createStaff("organiser", (await createProgramme()).id)]) {
    await expect(view(own, "open", stranger)).rejects.toThrow(NotFound);
    await expect(listPairings(stranger, bazaar.event.slug, "en")).rejects.toThrow(NotFound);
  }
  await expect(view(own, "open", visitor)).rejects.toThrow(SignedOut);
  expect((await view(own, "open", await createStaff("organiser", bazaar.programme.id))).run.state).toBe("queued");
});

test("who may ask, cancel, put aside and take: staff of the event or its programme, nobody else, and only where the run is the event's", async () => {
  const pair = [at(bazaar.poles, 0).organisation.id, at(bazaar.germans, 0).organisation.id] as const;
  const [open, found] = [await createPairingRun(bazaar.event.id), await createFoundPairs(bazaar.event.id, [pair])];
  const commands = (actor: Actor, event: string) => [
    () => cancelPairing(actor, { event, run: open.id }),
    () => discardPairing(actor, { event, run: found.id }),
    () => takePairings(actor, { event, run: found.id, scope: "all", pairs: [], ...words }),
  ];
  for (const stranger of [at(bazaar.poles, 0).actor, await createStaff("organiser", (await createProgramme()).id)]) {
    for (const command of [() => start(stranger), ...commands(stranger, bazaar.event.slug)]) await expect(command()).rejects.toThrow(NotFound);
  }
  for (const command of [() => start(visitor), ...commands(visitor, bazaar.event.slug)]) await expect(command()).rejects.toThrow(SignedOut);
  // Whoever moderates another event does not reach it by that one's address.
  const other = await createBazaar(1, 1);
  for (const command of commands(other.moderator, other.event.slug)) await expect(command()).rejects.toThrow(NotFound);
  const runs = await db.pairingRun.findMany({ where: { eventId: bazaar.event.id }, select: { id: true, state: true, cancelRequestedAt: true, discardedAt: true } });
  const untouched = { cancelRequestedAt: null, discardedAt: null };
  expect(runs.toSorted((one, next) => one.state.localeCompare(next.state))).toEqual([{ id: found.id, state: "done", ...untouched }, { id: open.id, state: "queued", ...untouched }]);
  expect(await meetings()).toBe(0);
});
