import { v7 as uuid } from "uuid";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, requirePerson, type Result } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db, type Tx } from "@/prisma/client";
import { hashAddress } from "./commands/hash-address";
import { writeNotices } from "./commands/write-notices";
import { isOptionalMail, isPatientMail, isSecretMail, leavesNotice, retryDelay, signInTries, suppressionDays } from "./rules";
import type { ClaimedMail, MailChoices, MailDraft, MailFailure, Subscription } from "./schema";

/**
 * Puts mails into the outbox, and notices of them into the portal, in the transaction that causes them. A key that is
 * there already is left alone, so that a repeated command tells nothing twice. A trigger gives
 * each mail its job, whoever writes it.
 * @returns how many were not there
 */
export async function enqueueMail(tx: Tx, ...drafts: MailDraft[]): Promise<number> {
  if (drafts.length === 0) return 0;
  // By the clock that all other rows are written by, not by the transaction's beginning.
  const createdAt = new Date();
  const rows = drafts.map(({ about, entry, userId: _reader, ...mail }) => ({ ...mail, ...about, ...entry, id: uuid(), createdAt }));
  // One parameter for all rows: a release has thousands of them.
  const written = await tx.$queryRaw<{ id: string; key: string }[]>`
    INSERT INTO "Mail" ("id", "key", "kind", "to", "locale", "params", "programmeId", "eventId", "entryId", "sequence", "createdAt", "nextAttemptAt")
    SELECT m."id", m."key", m."kind", m."to", m."locale", m."params", m."programmeId", m."eventId", m."entryId", m."sequence", m."createdAt",
      now() + make_interval(secs => coalesce(m."holdSeconds", 0))
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m("id" uuid, "key" text, "kind" text, "to" text, "locale" "Locale",
      "params" jsonb, "programmeId" uuid, "eventId" uuid, "entryId" uuid, "sequence" int, "createdAt" timestamptz, "holdSeconds" int)
    ON CONFLICT DO NOTHING RETURNING "id", "key"`;
  const ids = new Map(written.map(({ id, key }) => [key, id]));
  await writeNotices(tx, drafts.flatMap(({ kind, key, to, userId }) => {
    const id = ids.get(key);
    return id !== undefined && leavesNotice(kind) ? [{ id, to, userId }] : [];
  }));
  return written.length;
}

/**
 * Takes a mail that is due by the database's clock, for the job that holds it: one of all that the mail or its calendar
 * entry has (docs/decisions/0074), so that what a worker has left as "sending" is taken at once by whoever gets its job.
 * Nothing where there is nothing to send any more, or not yet. It comes with what its programme says in the place of the
 * portal's own words, as that is at this moment, and with the country of its reader, who may read another clock.
 */
export async function claimMail(id: string): Promise<ClaimedMail | undefined> {
  const [mail] = await db.$queryRaw<ClaimedMail[]>`
    UPDATE "Mail" SET "state" = 'sending', "attempts" = "attempts" + 1
    WHERE "id" = ${id}::uuid AND ("state" = 'sending' OR ("state" IN ('queued', 'failed') AND "nextAttemptAt" <= now()))
    RETURNING "id", "key", "kind", "to", "locale"::text, "params", "attempts", "entryId", "sequence", "eventId", (
      SELECT "answer" FROM "Suppression"
      WHERE "addressHash" = encode(sha256(convert_to("Mail"."to", 'UTF8')), 'hex') AND "since" > now() - make_interval(days => ${suppressionDays})
    ) AS "refusal", (
      SELECT "delivery"::text FROM "MailChoice" c WHERE c."addressHash" = encode(sha256(convert_to("Mail"."to", 'UTF8')), 'hex') AND c."kind" = "Mail"."kind"
    ) AS "delivery", (
      SELECT jsonb_build_object('subject', w."subject", 'body', w."body") FROM "Wording" w
      WHERE w."programmeId" = "Mail"."programmeId" AND w."kind" = "Mail"."kind" AND w."locale" = "Mail"."locale"
    ) AS "wording", (
      SELECT o."country" FROM "Registration" r JOIN "Organisation" o ON o."id" = r."organisationId"
      WHERE r."eventId" = "Mail"."eventId" AND r."email" = "Mail"."to" ORDER BY r."id" LIMIT 1
    ) AS "country"`;
  return mail;
}

/** A claim that somebody else has taken over meanwhile counts for nothing: the attempt's number tells. */
function held(mail: ClaimedMail) {
  return { id: mail.id, state: "sending" as const, attempts: mail.attempts };
}

/** Writes to an address again that was not known. */
export async function liftSuppression(tx: Tx, address: string): Promise<void> {
  await tx.suppression.deleteMany({ where: { addressHash: hashAddress(address) } });
}

/**
 * Nothing is sent to an address that its mail server does not know; but whoever waits to sign in gets a few mails a
 * day, as the address may be there again and nobody could lift it for them.
 */
export async function isSuppressed(mail: ClaimedMail): Promise<boolean> {
  if (mail.refusal === null) return false;
  if (mail.kind !== "sign_in") return true;
  const tried = await db.mail.count({
    where: { kind: "sign_in", to: mail.to, id: { not: mail.id }, state: { in: ["sending", "failed", "dead"] }, createdAt: { gt: addDays(new Date(), -1) } },
  });
  return tried >= signInTries;
}

/** The mail is not sent, as its recipient is not known; secrets in it are forgotten. */
export async function markSuppressed(mail: ClaimedMail): Promise<void> {
  const forgotten = isSecretMail(mail.kind) ? { params: {} } : {};
  await db.mail.updateMany({ where: held(mail), data: { state: "suppressed", error: mail.refusal, ...forgotten } });
}

/** The recipient does not want mails of this kind. Asked in the moment of the claim: what was switched off is not sent. */
export function isUnwanted({ kind, delivery }: ClaimedMail): boolean {
  return isOptionalMail(kind) && delivery === "off";
}

/**
 * The reader has the digest tell of it. Only where a digest comes, and where it is the reader's own account that has the
 * notice: a mail that goes to another address of theirs is sent.
 */
export async function isPutOff({ id, kind, to, delivery }: ClaimedMail): Promise<boolean> {
  if (!isPatientMail(kind) || delivery !== "digest") return false;
  const [told, refused] = await Promise.all([
    db.notice.count({ where: { mailId: id, user: { email: to } } }),
    db.mailChoice.count({ where: { addressHash: hashAddress(to), kind: "digest", delivery: "off" } }),
  ]);
  return told > 0 && refused === 0;
}

/** The mail is not sent, as its recipient does not want it, or not by itself. */
export async function markUnwanted(mail: ClaimedMail): Promise<void> {
  await db.mail.updateMany({ where: held(mail), data: { state: "unwanted", error: null } });
}

async function writeChoices(tx: Tx, addressHash: string, choices: Partial<MailChoices>): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "MailChoice" ("addressHash", "kind", "delivery", "updatedAt")
    SELECT ${addressHash}, c."kind", c."delivery"::"Delivery", now()
    FROM unnest(${Object.keys(choices)}::text[], ${Object.values(choices)}::text[]) AS c("kind", "delivery")
    ON CONFLICT ("addressHash", "kind") DO UPDATE SET "delivery" = excluded."delivery", "updatedAt" = excluded."updatedAt"`;
}

/** Switches one kind of mail off for the address that a signed link names; nobody is signed in. Twice is the same as once. */
export async function unsubscribe({ addressHash, kind }: Subscription): Promise<void> {
  await writeChoices(db, addressHash, { [kind]: "off" });
}

/** Saves which mails the actor wants at the own address. Throws SignedOut. */
export async function saveMailChoices(actor: Actor, input: MailChoices): Promise<Result<{ id: string }, never>> {
  const { userId, email } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    await writeChoices(tx, hashAddress(email), input);
    await recordAudit(tx, actor, { action: "user.mail_choices", objectType: "user", objectId: userId, details: input });
    return ok({ id: userId });
  });
}

/** The mail server has taken the mail: it knows the recipient. Secrets in it are forgotten. */
export async function markSent(mail: ClaimedMail): Promise<void> {
  const forgotten = isSecretMail(mail.kind) ? { params: {} } : {};
  await db.mail.updateMany({ where: held(mail), data: { state: "sent", sentAt: new Date(), error: null, ...forgotten } });
  if (mail.refusal !== null) await liftSuppression(db, mail.to);
}

/**
 * The mail did not go out. It is tried again, later each time, or given up for good where the mail server said so or
 * after too many attempts; then secrets in it are forgotten. Where the mail server does not know the recipient, nothing
 * more is sent there.
 */
export async function markFailed(mail: ClaimedMail, { text: error, isFinal, isUnknown }: MailFailure): Promise<"failed" | "dead"> {
  const minutes = isFinal ? null : retryDelay(mail.attempts);
  const state = minutes === null ? "dead" : "failed";
  const isForgotten = minutes === null && isSecretMail(mail.kind);
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE "Mail" SET "state" = ${state}::"MailState", "error" = ${error}, "params" = CASE WHEN ${isForgotten} THEN '{}'::jsonb ELSE "params" END,
        "nextAttemptAt" = now() + make_interval(secs => ${(minutes ?? 0) * 60})
      WHERE "id" = ${mail.id}::uuid AND "state" = 'sending' AND "attempts" = ${mail.attempts}`;
    if (count === 0 || !isUnknown) return;
    const suppression = { answer: error, since: new Date() };
    const addressHash = hashAddress(mail.to);
    await tx.suppression.upsert({ where: { addressHash }, create: { addressHash, ...suppression }, update: suppression });
  });
  return state;
}

/** The mail is not true any more, and is not sent. */
export async function markOutdated(mail: ClaimedMail): Promise<void> {
  await db.mail.updateMany({ where: held(mail), data: { state: "outdated" } });
}

/**
 * Puts mails that did not go out back into the queue, by hand; what is queued, under way or sent is left alone. It is
 * the same mail, with the same Message-ID: where the mail server took it and the worker did not hear so, the recipient
 * has it once. Answers which ones.
 */
export async function requeueMails(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const requeued = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Mail" SET "state" = 'queued', "attempts" = 0, "nextAttemptAt" = now(), "error" = NULL
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND "state" IN ('failed', 'dead', 'suppressed') AND "to" <> '' RETURNING "id"`;
  return requeued.map(({ id }) => id);
}

/**
 * Sends a mail that has been delivered once more, by hand. That is a new mail with a Message-ID of its own: mail
 * programs hide a second one with the same. `cause` is made with the page, so that sending it twice is one mail.
 * Answers which ones: none where it was sent again before.
 */
export async function repeatMail(tx: Tx, id: string, cause: string): Promise<string[]> {
  const made = await tx.$executeRaw`
    INSERT INTO "Mail" ("id", "key", "kind", "to", "locale", "params", "programmeId", "eventId")
    SELECT ${cause}::uuid, 'again/' || "id" || '/' || ${cause}::text, "kind", "to", "locale", "params", "programmeId", "eventId"
    FROM "Mail" WHERE "id" = ${id}::uuid AND "state" = 'sent' AND "to" <> ''
    ON CONFLICT DO NOTHING`;
  return made > 0 ? [id] : [];
}
