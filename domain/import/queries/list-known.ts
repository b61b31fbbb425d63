import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { cellsOf } from "../rules";
import type { KnownOrganisation } from "../schema";

const select = {
  name: true,
  type: true,
  country: true,
  region: true,
  website: true,
  contactEmail: true,
  languages: true,
  size: true,
  founded: true,
  wishedTypes: true,
  wishedRegions: true,
  submissionKey: true,
  texts: { select: { locale: true, description: true } },
  statements: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { direction: true, locale: true, text: true } },
} as const satisfies Prisma.OrganisationSelect;

/**
 * The organisations that ever applied to a programme, in the words of a file and in the order of their names.
 * Those of other programmes stay unknown. Asks for nobody's permission: the caller has.
 */
export async function listKnown(tx: Tx, programmeId: string): Promise<KnownOrganisation[]> {
  const rows = await tx.organisation.findMany({
    where: { admissions: { some: { programmeId } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select,
  });
  return rows.map(({ texts, statements, submissionKey, ...row }) => ({
    submissionKey,
    cells: cellsOf({
      ...row,
      descriptions: texts.map(({ locale, description }) => ({ locale, text: description })),
      offers: statements.filter(({ direction }) => direction === "offer"),
      needs: statements.filter(({ direction }) => direction === "need"),
    }),
  }));
}
