import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { compareVersions } from "../rules";
import type { Draft, Entry, EntryChange, RunInfo, ScheduleName } from "../schema";
import { measure, type Figures } from "../solver/figures";
import { loadPlaces } from "./load-draft";
import { loadEntries } from "./load-release";
import { loadAnswer, loadRuns } from "./load-run";
import { loadSides } from "./load-sides";

/** A schedule that can be compared. */
export type Candidate =
  | { name: ScheduleName; kind: "draft" }
  | { name: ScheduleName; kind: "version"; number: number; releasedAt: Date }
  | { name: ScheduleName; kind: "run"; run: RunInfo };

export type ComparedSide = { candidate: Candidate; figures: Figures };

export type SchedulesView = {
  event: InsideEvent;
  candidates: Candidate[];
  left: ComparedSide;
  right: ComparedSide;
  /** From the left one to the right one. */
  changes: EntryChange[];
  /** Names of both organisations, by meeting. */
  names: Map<string, string[]>;
  places: Pick<Draft, "slots" | "rooms">;
};

async function listCandidates(eventId: string): Promise<Candidate[]> {
  const [versions, runs] = await Promise.all([
    db.scheduleVersion.findMany({ where: { eventId }, orderBy: { number: "desc" }, select: { number: true, releasedAt: true } }),
    loadRuns(db, eventId),
  ]);
  return [
    { name: "draft", kind: "draft" },
    ...runs.filter(({ hasAnswer }) => hasAnswer).map((run): Candidate => ({ name: run.id, kind: "run", run })),
    ...versions.map((version): Candidate => ({ name: `v${version.number}`, kind: "version", ...version })),
  ];
}

function load(eventId: string, candidate: Candidate): Promise<Entry[]> {
  switch (candidate.kind) {
    case "draft":
      return db.placement.findMany({ where: { eventId }, select: { meetingId: true, slotId: true, roomId: true } });
    case "version":
      return loadEntries(db, eventId, candidate.number);
    case "run":
      return loadAnswer(db, candidate.run.id).then(({ entries }) => entries);
  }
}

/**
 * Two schedules of an event side by side: the draft, a released version, or what a run has found.
 * @param wanted names; where left out the draft, and beside it the newest of the others
 * Throws NotFound (also for a name that no schedule has), SignedOut.
 */
export async function compareSchedules(
  actor: Actor,
  eventSlug: string,
  locale: Locale,
  wanted: { left?: ScheduleName | undefined; right?: ScheduleName | undefined },
): Promise<SchedulesView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [candidates, places, sides] = await Promise.all([listCandidates(event.id), loadPlaces(db, event.id), loadSides(db, event.id)]);
  const choose = (name: ScheduleName | undefined, usual: Candidate | undefined) =>
    found(name === undefined ? usual : candidates.find((candidate) => candidate.name === name));
  const [left, right] = [choose(wanted.left, candidates[0]), choose(wanted.right, candidates[1] ?? candidates[0])];
  const [before, after] = await Promise.all([load(event.id, left), load(event.id, right)]);
  const figuresOf = (entries: Entry[]) => measure(places.slots, (id) => sides.get(id)?.userIds ?? [], entries);
  return {
    event,
    candidates,
    left: { candidate: left, figures: figuresOf(before) },
    right: { candidate: right, figures: figuresOf(after) },
    changes: compareVersions(before, after),
    names: new Map([...sides].map(([id, { names }]) => [id, names])),
    places: { slots: places.slots, rooms: places.rooms },
  };
}
