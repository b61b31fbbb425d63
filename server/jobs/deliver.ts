import { findInvitation } from "@/domain/calendar/queries/find-invitation";
import type { Invitation } from "@/domain/calendar/schema";
import { claimMails, isSuppressed, isUnwanted, markFailed, markOutdated, markSent, markSuppressed, markUnwanted } from "@/domain/mail/commands";
import { isCalendarMail } from "@/domain/mail/rules";
import type { ClaimedMail } from "@/domain/mail/schema";
import { refreshMail } from "@/domain/schedule/queries/refresh-mail";
import { log } from "../log";
import { judgeFailure, type Mailer } from "../mail/send";

/** What the mail tells the recipient's calendar; "outdated": it says nothing that is still true. */
async function findPart({ kind, entryId, sequence }: ClaimedMail): Promise<Invitation | "outdated" | null> {
  const part = entryId === null || sequence === null ? null : await findInvitation({ entryId, sequence });
  return part === null && isCalendarMail(kind) ? "outdated" : part;
}

async function deliver(claimed: ClaimedMail, mailer: Mailer): Promise<void> {
  const about = { mail: claimed.id, kind: claimed.kind, attempt: claimed.attempts };
  if (isUnwanted(claimed)) {
    await markUnwanted(claimed);
    log().info(about, "mail unwanted");
    return;
  }
  if (await isSuppressed(claimed)) {
    await markSuppressed(claimed);
    log().info(about, "mail suppressed");
    return;
  }
  try {
    const [mail, part] = await Promise.all([refreshMail(claimed), findPart(claimed)]);
    if (mail === "outdated" || part === "outdated") {
      await markOutdated(claimed);
      log().info(about, "mail outdated");
      return;
    }
    await mailer.send(mail, part);
  } catch (error) {
    const state = await markFailed(claimed, judgeFailure(error));
    log().warn({ ...about, state, err: error }, "mail not delivered");
    return;
  }
  await markSent(claimed);
  log().info(about, "mail delivered");
}

/**
 * Sends one mail that is due. Answers whether there was one. One after the other: a worker that dies sends at most one
 * of them twice. Who needs more speed starts more workers.
 */
export async function deliverMail(mailer: Mailer): Promise<boolean> {
  const [mail] = await claimMails(1);
  if (!mail) return false;
  await deliver(mail, mailer);
  return true;
}
