import type { Actor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { getWritingAid } from "./queries";
import type { StatementDraft, WritingAid } from "./schema";

/**
 * Reads a text that somebody is writing, as often as one person may ask; stores nothing else. Refusals:
 * "too_many_attempts". Throws NotFound, SignedOut.
 */
export async function checkText(actor: Actor, programmeId: string, draft: StatementDraft, locale: Locale): Promise<Result<WritingAid, "too_many_attempts">> {
  if (!(await takePoint("writing", requirePerson(actor).userId))) return refuse("too_many_attempts");
  return ok(await getWritingAid(actor, programmeId, draft, locale));
}
