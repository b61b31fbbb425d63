import { z } from "zod";
import { idSchema, type Locale, slugSchema } from "@/domain/input";
import type { OrganisationSize, OrganisationType } from "@/domain/organisation/schema";

/** The columns of an import file, and of the export that can be imported again. */
export const columns = [
  "name",
  "type",
  "country",
  "region",
  "website",
  "contact_email",
  "languages",
  "size",
  "founded",
  "description_pl",
  "description_de",
  "description_en",
  "offers",
  "needs",
  "wished_types",
  "wished_regions",
] as const;
export type Column = (typeof columns)[number];

/** Columns without which no row can be read. */
export const requiredColumns = ["name", "type", "country", "region"] as const satisfies readonly Column[];

/** What stands between the items of a list in one cell. */
export const separator = " | ";

/** Sizes of a file: bytes, and rows below the header. */
export const fileLimits = { bytes: 2 * 1024 * 1024, rows: 2000 } as const;

/** Why a file cannot be read at all. */
export type FileDefect = "file_missing" | "file_too_large" | "file_not_text" | "file_unreadable" | "columns_missing" | "columns_repeated" | "rows_missing" | "rows_too_many";

export type Cells = Record<Column, string>;

/** One row of a file. `line`: where it begins; the header is line 1. */
export type FileRow =
  | { kind: "cells"; line: number; cells: Cells }
  | { kind: "empty"; line: number }
  | { kind: "misfit"; line: number; name: string; found: number; expected: number };

/** An organisation as a file tells it. */
export type OrganisationDraft = {
  name: string;
  type: OrganisationType;
  country: string;
  region: string;
  website: string | null;
  contactEmail: string | null;
  languages: string[];
  size: OrganisationSize | null;
  founded: number | null;
  descriptions: { locale: Locale; text: string }[];
  offers: { locale: Locale; text: string }[];
  needs: { locale: Locale; text: string }[];
  wishedTypes: OrganisationType[];
  wishedRegions: string[];
};

/** What is wrong with a row (words: messages `Import.defects`). */
export const defectCodes = [
  "missing",
  "unknown_type",
  "unknown_country",
  "unknown_region",
  "unknown_place",
  "unknown_language",
  "unknown_size",
  "invalid_email",
  "invalid_url",
  "invalid_year",
  "in_future",
  "too_short",
  "too_long",
  "too_many",
  "one_line",
  "unstorable",
  "column_count",
] as const;

/** What a spreadsheet or a browser could take for more than text (words: messages `Import.defects`, too). */
export const suspicionCodes = ["formula", "markup"] as const;

/** `value`: the beginning of the cell as it stands in the file; `limit`: the number that was exceeded. */
export type Defect = { code: (typeof defectCodes)[number]; column: Column | null; value: string; limit: number };
export type Suspicion = { code: (typeof suspicionCodes)[number]; column: Column; value: string };

export const outcomes = ["create", "unchanged", "differs", "duplicate", "suspicious", "defect", "empty"] as const;

/**
 * What would happen with a line, or happened. An organisation that the programme knows is never overwritten: its own
 * people may have changed it. A suspicious line is taken over only where the organiser says so.
 */
export type LineReport = { line: number; name: string } & (
  | { outcome: "create" }
  | { outcome: "unchanged" }
  | { outcome: "differs"; columns: Column[] }
  | { outcome: "duplicate"; of: number }
  | { outcome: "suspicious"; suspicions: Suspicion[] }
  | { outcome: "defect"; defects: Defect[] }
  | { outcome: "empty" }
);

/** An organisation that the programme knows already, in the words of a file. */
export type KnownOrganisation = { submissionKey: string | null; cells: Cells };

export const uploadSchema = z.object({ programme: slugSchema });

/** The second step: the file of the dry run, and the suspicious lines that are taken over. */
export const confirmSchema = z.object({
  file: idSchema,
  take: z.array(z.coerce.number().int().min(2).max(1_000_000)).max(fileLimits.rows).default([]),
});
export type ConfirmInput = z.output<typeof confirmSchema>;
