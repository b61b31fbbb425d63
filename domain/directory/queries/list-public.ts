import { admittedTo } from "@/domain/organisation/access";
import { cardSelect, toCard } from "@/domain/organisation/queries";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { pageSize } from "../schema";
import type { DirectoryPage } from "./search-directory";

function isPublic(programmeId: string): Prisma.OrganisationWhereInput {
  return { profileVisibility: "public", ...admittedTo(programmeId) };
}

/** One page of the organisations that everybody may see, by name. `country` limits them to one side. */
export async function listPublicOrganisations(programmeId: string, wanted: { country: string | undefined; page: number }): Promise<DirectoryPage> {
  const where = { ...isPublic(programmeId), ...(wanted.country ? { country: wanted.country } : {}) };
  const total = await db.organisation.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(wanted.page, pageCount);
  const rows = await db.organisation.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    relationLoadStrategy: "join",
    select: cardSelect,
  });
  return { cards: rows.map(toCard), total, page, pageCount };
}

/** The addresses of all organisations that everybody may see. */
export async function listPublicSlugs(programmeId: string): Promise<string[]> {
  const rows = await db.organisation.findMany({ where: isPublic(programmeId), orderBy: { slug: "asc" }, select: { slug: true } });
  return rows.map((row) => row.slug);
}
