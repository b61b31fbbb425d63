import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { db } from "@/prisma/client";
import { compareVersions, listWarnings } from "../rules";
import type { EntryChange, Warning } from "../schema";
import { explainUnplaced, type DraftReason } from "../solver/from-draft";
import { loadDraft, type LoadedDraft } from "./load-draft";
import { isInForce, loadLatest, loadSeated, type Release } from "./load-release";

export type DraftView = {
  event: InsideEvent;
  draft: LoadedDraft;
  warnings: Warning[];
  /** Meetings without a place, with the reason. */
  unplaced: Map<string, DraftReason>;
  latest: Release | null;
  isReleased: boolean;
  /** What a release would change for the participants. */
  changes: EntryChange[];
};

/** The draft of an event, for its moderators. Throws NotFound, SignedOut. */
export async function getDraft(actor: Actor, eventSlug: string, locale: Locale): Promise<DraftView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [draft, latest, seated] = await Promise.all([loadDraft(db, event.id), loadLatest(db, event.id), loadSeated(db, event.id)]);
  return {
    event,
    draft,
    warnings: listWarnings(draft),
    unplaced: explainUnplaced(draft),
    latest,
    isReleased: isInForce(latest),
    changes: compareVersions(seated, draft.placements),
  };
}
