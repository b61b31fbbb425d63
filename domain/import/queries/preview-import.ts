import type { Actor } from "@/domain/actor";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { ok, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireImportFile } from "../access";
import { type Judged, judgeRows } from "../rules";
import type { FileDefect, LineReport } from "../schema";
import { listKnown } from "./list-known";
import { organisationKey } from "./make-key";
import { readFile } from "./read-file";

/** Each line of a file as it stands to the programme now. Asks for nobody's permission: the caller has. */
export async function judgeFile(tx: Tx, programmeId: string, content: Uint8Array): Promise<Result<Judged[], FileDefect>> {
  const rows = readFile(content);
  if (!rows.ok) return rows;
  const known = await listKnown(tx, programmeId);
  return ok(judgeRows(rows.value, known, (draft) => organisationKey(programmeId, draft)));
}

/** The dry run: what an import of this content into a programme would do. Throws SignedOut, NotFound. */
export async function previewImport(actor: Actor, { programme: slug, content }: { programme: string; content: Uint8Array }): Promise<Result<LineReport[], FileDefect>> {
  const programme = await requireOrganisedProgramme(actor, slug);
  const judged = await judgeFile(db, programme.id, content);
  return judged.ok ? ok(judged.value.map(({ report }) => report)) : judged;
}

/** An uploaded file with its dry run, and what it has created so far. Throws SignedOut, NotFound. */
export async function getImportFile(actor: Actor, id: string) {
  const { content, programme, ...file } = await requireImportFile(actor, id);
  const judged = await judgeFile(db, programme.id, content);
  // It could be read when it was uploaded; only an update of the portal may have changed its mind.
  const lines = judged.ok ? judged.value.map(({ report }) => report) : [];
  return { ...file, programme: { slug: programme.slug, texts: programme.texts }, lines };
}
