import { beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createFinishedRun, createPlacement, createPool, createRun } from "@/prisma/factories/schedule";
import { acceptRun } from "../commands/decide-run";
import { releaseSchedule } from "../commands/release-schedule";
import { compareSchedules } from "./compare-schedules";
import { getDraft } from "./get-draft";
import { getRun } from "./get-run";
import { loadDraft } from "./load-draft";

let pool: Awaited<ReturnType<typeof createPool>>;
// Three in a circle: each meets both others.
beforeEach(async () => {
  pool = await createPool(3);
});

const idOf = (index: number) => pool.meetings[index]?.id ?? "";
const revision = async () => (await loadDraft(db, pool.event.id)).revision;
/** A run that has placed meeting 0 in the first slot and meeting 1 two slots later, and has no place for meeting 2. */
const finish = async () => createFinishedRun(pool.event, await revision(), [[idOf(0), 0, 0], [idOf(1), 2, 0]]);
const get = (id: string, actor: Actor = pool.moderator) => getRun(actor, pool.event.slug, id, "en");
const compare = (names: { left?: string; right?: string } = {}, actor: Actor = pool.moderator) => compareSchedules(actor, pool.event.slug, "en", names);

describe("one run", () => {
  test("while it waits there is nothing but its settings", async () => {
    const { id } = await createRun(pool.event.id, { fairness: 1, kept: "placed" });
    expect(await get(id)).toMatchObject({ run: { id, state: "queued", fairness: 1, kept: "placed", progress: null, hasAnswer: false }, result: null });
  });

  test("its answer stands beside the draft, with what changes and what stays without a place", async () => {
    await createPlacement(pool.event, idOf(0), [1, 0]);
    await createPlacement(pool.event, idOf(2), [2, 1]);
    const { id } = await finish();
    const { run, result } = await get(id);
    expect(run).toMatchObject({ state: "done", hasAnswer: true });
    expect(result?.present).toEqual({ placed: 2, breaks: 0, difference: 0, roomChanges: 1 });
    expect(result?.proposed).toEqual({ placed: 2, breaks: 1, difference: 1, roomChanges: 0 });
    expect(result?.changes.map(({ kind, meetingId }) => [kind, meetingId])).toEqual([["moved", idOf(0)], ["new", idOf(1)], ["gone", idOf(2)]]);
    expect([...(result?.unplaced ?? [])].map(([meeting, { reason }]) => [meeting, reason])).toEqual([[idOf(2), "fits"]]);
    expect(result?.isOutdated).toBe(false);
  });

  test("it is outdated once the draft has changed", async () => {
    const { id } = await finish();
    await createPlacement(pool.event, idOf(2), [3, 1]);
    expect((await get(id)).result?.isOutdated).toBe(true);
  });
});

test("the latest runs stand with the draft, the last one first, without those that were discarded and those of other events", async () => {
  const first = await finish();
  const second = await finish();
  await createRun((await createPool(3)).event.id);
  await db.scheduleRun.update({ where: { id: (await finish()).id }, data: { discardedAt: new Date() } });
  expect((await getDraft(pool.moderator, pool.event.slug, "en")).runs.map(({ id }) => id)).toEqual([second.id, first.id]);
});

describe("two schedules side by side", () => {
  test("with one schedule only it stands beside itself", async () => {
    await createPlacement(pool.event, idOf(0), [0, 0]);
    const view = await compare();
    expect([view.left.candidate.name, view.right.candidate.name, view.changes]).toEqual(["draft", "draft", []]);
  });

  test("the draft, a run and a version, with figures, changes and names", async () => {
    const run = await finish();
    await acceptRun(pool.moderator, { event: pool.event.slug, run: run.id });
    await releaseSchedule(pool.moderator, { event: pool.event.slug, revision: await revision(), after: 0 });
    await createPlacement(pool.event, idOf(2), [1, 1]);
    const view = await compare({ left: "v1", right: "draft" });
    expect(view.candidates.map(({ name }) => name)).toEqual(["draft", run.id, "v1"]);
    expect(view.left.figures).toEqual({ placed: 2, breaks: 1, difference: 1, roomChanges: 0 });
    expect(view.right.figures).toEqual({ placed: 3, breaks: 1, difference: 1, roomChanges: 2 });
    expect(view.changes.map(({ kind, meetingId }) => [kind, meetingId])).toEqual([["new", idOf(2)]]);
    const [one = "", , three = ""] = pool.participants.map(({ organisation }) => organisation.name);
    expect(view.names.get(idOf(2))).toEqual([one, three].toSorted());
    expect((await compare({ left: run.id, right: "v1" })).changes).toEqual([]);
  });

  test("there are no others", async () => {
    const elsewhere = await createPool(3);
    const foreign = await createFinishedRun(elsewhere.event, "none", []);
    for (const name of ["v1", foreign.id, (await createRun(pool.event.id)).id]) await expect(compare({ left: name })).rejects.toThrow(NotFound);
    await expect(get(foreign.id)).rejects.toThrow(NotFound);
  });
});

test("who may: staff of the event or of its programme, nobody else", async () => {
  const { id } = await finish();
  const strangers = [pool.participants[0]?.actor ?? visitor, await createStaff("organiser", (await createProgramme()).id)];
  const reads = [(actor: Actor) => get(id, actor), (actor: Actor) => compare({}, actor)];
  for (const read of reads) {
    for (const stranger of strangers) await expect(read(stranger)).rejects.toThrow(NotFound);
    await expect(read(visitor)).rejects.toThrow(SignedOut);
  }
});
