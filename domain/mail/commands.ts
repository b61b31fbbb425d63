import type { Tx } from "@/prisma/client";
import type { MailDraft } from "./schema";

/**
 * Puts mails into the outbox, in the transaction that causes them. A key that is there already is left alone,
 * so that a repeated command sends nothing twice. The worker sends what is queued.
 */
export async function enqueueMail(tx: Tx, ...drafts: MailDraft[]): Promise<void> {
  await tx.mail.createMany({ data: drafts, skipDuplicates: true });
}
