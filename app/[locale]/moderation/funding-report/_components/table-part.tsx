import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BarChart } from "@/components/ui/bar-chart";
import { TableFrame } from "@/components/ui/data";
import { Section } from "@/components/ui/surface";
import { type Cell, type ReportTable, toPlainText } from "@/server/report-tables";

/** Where there are more columns than so many, the table is at least so wide, and scrolls in its frame. */
const widths: [columns: number, width: string][] = [[6, "min-w-4xl"], [3, "min-w-2xl"]];
const cellClass = "px-3 py-2 text-left align-top";

/** A table of the report with its chart. `picture`: what stands in the chart's place. */
export function TablePart({ table: { name, title, intro, head, rows, chart }, picture }: { table: ReportTable; picture?: ReactNode }) {
  const [t, format] = [useTranslations("FundingReport"), useFormatter()];
  const isEmpty = rows.length === 0;
  return (
    <Section title={title} intro={intro} id={name}>
      {isEmpty ? <p>{t("nothingYet")}</p> : null}
      {picture}
      {chart && !isEmpty ? <BarChart {...chart} format={(value) => format.number(value)} /> : null}
      {isEmpty ? null : (
        <TableFrame label={title}>
          <table className={`${widths.find(([columns]) => head.length > columns)?.[1] ?? ""} w-full border-collapse text-sm sm:text-base print:min-w-0 print:text-[9pt]`}>
            <caption className="sr-only">{title}</caption>
            <thead className="bg-sunken">
              <tr>{head.map((word, index) => <th key={word} scope="col" className={`${cellClass} ${isNumber(rows[0]?.[index]) ? "text-right" : ""}`}>{word}</th>)}</tr>
            </thead>
            <tbody>{rows.map((row) => <Row key={toPlainText(row[0] ?? null)} row={row} head={head} />)}</tbody>
          </table>
        </TableFrame>
      )}
    </Section>
  );
}

function isNumber(cell: Cell | undefined): boolean {
  return typeof cell === "number" || (cell !== null && cell !== undefined && typeof cell === "object" && "share" in cell);
}

function Row({ row, head }: { row: Cell[]; head: string[] }) {
  const [first, ...rest] = row;
  return (
    <tr className="break-inside-avoid border-t border-line">
      <th scope="row" className={`${cellClass} min-w-36 font-normal`}><Value cell={first ?? null} /></th>
      {rest.map((cell, index) => <td key={head[index + 1]} className={`${cellClass} ${isNumber(cell) ? "text-right tabular-nums" : ""}`}><Value cell={cell} /></td>)}
    </tr>
  );
}

function Value({ cell }: { cell: Cell }) {
  const [t, format] = [useTranslations("FundingReport"), useFormatter()];
  if (cell === null) return <span className="text-muted">{t("unknown")}</span>;
  if (typeof cell === "number") return format.number(cell);
  if ("share" in cell) return format.number(cell.share, { style: "percent", maximumFractionDigits: 1 });
  return <span lang={cell.lang}>{cell.text}</span>;
}
