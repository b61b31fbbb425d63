import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { compareVersions } from "../rules";
import type { EntryChange, RunInfo } from "../schema";
import type { Answer } from "../solver/answer";
import { measure, type Figures } from "../solver/figures";
import { explainUnplaced, listProposed, type DraftReason } from "../solver/from-draft";
import { loadDraft, type LoadedDraft } from "./load-draft";
import { loadAnswer, runSelect, toRunInfo } from "./load-run";

/** A run's answer beside the draft as it is now. */
export type RunResult = {
  answer: Answer;
  draft: LoadedDraft;
  present: Figures;
  proposed: Figures;
  /** From the draft to what is proposed. */
  changes: EntryChange[];
  /** Meetings that stay without a place, with the reason. */
  unplaced: Map<string, DraftReason>;
  /** The draft is not the one any more that the run began from. */
  isOutdated: boolean;
};

/** `result`: null while the run works, and where it ended without an answer. */
export type RunView = { event: InsideEvent; run: RunInfo; result: RunResult | null };

async function loadResult(eventId: string, runId: string): Promise<RunResult | null> {
  const [{ answer, entries, revision }, draft] = await Promise.all([loadAnswer(db, runId), loadDraft(db, eventId)]);
  if (!answer) return null;
  const people = new Map(draft.meetings.map(({ id, sides }) => [id, sides.map(({ userId }) => userId)]));
  const figuresOf = (list: typeof entries) => measure(draft.slots, (id) => people.get(id) ?? [], list);
  const proposed = listProposed(draft, entries);
  return {
    answer,
    draft,
    present: figuresOf(draft.placements),
    proposed: figuresOf(proposed),
    changes: compareVersions(draft.placements, proposed),
    unplaced: explainUnplaced({ ...draft, placements: proposed.map((entry) => ({ ...entry, isLocked: true, version: 0 })) }),
    isOutdated: draft.revision !== revision,
  };
}

/** One run of an event with what came of it, for its moderators. Throws NotFound, SignedOut. */
export async function getRun(actor: Actor, eventSlug: string, runId: string, locale: Locale): Promise<RunView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const row = await db.scheduleRun.findFirst({ where: { id: runId, eventId: event.id }, relationLoadStrategy: "join", select: runSelect });
  const run = toRunInfo(found(row));
  return { event, run, result: run.hasAnswer ? await loadResult(event.id, run.id) : null };
}
