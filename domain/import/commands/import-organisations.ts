import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { readOrganisations } from "@/domain/concept/commands";
import { slugOf } from "@/domain/organisation/rules";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { ok, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireImportFile } from "../access";
import { organisationKey } from "../queries/make-key";
import { judgeFile } from "../queries/preview-import";
import type { Judged } from "../rules";
import type { ConfirmInput, FileDefect, LineReport, OrganisationDraft } from "../schema";

/** What is stored: one organisation, its line in the file and the key that it is stored under. */
type Entry = { key: string; line: number; draft: OrganisationDraft };
type Stored = Entry & { id: string };

/** What happened: the lines as they were judged, and those of them that have become organisations. */
export type Imported = { lines: LineReport[]; created: number[] };

function chosenEntries(judged: readonly Judged[], programmeId: string, take: readonly number[]): Entry[] {
  const entries = judged.flatMap(({ report: { line, outcome }, draft }): Entry[] => {
    if (!draft || (outcome === "suspicious" && !take.includes(line))) return [];
    return [{ key: organisationKey(programmeId, draft), line, draft }];
  });
  // Always in the same order, so that two imports wait for each other instead of blocking each other.
  return entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function organisationRow({ key, draft }: Entry, slug: string): Prisma.OrganisationCreateManyInput {
  const { descriptions: _descriptions, offers: _offers, needs: _needs, ...columns } = draft;
  return { ...columns, slug, submissionKey: key };
}

/** Inserts what is not there yet. A key or a slug that is taken, also a moment ago, is passed over. */
async function insert(tx: Tx, entries: readonly Entry[], slug: (entry: Entry) => string): Promise<Stored[]> {
  const rows = await tx.organisation.createManyAndReturn({
    data: entries.map((entry) => organisationRow(entry, slug(entry))),
    skipDuplicates: true,
    select: { id: true, submissionKey: true },
  });
  const ids = new Map(rows.map(({ id, submissionKey }) => [submissionKey, id]));
  return entries.flatMap((entry) => {
    const id = ids.get(entry.key);
    return id === undefined ? [] : [{ ...entry, id }];
  });
}

async function insertAll(tx: Tx, entries: readonly Entry[]): Promise<Stored[]> {
  const first = await insert(tx, entries, ({ draft }) => slugOf(draft.name));
  const missing = entries.filter(({ key }) => !first.some((stored) => stored.key === key));
  // Another organisation may have the slug; where it was the key that is taken, this inserts nothing either.
  return [...first, ...(await insert(tx, missing, ({ key, draft }) => `${slugOf(draft.name)}-${key.slice(0, 8)}`))];
}

async function insertParts(tx: Tx, stored: readonly Stored[], programmeId: string): Promise<void> {
  await tx.organisationText.createMany({
    data: stored.flatMap(({ id: organisationId, draft }) =>
      draft.descriptions.map(({ locale, text: description }) => ({ organisationId, locale, description })),
    ),
  });
  await tx.statement.createMany({
    data: stored.flatMap(({ id: organisationId, draft: { offers, needs } }) => [
      ...offers.map((statement, position) => ({ ...statement, organisationId, position, direction: "offer" as const })),
      ...needs.map((statement, index) => ({ ...statement, organisationId, position: offers.length + index, direction: "need" as const })),
    ]),
  });
  await tx.admission.createMany({
    data: stored.map(({ id: organisationId }) => ({ organisationId, programmeId, state: "approved" as const, decidedAt: new Date() })),
  });
}

type Work = { programmeId: string; content: Uint8Array; take: readonly number[] };

async function run(tx: Tx, actor: Actor, { programmeId, content, take }: Work): Promise<Result<Imported, FileDefect>> {
  const judged = await judgeFile(tx, programmeId, content);
  if (!judged.ok) return judged;
  const stored = await insertAll(tx, chosenEntries(judged.value, programmeId, take));
  await insertParts(tx, stored, programmeId);
  await readOrganisations(tx, stored.map(({ id }) => id));
  await recordAudit(
    tx,
    actor,
    ...stored.map(({ id, line }) => ({
      action: "organisation.import",
      objectType: "organisation",
      objectId: id,
      organisationId: id,
      programmeId,
      details: { line },
    })),
    { action: "import.run", objectType: "programme", objectId: programmeId, programmeId, details: { created: stored.length } },
  );
  const created = stored.map(({ line }) => line).toSorted((a, b) => a - b);
  return ok({ lines: judged.value.map(({ report }) => report), created });
}

/**
 * Imports the good rows of a file into a programme, all or none of them; they count as admitted, and no accounts are
 * made. What the programme knows already is left as it is, so that a second import changes nothing.
 * @param input.take lines that are taken over although they look like more than text
 * Refusals: why the file cannot be read. Throws SignedOut, NotFound.
 */
export async function importOrganisations(actor: Actor, { programme: slug, ...input }: { programme: string; content: Uint8Array; take: readonly number[] }): Promise<Result<Imported, FileDefect>> {
  const programme = await requireOrganisedProgramme(actor, slug);
  return db.$transaction((tx) => run(tx, actor, { programmeId: programme.id, ...input }));
}

/** Imports a file that was uploaded before, as `importOrganisations` does. Throws SignedOut, NotFound. */
export async function confirmImport(actor: Actor, { file: id, take }: ConfirmInput): Promise<Result<Imported, FileDefect>> {
  const { content, programme } = await requireImportFile(actor, id);
  return db.$transaction(async (tx) => {
    const imported = await run(tx, actor, { programmeId: programme.id, content, take });
    if (imported.ok) {
      const created = { increment: imported.value.created.length };
      await tx.importFile.update({ where: { id }, data: { importedAt: new Date(), created } });
    }
    return imported;
  });
}
