import { calendarMails, chosenMails, lastingMails, type MailKind, mailOptions, type NoticeKind, type OptionalMail, optionalMails, sealedMails, secretMails, silentMails } from "./schema";

/** After this many attempts, about three days, a mail is given up. */
const mostAttempts = 20;

/** Minutes until the next attempt after the given number of attempts; null where there is none. */
export function retryDelay(attempts: number): number | null {
  return attempts >= mostAttempts ? null : Math.min(0.25 * 2 ** (attempts - 1), 6 * 60);
}

/** An address that was not known is tried again after so many days. */
export const suppressionDays = 180;

/** After so many days nobody can read any more whom a mail was sent to and what it said. */
export const mailDays = 365;

/** So many mails to sign in with go a day to an address that its mail server does not know: it may be there again. */
export const signInTries = 3;

/** What a mail about an event says of whose it is. */
export function aboutEvent({ id, programmeId }: { id: string; programmeId: string }): { programmeId: string; eventId: string } {
  return { programmeId, eventId: id };
}

/** Mails with a link or a code that opens something. */
export function isSecretMail(kind: MailKind): boolean {
  return secretMails.some((secret) => secret === kind);
}

/** Mails that say nothing but what the recipient's calendar is told. */
export function isCalendarMail(kind: MailKind): boolean {
  return calendarMails.some((one) => one === kind);
}

/** Mails that stay true when their event is cancelled. */
export function isLastingMail(kind: MailKind): boolean {
  return lastingMails.some((lasting) => lasting === kind);
}

/** Mails that are also read in the portal. */
export function leavesNotice(kind: MailKind): kind is NoticeKind {
  return !silentMails.some((silent) => silent === kind);
}

/** Mails that nobody but the recipient may read. */
export function isSealedMail(kind: MailKind): boolean {
  return sealedMails.some((sealed) => sealed === kind);
}

/** Mails that can wait for the digest, where their readers want that. */
export function isPatientMail(kind: MailKind): boolean {
  return chosenMails.some((chosen) => chosen === kind && mailOptions[chosen].some((one) => one === "digest"));
}

/** Mails that their readers can switch off. */
export function isOptionalMail(kind: MailKind): kind is OptionalMail {
  return optionalMails.some((optional) => optional === kind);
}
