import type { Actor } from "@/domain/actor";
import { takePoint } from "@/domain/limit/commands";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { makeKey } from "../queries/make-key";
import { readFile } from "../queries/read-file";
import type { FileDefect } from "../schema";

type Upload = { programme: string; name: string; content: Uint8Array<ArrayBuffer> };

/** The file's name as the page tells it. */
export function plainName(name: string): string {
  return name.replace(/\p{Cc}/gu, "").slice(0, 200).toWellFormed();
}

/** Forgets the files that were uploaded more than a day ago, with whatever they say about people. */
export async function forgetImportFiles(now: Date = new Date()): Promise<number> {
  const { count } = await db.importFile.deleteMany({ where: { createdAt: { lt: addDays(now, -1) } } });
  return count;
}

/**
 * Keeps a file for its dry run and its import; nothing is imported yet. The same upload again is the same file.
 * Refusals: why the file cannot be read, "too_many_attempts". Throws SignedOut, NotFound.
 */
export async function uploadFile(actor: Actor, { programme: slug, name, content }: Upload): Promise<Result<{ id: string }, FileDefect | "too_many_attempts">> {
  const { userId } = requirePerson(actor);
  const { id: programmeId } = await requireOrganisedProgramme(actor, slug);
  if (!(await takePoint("upload", userId))) return refuse("too_many_attempts");
  const rows = readFile(content);
  if (!rows.ok) return rows;
  const id = makeKey(programmeId, userId, content);
  const createdAt = new Date();
  await db.importFile.upsert({
    where: { id },
    create: { id, programmeId, userId, name: plainName(name), content, createdAt },
    update: { name: plainName(name), createdAt },
  });
  return ok({ id });
}
