export const registrationStates = ["pending", "returned", "approved", "waiting", "refused", "cancelled"] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** States of a registration that hold one of the event's places. */
export const holdingStates = ["pending", "returned", "approved"] as const satisfies readonly RegistrationState[];
