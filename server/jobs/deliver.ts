import { claimMails, markFailed, markSent } from "@/domain/mail/commands";
import type { ClaimedMail } from "@/domain/mail/schema";
import { log } from "../log";
import { judgeFailure, type Mailer } from "../mail/send";

/** Mails taken at a time: as many as a slow mail server takes within the minute of a claim. */
const batch = 10;

async function deliver(mail: ClaimedMail, mailer: Mailer): Promise<void> {
  const about = { mail: mail.id, kind: mail.kind, attempt: mail.attempts };
  try {
    await mailer.send(mail);
  } catch (error) {
    const { isFinal, text } = judgeFailure(error);
    const state = await markFailed(mail, text, isFinal);
    log().warn({ ...about, state, err: error }, "mail not delivered");
    return;
  }
  await markSent(mail);
  log().info(about, "mail delivered");
}

/** Sends what is due. Answers whether more may be waiting. */
export async function deliverMails(mailer: Mailer): Promise<boolean> {
  const mails = await claimMails(batch);
  await Promise.all(mails.map((mail) => deliver(mail, mailer)));
  return mails.length === batch;
}
