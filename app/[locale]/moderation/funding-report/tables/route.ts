import type { NextRequest } from "next/server";
import { exportReport } from "@/domain/funding-report/commands/export-report";
import { parseScope } from "@/domain/funding-report/schema";
import { localeSchema } from "@/domain/input";
import { answerZip, tooMany } from "@/server/archive";
import { writeCsv } from "@/server/csv";
import { readPage } from "@/server/denial";
import { toPlainText, writeReportTables } from "@/server/report-tables";
import { getActor } from "@/server/session";

type Context = { params: Promise<{ locale: string }> };

/** Every table of a report as a file for spreadsheets, in one archive. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const locale = localeSchema.parse((await params).locale);
  const result = await readPage(exportReport(await getActor(), parseScope(Object.fromEntries(request.nextUrl.searchParams)), locale));
  if (!result.ok) return tooMany();
  const { programme, event, asOf } = result.value;
  const tables = await writeReportTables(result.value, locale);
  const entries = tables.map(({ name, head, rows }) => ({ name: `${name}.csv`, content: writeCsv(head, rows.map((row) => row.map(toPlainText))) }));
  return answerZip(`${event?.slug ?? programme.slug}-report-${locale}.zip`, entries, asOf);
}
