import { findInvitation } from "@/domain/calendar/queries/find-invitation";
import type { Invitation } from "@/domain/calendar/schema";
import { claimMail, isPutOff, isSuppressed, isUnwanted, markFailed, markOutdated, markSent, markSuppressed, markUnwanted } from "@/domain/mail/commands";
import { isCalendarMail } from "@/domain/mail/rules";
import type { ClaimedMail } from "@/domain/mail/schema";
import { refreshMail } from "@/domain/schedule/queries/refresh-mail";
import { log } from "../log";
import type { Mailer } from "../mail/send";

/** What the mail tells the recipient's calendar; "outdated": it says nothing that is still true. */
async function findPart({ kind, entryId, sequence }: ClaimedMail): Promise<Invitation | "outdated" | null> {
  const part = entryId === null || sequence === null ? null : await findInvitation({ entryId, sequence }, kind);
  return part === null && isCalendarMail(kind) ? "outdated" : part;
}

async function deliver(claimed: ClaimedMail, mailer: Mailer): Promise<void> {
  const about = { mail: claimed.id, kind: claimed.kind, attempt: claimed.attempts };
  if (isUnwanted(claimed) || (await isPutOff(claimed))) {
    await markUnwanted(claimed);
    log().info(about, "mail unwanted");
    return;
  }
  if (await isSuppressed(claimed)) {
    await markSuppressed(claimed);
    log().info(about, "mail suppressed");
    return;
  }
  const [mail, part] = await Promise.all([refreshMail(claimed), findPart(claimed)]);
  if (mail === "outdated" || part === "outdated") {
    await markOutdated(claimed);
    log().info(about, "mail outdated");
    return;
  }
  const failure = await mailer.send(mail, part);
  if (failure !== null) {
    const state = await markFailed(claimed, failure);
    log().warn({ ...about, state, answer: failure.text }, "mail not delivered");
    return;
  }
  await markSent(claimed);
  log().info(about, "mail delivered");
}

/** Sends a mail if it is due, and if it is still to be sent. Throws what is no answer of the mail server: the job is tried again. */
export async function deliverMail(id: string, mailer: Mailer): Promise<void> {
  const mail = await claimMail(id);
  if (mail) await deliver(mail, mailer);
}
