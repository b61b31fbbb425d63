import type { NextRequest } from "next/server";
import { parseScope } from "@/domain/funding-report/schema";
import { exportOpenData } from "@/domain/open-export/commands";
import { exportFormatSchema, tableColumns, type TableName } from "@/domain/open-export/schema";
import { NotFound } from "@/domain/result";
import { answerFile, answerZip, tooMany } from "@/server/archive";
import { writeCsv } from "@/server/csv";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Context = { params: Promise<{ locale: string; format: string }> };

const toText = (value: string | number | boolean | null | undefined) => String(value ?? "");

/** The rows that a report is counted from, as JSON or as one table each. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const format = exportFormatSchema.safeParse((await params).format);
  const scope = parseScope(Object.fromEntries(request.nextUrl.searchParams));
  const work = format.success ? exportOpenData(await getActor(), scope, format.data) : Promise.reject(new NotFound("no such format"));
  const result = await readPage(work);
  if (!result.ok) return tooMany();
  const { tables, ...about } = result.value;
  const name = `${scope.event ?? about.programme}-open-export`;
  if (format.data === "json") return answerFile(`${name}.json`, "application/json; charset=utf-8", JSON.stringify(result.value, null, 2));
  const entries = (Object.keys(tableColumns) as TableName[]).map((table) => {
    const columns: readonly string[] = tableColumns[table];
    const rows: Record<string, string | number | boolean | null>[] = tables[table];
    return { name: `${table}.csv`, content: writeCsv(columns, rows.map((row) => columns.map((column) => toText(row[column]))), "program") };
  });
  const heads = writeCsv(Object.keys(about), [Object.values({ ...about, countries: about.countries.join(" ") }).map(toText)], "program");
  return answerZip(`${name}.zip`, [{ name: "about.csv", content: heads }, ...entries], new Date(about.asOf));
}
