import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { db } from "@/prisma/client";
import { isBlocking, listWarnings } from "../rules";
import type { DraftPerson, EntryChange } from "../schema";
import type { Answer } from "../solver/answer";
import { measure } from "../solver/figures";
import { type DraftReason, explainUnplaced, type RepairProblem, toRepairProblem } from "../solver/from-draft";
import { listRepairs, repairDraft } from "../solver/repair-draft";
import { repairSchedule } from "../solver/solve";
import { loadDraft, type LoadedDraft } from "./load-draft";
import { isInForce, loadLatest } from "./load-release";

/** Seconds that the search for a repair may take: a page waits for it. */
const patience = 2;

/** What is known of the number of meetings that move: it is the smallest, or fewer than `bound` are impossible. */
export type MoveVerdict = { kind: "proved" } | { kind: "bounded"; bound: number } | { kind: "open" };

/** The smallest change that gives every agreed meeting a place, where that is possible. Nothing of it is saved. */
export type RepairView = {
  event: InsideEvent;
  /** As it stands; `revision` says which one was looked at. */
  draft: LoadedDraft;
  isReleased: boolean;
  /** Agreed meetings without a place, and conflicts that make a release impossible: what there is to repair. */
  open: number;
  impossible: number;
  changes: EntryChange[];
  /** Meetings that get another time than they have. */
  moved: number;
  /** Who would be told, one line for each person. */
  told: DraftPerson[];
  breaks: { before: number; after: number };
  verdict: MoveVerdict;
  /** Meetings that stay without a place, with the reason. */
  left: Map<string, DraftReason>;
};

function judgeMoves({ levels }: Answer): MoveVerdict {
  const [weight, moved] = [levels.find(({ name }) => name === "weight"), levels.find(({ name }) => name === "moved")];
  if (!weight || !moved || weight.value > weight.bound) return { kind: "open" };
  if (moved.value <= moved.bound) return { kind: "proved" };
  return moved.bound > 0 ? { kind: "bounded", bound: moved.bound } : { kind: "open" };
}

/** The nearest schedule that is found while a page waits. */
export async function solveRepair({ problem, before }: RepairProblem): Promise<Answer> {
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  return repairSchedule(problem, before, { seconds: patience, isCancelled: () => elapsed() > patience, onProgress: () => undefined, now: elapsed });
}

/** The people of meetings that change, each once. */
export function whoIsTold({ meetings }: Pick<LoadedDraft, "meetings">, changes: readonly EntryChange[]): DraftPerson[] {
  const changed = new Set(changes.map(({ meetingId }) => meetingId));
  const persons = meetings.filter(({ id }) => changed.has(id)).flatMap(({ sides }) => sides);
  return [...new Map(persons.map((person) => [person.id, person])).values()].toSorted((a, b) => (a.organisation.name < b.organisation.name ? -1 : 1));
}

/**
 * The smallest change that repairs the draft of an event as it is at this moment, for its moderators: looked at, not
 * saved. Searches for at most two seconds. Throws NotFound, SignedOut.
 */
export async function getRepair(actor: Actor, eventSlug: string, locale: Locale): Promise<RepairView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [draft, latest] = await Promise.all([loadDraft(db, event.id), loadLatest(db, event.id)]);
  const now = new Date();
  const unplaced = explainUnplaced(draft);
  const impossible = listWarnings(draft).filter((warning) => isBlocking(warning, draft.slots, now)).length;
  const answer = unplaced.size + impossible > 0 ? await solveRepair(toRepairProblem(draft, now)) : null;
  const changes = answer ? listRepairs(draft, answer.placements, now) : [];
  const entries = changes.flatMap((change) => (change.kind === "gone" ? [] : [change.after]));
  const next = repairDraft(draft, { entries, removed: changes.flatMap((change) => (change.kind === "gone" ? [change.meetingId] : [])) });
  const people = new Map(draft.meetings.map(({ id, sides }) => [id, sides.map(({ userId }) => userId)]));
  const breaksIn = ({ placements }: Pick<LoadedDraft, "placements">) => measure(draft.slots, (id) => people.get(id) ?? [], placements).breaks;
  return {
    event,
    draft,
    isReleased: isInForce(latest),
    open: unplaced.size,
    impossible,
    changes,
    moved: changes.filter(({ kind }) => kind === "moved").length,
    told: whoIsTold(draft, changes),
    breaks: { before: breaksIn(draft), after: breaksIn(next) },
    verdict: answer ? judgeMoves(answer) : { kind: "proved" },
    left: explainUnplaced(next),
  };
}
