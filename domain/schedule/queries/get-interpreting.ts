import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { assignPlenary, listGaps } from "@/domain/interpreter/rules";
import type { InterpreterInfo, PlenaryNeed, TranslationGap, TranslationNeed } from "@/domain/interpreter/schema";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { listNeeds, listTranslators, planReplacements } from "../rules";
import type { Replacement } from "../schema";
import { loadDraft, type LoadedDraft, nameLines } from "./load-draft";
import { isInForce, loadLatest, loadSeated } from "./load-release";

/** What happens to released meetings once somebody is missing, or there again. `seen`: a name for exactly that. */
export type PresencePreview = { interpreter: InterpreterInfo; presence: "away" | "there"; replacements: Replacement[]; seen: string };

export type InterpretingView = {
  event: InsideEvent;
  draft: LoadedDraft;
  isReleased: boolean;
  /** The placed meetings that need an interpreter, and who would translate in them. */
  needs: TranslationNeed[];
  translators: Map<string, string>;
  gaps: TranslationGap[];
  plenary: PlenaryNeed[];
  /** Addresses of interpreters, by id. */
  emails: Map<string, string>;
  preview: PresencePreview | null;
};

/** A name for exactly these replacements, so that who carries them out can say what was seen. */
export function nameReplacements(replacements: readonly Replacement[]): string {
  return nameLines(replacements.map(({ meetingId, afterId }) => `${meetingId} ${afterId ?? "-"}`));
}

async function preview(draft: LoadedDraft, eventId: string, interpreterId: string): Promise<PresencePreview> {
  const interpreter = found(draft.interpreters.find(({ id }) => id === interpreterId));
  const presence = interpreter.awayFrom === null ? "away" : "there";
  const replacements = planReplacements(draft, await loadSeated(db, eventId), { id: interpreterId, presence, now: new Date() });
  return { interpreter, presence, replacements, seen: nameReplacements(replacements) };
}

/**
 * The interpreters of an event, what its draft needs them for and where one is missing, for its moderators.
 * @param toggled an interpreter for whom is shown what would happen if they were missing from now on, or there again
 * Throws NotFound (also where `toggled` is nobody of this event), SignedOut.
 */
export async function getInterpreting(actor: Actor, eventSlug: string, locale: Locale, toggled?: string): Promise<InterpretingView> {
  const event = await requireModerator(actor, eventSlug, locale);
  const [draft, latest, people] = await Promise.all([
    loadDraft(db, event.id),
    loadLatest(db, event.id),
    db.interpreter.findMany({ where: { eventId: event.id, email: { not: null } }, select: { id: true, email: true } }),
  ]);
  const [needs, translators] = [listNeeds(draft, draft.placements), listTranslators(draft)];
  return {
    event,
    draft,
    isReleased: isInForce(latest),
    needs,
    translators,
    gaps: listGaps(needs, translators, draft.slots),
    plenary: assignPlenary(draft.event, draft.interpreters),
    emails: new Map(people.flatMap(({ id, email }): [string, string][] => (email === null ? [] : [[id, email]]))),
    preview: toggled === undefined ? null : await preview(draft, event.id, toggled),
  };
}
