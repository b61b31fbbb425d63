// Next bundles the proxy and the pages apart; both run in one process and share its global object.
const kept = globalThis as { pomostOutage?: { isOn: boolean } };

/** Whether the database was found away and has not come back. */
export const outage: { isOn: boolean } = (kept.pomostOutage ??= { isOn: false });
