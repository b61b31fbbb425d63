import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireCaretaker } from "@/domain/concept/access";
import { idSchema } from "@/domain/input";
import { mendMails } from "@/domain/mail/commands/mend-mails";
import { requeueMails } from "@/domain/mail/commands";
import { secretMails } from "@/domain/mail/schema";
import { ok, Refusal, settle, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { DeadLetterKey } from "./schema";

type Taken = { mail: string | null };

/** Takes a dead letter away; nothing where somebody has been faster. */
async function take(tx: Tx, { id }: DeadLetterKey): Promise<Taken | undefined> {
  const [taken] = await tx.$queryRaw<Taken[]>`
    DELETE FROM "pgboss"."job" WHERE "name" = 'dead-letters' AND "id" = ${id}::uuid RETURNING "data"->>'mail' AS "mail"`;
  return taken;
}

/**
 * Tries a job again that was laid aside: its mail is queued anew, and so has a new job. Twice is the same as once.
 * Refusals: "job_hopeless" (its mail is gone, or held a secret that is forgotten). Throws NotFound, SignedOut.
 */
export async function retryJob(actor: Actor, input: DeadLetterKey): Promise<Result<{ id: string }, "job_hopeless">> {
  requireCaretaker(actor);
  return settle<{ id: string }, "job_hopeless">(db.$transaction(async (tx) => {
    const taken = await take(tx, input);
    if (!taken) return ok({ id: input.id });
    // A worker that died with the mail may have left it "sending".
    await mendMails(tx);
    const mail = await tx.mail.findFirst({ where: { id: { in: toIds(taken) }, kind: { notIn: [...secretMails] } }, select: { id: true } });
    if (!mail) throw new Refusal<"job_hopeless">("job_hopeless");
    await requeueMails(tx, [mail.id]);
    await recordAudit(tx, actor, { action: "job.retry", objectType: "mail", objectId: mail.id });
    return ok({ id: input.id });
  }));
}

/** The mail that the job names; a broken one may name anything. */
function toIds({ mail }: Taken): string[] {
  const id = idSchema.safeParse(mail);
  return id.success ? [id.data] : [];
}

/** Forgets a job that was laid aside; its mail stays given up. Twice is the same as once. Throws NotFound, SignedOut. */
export async function discardJob(actor: Actor, input: DeadLetterKey): Promise<Result<{ id: string }, never>> {
  requireCaretaker(actor);
  return db.$transaction(async (tx) => {
    const taken = await take(tx, input);
    if (taken) await recordAudit(tx, actor, { action: "job.discard", objectType: "job", objectId: input.id });
    return ok({ id: input.id });
  });
}
