import { activeStates, type BulkDecision, type BulkRefusal, type Decision, holdingStates, type Purpose, purposes, type RegistrationState } from "./schema";

/** The registration holds one of the event's places. */
export function isHolding(state: RegistrationState): boolean {
  return holdingStates.some((holding) => holding === state);
}

/** The registration can still be changed and cancelled by its person. */
export function isActive(state: RegistrationState): boolean {
  return activeStates.some((active) => active === state);
}

/** What a decision makes of a registration. */
export const decided: Record<Decision, RegistrationState> = { approve: "approved", return: "returned", refuse: "refused" };

/** Decisions that fit a state. Somebody who waits gets a place only in turn; who takes part can still be refused. */
export function decisionsFor(state: RegistrationState): Decision[] {
  if (state === "pending") return ["approve", "return", "refuse"];
  if (state === "returned") return ["approve", "refuse"];
  return state === "approved" || state === "waiting" ? ["refuse"] : [];
}

/** What a decision about several makes of each. */
export const bulkResult: Record<BulkDecision, RegistrationState> = { approve: "approved", refuse: "refused", wait: "waiting" };

const bulkStates: Record<BulkDecision, readonly RegistrationState[]> = {
  approve: ["pending", "returned"],
  refuse: ["pending", "returned", "waiting"],
  wait: ["pending", "returned"],
};

/** States of registrations that are decided on several at once; participants are refused one by one, as that ends meetings. */
export function canBeChosen(state: RegistrationState): boolean {
  return Object.values(bulkStates).some((states) => states.includes(state));
}

/** One of several. `isInConversation`: refusing it would end requests or meetings with others. */
export type BulkCandidate = { id: string; state: RegistrationState; seen: RegistrationState; isAdmitted: boolean; isInConversation: boolean };

/**
 * What stands against each of several, in their order; null where nothing does.
 * @param waiting how many wait before: somebody is put on the waiting list only where another one takes the place
 */
export function bulkRefusalsOf(decision: BulkDecision, candidates: readonly BulkCandidate[], waiting: number): (BulkRefusal | null)[] {
  let places = waiting;
  return candidates.map(({ state, seen, isAdmitted, isInConversation }) => {
    if (state !== seen) return "already_decided";
    if (!bulkStates[decision].includes(state)) return "not_possible";
    if (decision === "approve" && !isAdmitted) return "organisation_not_admitted";
    if (decision !== "approve" && isInConversation) return "in_conversation";
    if (decision !== "wait") return null;
    if (places === 0) return "nobody_waits";
    places -= 1;
    return null;
  });
}

/** What the person is told: an approved registration takes part only once its organisation is admitted. */
export function standing(state: RegistrationState, isAdmitted: boolean): RegistrationState | "unadmitted" {
  return state === "approved" && !isAdmitted ? "unadmitted" : state;
}

/** Purposes that a form agrees to. */
export function agreedPurposes(boxes: Record<Purpose, boolean>): Purpose[] {
  return purposes.filter((purpose) => boxes[purpose]);
}

/** Why a choice of slots does not fit the event's; null where it does. An event without slots wants none. */
export function slotsRefusal(slots: readonly { id: string }[], chosen: readonly string[]): "slot_needed" | "slot_unknown" | null {
  if (chosen.some((id) => !slots.some((slot) => slot.id === id))) return "slot_unknown";
  return slots.length > 0 && chosen.length === 0 ? "slot_needed" : null;
}
