import { activeStates, type Decision, holdingStates, type Purpose, purposes, type RegistrationState } from "./schema";

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
