/** Notices are forgotten after so many days, read or not. */
export const noticeDays = 90;

/** Somebody gets a digest every so many days at the most. */
export const digestDays = 2;

/** What came within so many days is no reason for a digest: it has just been told. */
export const ripeDays = 1;

/** Notices that a digest names. */
export const mostLines = 20;
