import type { AdmissionState, Decision } from "./schema";

/** A moderator may decide anything but what is so already; what was asked back is not asked back again. */
export function canDecide(from: AdmissionState, to: Decision): boolean {
  return from !== to;
}

/** The organisation may send itself again once it was asked back. */
export function canResubmit(state: AdmissionState): boolean {
  return state === "returned";
}
