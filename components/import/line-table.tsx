import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";

/** A line of a file in words. `details` says why, and what can be chosen about it. */
export type Line = { line: number; name: string; outcome: string; tone: Tone; details: ReactNode };

// On a narrow screen each row is a block of its own, so that nobody has to scroll sideways to read the reason.
const cell = "align-top max-sm:block sm:px-4 sm:py-3";

/** What would happen with each line of a file; lines can hold boxes to tick, so it stands inside of a form. */
export function LineTable({ nameLabel, lines }: { nameLabel: string; lines: Line[] }) {
  const t = useTranslations("Import.dryRun");
  return (
    <TableFrame label={t("tableLabel")}>
      <table className="w-full text-left max-sm:block sm:min-w-xl">
        <thead className="border-b border-line bg-sunken max-sm:sr-only">
          <tr>
            <th scope="col" className={cell}>{t("line")}</th>
            <th scope="col" className={cell}>{nameLabel}</th>
            <th scope="col" className={cell}>{t("outcome")}</th>
            <th scope="col" className={cell}>{t("details")}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {lines.map(({ line, name, outcome, tone, details }) => (
            <tr key={line} className="border-b border-line last:border-b-0 max-sm:block max-sm:space-y-1 max-sm:p-4">
              <td className={`${cell} tabular-nums`}>
                <span className="text-muted sm:hidden" aria-hidden="true">{t("line")} </span>
                {line}
              </td>
              <th scope="row" className={`${cell} font-semibold`}>{name}</th>
              <td className={cell}><Badge tone={tone}>{outcome}</Badge></td>
              <td className={`${cell} max-w-md`}>{details}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** What is odd about cells of a line. `column`: as the file names it. */
export function PointList({ points }: { points: { column: string | null; text: string }[] }) {
  if (points.length === 0) return null;
  return (
    <ul className="mb-1 space-y-1">
      {points.map((point) => (
        <li key={`${point.column} ${point.text}`} className="break-words">
          {point.column ? <><code className="rounded-md bg-sunken px-1.5 text-sm">{point.column}</code> </> : null}
          {point.text}
        </li>
      ))}
    </ul>
  );
}
