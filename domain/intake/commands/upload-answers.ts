import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { plainName } from "@/domain/import/commands/upload-file";
import { makeKey } from "@/domain/import/queries/make-key";
import type { FileDefect } from "@/domain/import/schema";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { readForm } from "../queries/preview-intake";
import { recogniseForm } from "../rules";

type Upload = { event: string; name: string; content: Uint8Array<ArrayBuffer> };

/**
 * Keeps the file of a web form, for a day, with what its columns seem to mean; nobody is registered yet. The same upload
 * again is the same file, and what the moderator has said of its columns stays.
 * Refusals: why the file cannot be read, "too_many_attempts". Throws SignedOut, NotFound.
 */
export async function uploadAnswers(actor: Actor, { event: slug, name, content }: Upload): Promise<Result<{ id: string }, FileDefect | "too_many_attempts">> {
  const person = requirePerson(actor);
  const { id: eventId, programmeId } = await requireModerator(actor, slug);
  if (!(await takePoint("upload", person.userId))) return refuse("too_many_attempts");
  const table = readForm(content);
  if (!table.ok) return table;
  const { header, rows } = table.value;
  const id = makeKey("answers", eventId, person.userId, content);
  const kept = { name: plainName(name), createdAt: new Date() };
  const choices = recogniseForm(header, rows.map(({ cells }) => cells), person.locale);
  await db.importFile.upsert({
    where: { id },
    create: { id, programmeId, eventId, userId: person.userId, content, choices, ...kept },
    update: kept,
  });
  return ok({ id });
}
