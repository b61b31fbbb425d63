import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { choicesSchema } from "./schema";

/** Answers that the actor uploaded about an event, which the actor still moderates. Throws SignedOut, NotFound. */
export async function requireAnswerFile(actor: Actor, eventSlug: string, id: string) {
  const { userId } = requirePerson(actor);
  const event = await requireModerator(actor, eventSlug);
  const file = await db.importFile.findFirst({
    where: { id, userId, eventId: event.id },
    select: { id: true, name: true, content: true, choices: true, importedAt: true, created: true },
  });
  const { choices, ...rest } = found(file);
  return { event, ...rest, choices: choicesSchema.parse(choices) };
}
