import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireViewpoint } from "@/domain/directory/access";
import { found, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { listHits } from "../queries";
import { isSearch, searchQuery } from "../rules";
import { mostSearches, parseSearch, type SaveSearchInput } from "../schema";

/**
 * Keeps a search, to be told of who fits from now on; who fits today is known. The same search is kept once: saving it
 * again changes its name.
 * Refusals: "nothing_to_search" (it finds everybody), "too_many_searches". Throws NotFound for somebody who acts for no
 * organisation of the programme, SignedOut.
 */
export async function saveSearch(
  actor: Actor,
  programmeId: string,
  { name, locale, ...input }: SaveSearchInput,
): Promise<Result<{ id: string }, "nothing_to_search" | "too_many_searches">> {
  const { userId } = requirePerson(actor);
  await requireViewpoint(actor, programmeId);
  const filters = parseSearch(input.query);
  if (!isSearch(filters)) return refuse("nothing_to_search");
  const query = searchQuery(filters);
  const known = await listHits(actor, programmeId, { query, locale });
  return db.$transaction(async (tx) => {
    // One after the other for one person, so that nobody keeps more than are allowed.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
    const key = { userId_programmeId_query: { userId, programmeId, query } };
    const kept = await tx.savedSearch.findUnique({ where: key, select: { id: true } });
    if (!kept && (await tx.savedSearch.count({ where: { userId, programmeId } })) >= mostSearches) return refuse("too_many_searches");
    const { id } = kept
      ? await tx.savedSearch.update({ where: { id: kept.id }, data: { name }, select: { id: true } })
      : await tx.savedSearch.create({ data: { userId, programmeId, name, locale, query }, select: { id: true } });
    if (kept) return ok({ id });
    await tx.searchHit.createMany({ data: known.map((organisation) => ({ savedSearchId: id, organisationId: organisation.id })) });
    await recordAudit(tx, actor, { action: "search.save", objectType: "saved_search", objectId: id, programmeId });
    return ok({ id });
  });
}

/** Gives an own search another name. Throws NotFound for the searches of others, SignedOut. */
export async function renameSearch(actor: Actor, { search, name }: { search: string; name: string }): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  await db.$transaction(async (tx) => {
    const [row] = await tx.savedSearch.updateManyAndReturn({ where: { id: search, userId }, data: { name }, select: { programmeId: true } });
    const { programmeId } = found(row);
    await recordAudit(tx, actor, { action: "search.rename", objectType: "saved_search", objectId: search, programmeId });
  });
  return ok({ id: search });
}

/** Forgets an own search: no mail tells of it any more. Twice is the same as once. Throws SignedOut. */
export async function deleteSearch(actor: Actor, { search }: { search: string }): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  await db.$transaction(async (tx) => {
    const key = { id: search, userId };
    const row = await tx.savedSearch.findFirst({ where: key, select: { programmeId: true } });
    // Whoever deletes the row has done it.
    if (!row || (await tx.savedSearch.deleteMany({ where: key })).count === 0) return;
    await recordAudit(tx, actor, { action: "search.delete", objectType: "saved_search", objectId: search, programmeId: row.programmeId });
  });
  return ok({ id: search });
}
