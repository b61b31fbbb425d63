import { claimMails, markFailed, markSent } from "@/domain/mail/commands";
import type { ClaimedMail } from "@/domain/mail/schema";
import { log } from "../log";
import { judgeFailure, type Mailer } from "../mail/send";

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
