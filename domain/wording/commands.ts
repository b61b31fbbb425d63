import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import type { EventExample } from "@/domain/mail/schema";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { ResetInput, WordingInput, WordingKey } from "./schema";

type Place = Omit<WordingKey, "programme"> & { programmeId: string };

function entry(action: string, { programmeId, kind, locale }: Place) {
  return { action, objectType: "wording", objectId: `${programmeId}/${kind}/${locale}`, programmeId, details: { kind, locale } };
}

/** Writes over the text that was seen, and over nothing else. */
async function write(tx: Tx, place: Place, { seen, subject, body }: WordingInput): Promise<boolean> {
  if (seen === undefined) return (await tx.wording.createMany({ data: [{ ...place, subject, body }], skipDuplicates: true })).count > 0;
  return (await tx.wording.updateMany({ where: { ...place, revision: seen }, data: { subject, body, revision: randomUUID() } })).count > 0;
}

/**
 * Stores the organisers' own words for one kind of mail in one language; mails that go out from now on have them. The
 * input has been checked by its schema. Sent twice is once.
 * Refusals: "changed_meanwhile" (another organiser was faster; nothing is stored). Throws NotFound, SignedOut.
 */
export async function saveWording(actor: Actor, input: WordingInput): Promise<Result<{ kind: string }, "changed_meanwhile">> {
  const { id: programmeId } = await requireOrganisedProgramme(actor, input.programme);
  const { kind, locale, subject, body } = input;
  const place = { programmeId, kind, locale };
  return db.$transaction(async (tx) => {
    if (await write(tx, place, input)) {
      await recordAudit(tx, actor, entry("wording.save", place));
      return ok({ kind });
    }
    const same = await tx.wording.count({ where: { ...place, subject, body } });
    return same > 0 ? ok({ kind }) : refuse("changed_meanwhile");
  });
}

/**
 * Goes back to the portal's own words. Sent twice is once.
 * Refusals: "changed_meanwhile" (another organiser was faster; nothing is lost). Throws NotFound, SignedOut.
 */
export async function resetWording(actor: Actor, { programme, kind, locale, seen }: ResetInput): Promise<Result<{ kind: string }, "changed_meanwhile">> {
  const { id: programmeId } = await requireOrganisedProgramme(actor, programme);
  const place = { programmeId, kind, locale };
  return db.$transaction(async (tx) => {
    const { count } = await tx.wording.deleteMany({ where: { ...place, revision: seen } });
    if (count > 0) await recordAudit(tx, actor, entry("wording.reset", place));
    else if ((await tx.wording.count({ where: place })) > 0) return refuse("changed_meanwhile");
    return ok({ kind });
  });
}

/**
 * Sends a text with examples to the organiser, saved or not. The same text from the same page is sent once.
 * Refusals: "too_many_attempts". Throws NotFound, SignedOut.
 */
export async function tryWording(actor: Actor, input: WordingInput, event: EventExample): Promise<Result<{ to: string }, "too_many_attempts">> {
  const { userId, email } = requirePerson(actor);
  const { id: programmeId } = await requireOrganisedProgramme(actor, input.programme);
  if (!(await takePoint("trial_mail", userId))) return refuse("too_many_attempts");
  const { kind, locale, subject, body, key } = input;
  const words = createHash("sha256").update(JSON.stringify([kind, locale, subject, body])).digest("hex");
  await enqueueMail(db, {
    kind: "wording_trial", key: `wording_trial/${userId}/${key}/${words}`, to: email, userId: null, locale,
    params: { wordingKind: kind, subject, body, event },
    about: { programmeId, eventId: null },
  });
  return ok({ to: email });
}
