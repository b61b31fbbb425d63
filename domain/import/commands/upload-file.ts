import type { Actor } from "@/domain/actor";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { requireOrganisedProgramme } from "../access";
import { makeKey } from "../queries/make-key";
import { readFile } from "../queries/read-file";
import type { FileDefect } from "../schema";

type Upload = { programme: string; name: string; content: Uint8Array<ArrayBuffer> };

/** The file's name as the page tells it. */
function plainName(name: string): string {
  return name.toWellFormed().replace(/\p{Cc}/gu, "").slice(0, 200);
}

/** Days for which an uploaded file is kept. */
const daysKept = 1;

/**
 * Keeps a file for its dry run and its import; nothing is imported yet. The same upload again is the same file, and
 * files of earlier days are forgotten.
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
  await db.$transaction([
    db.importFile.deleteMany({ where: { createdAt: { lt: addDays(createdAt, -daysKept) } } }),
    db.importFile.upsert({
      where: { id },
      create: { id, programmeId, userId, name: plainName(name), content, createdAt },
      update: { name: plainName(name), createdAt },
    }),
  ]);
  return ok({ id });
}
