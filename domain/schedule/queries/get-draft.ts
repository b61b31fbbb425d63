import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { listGaps } from "@/domain/interpreter/rules";
import type { TranslationGap } from "@/domain/interpreter/schema";
import { db } from "@/prisma/client";
import { compareVersions, isBlocking, listNeeds, listNewTranslators, listTranslators, listWarnings } from "../rules";
import type { EntryChange, RunInfo, Warning } from "../schema";
import { explainUnplaced, type DraftReason } from "../solver/from-draft";
import { findLastRepair, type LastRepair } from "./find-repair";
import { loadDraft, type LoadedDraft } from "./load-draft";
import { isInForce, loadLatest, loadSeated, type Release } from "./load-release";
import { loadRuns } from "./load-run";

export type DraftView = {
  event: InsideEvent;
  draft: LoadedDraft;
  warnings: Warning[];
  /** How many of them forbid a release now: what has begun forbids none. */
  impossible: number;
  /** Meetings without a place, with the reason. */
  unplaced: Map<string, DraftReason>;
  latest: Release | null;
  isReleased: boolean;
  /** What a release would change, and for how many people. */
  changes: EntryChange[];
  affected: number;
  /** Meetings that get, change or lose an interpreter with a release. */
  newlyTranslated: string[];
  /** Where interpreters are missing; nothing where the event keeps no list. */
  gaps: TranslationGap[];
  /** A repair of the draft that can still be undone. */
  lastRepair: LastRepair | null;
  /** The latest runs of the solver, the last one first. */
  runs: RunInfo[];
};

/** People of the meetings that change; of those that are gone as well. */
async function countAffected(changes: readonly EntryChange[]): Promise<number> {
  if (changes.length === 0) return 0;
  return db.registration.count({ where: { meetingSides: { some: { meetingId: { in: changes.map(({ meetingId }) => meetingId) } } } } });
}

/** The draft of an event, for its moderators. Throws NotFound, SignedOut. */
export async function getDraft(actor: Actor, eventSlug: string, locale: Locale): Promise<DraftView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [draft, latest, seated, runs] = await Promise.all([
    loadDraft(db, event.id),
    loadLatest(db, event.id),
    loadSeated(db, event.id),
    loadRuns(db, event.id),
  ]);
  const changes = compareVersions(seated, draft.placements);
  const translators = listTranslators(draft);
  const [warnings, now] = [listWarnings(draft), new Date()];
  return {
    event,
    draft,
    warnings,
    impossible: warnings.filter((warning) => isBlocking(warning, draft.slots, now)).length,
    unplaced: explainUnplaced(draft),
    latest,
    isReleased: isInForce(latest),
    changes,
    affected: await countAffected(changes),
    gaps: draft.interpreters.length > 0 ? listGaps(listNeeds(draft, draft.placements), translators, draft.slots) : [],
    newlyTranslated: listNewTranslators(draft, translators),
    // A draft is repaired only while a schedule is out.
    lastRepair: isInForce(latest) ? await findLastRepair(event.id) : null,
    runs,
  };
}
