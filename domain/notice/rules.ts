/** Notices are forgotten after so many days, read or not. */
export const noticeDays = 90;
