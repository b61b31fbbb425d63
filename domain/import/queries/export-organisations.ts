import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/domain/actor";
import { requireOrganisedProgramme } from "@/domain/programme/access";
import { db } from "@/prisma/client";
import { columns } from "../schema";
import { listKnown } from "./list-known";

/**
 * All organisations of a programme as a file that can be imported again: UTF-8 with a byte order mark, comma, CRLF, as
 * spreadsheets want it. Cells that a spreadsheet would calculate begin with an apostrophe. Throws SignedOut, NotFound.
 */
export async function exportOrganisations(actor: Actor, slug: string): Promise<string> {
  const programme = await requireOrganisedProgramme(actor, slug);
  const known = await listKnown(db, programme.id);
  const records = known.map(({ cells }) => columns.map((column) => cells[column]));
  return stringify([[...columns], ...records], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}
