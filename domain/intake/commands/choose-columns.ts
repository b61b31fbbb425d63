import type { Actor } from "@/domain/actor";
import { ok, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireAnswerFile } from "../access";
import { type Choices, type ChooseInput, none } from "../schema";

/**
 * Stores what the moderator says about an uploaded file: the meaning of its columns, and which organisations are meant by
 * names that the programme does not know. What the choices would do is told by the next look at it. Throws SignedOut, NotFound.
 */
export async function chooseColumns(actor: Actor, input: ChooseInput): Promise<Result<{ id: string }, never>> {
  const { id, choices: before } = await requireAnswerFile(actor, input.event, input.file);
  const said = new Map(Object.entries<string>(before.organisations));
  for (const [index, name] of input.named.entries()) said.set(name, input.meant[index] ?? none);
  const organisations = Object.fromEntries([...said].filter(([, organisation]) => organisation !== none));
  const choices: Choices = { columns: input.column, locale: input.locale, organisations };
  await db.importFile.update({ where: { id }, data: { choices } });
  return ok({ id });
}
