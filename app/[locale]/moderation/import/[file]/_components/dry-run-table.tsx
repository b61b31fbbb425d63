import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";
import type { LineReport } from "@/domain/import/schema";
import { explainLine } from "@/server/import-report";

const tones: Record<LineReport["outcome"], Tone> = {
  create: "success",
  unchanged: "neutral",
  differs: "neutral",
  duplicate: "warning",
  suspicious: "warning",
  defect: "danger",
  empty: "neutral",
};

function Details({ report }: { report: LineReport }) {
  const t = useTranslations("Import");
  const { text, points } = explainLine(t, report);
  return (
    <>
      {points.length > 0 ? (
        <ul className="mb-1 space-y-1">
          {points.map((point) => (
            <li key={`${point.column} ${point.text}`} className="break-words">
              {point.column ? <><code className="rounded-md bg-sunken px-1.5 text-sm">{point.column}</code> </> : null}
              {point.text}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-muted">{text}</p>
      {report.outcome === "suspicious" ? (
        <label className="mt-2 flex items-start gap-3 py-1">
          <input type="checkbox" name="take" value={report.line} className="mt-1 size-5 shrink-0 accent-primary" />
          {t("take", { line: report.line })}
        </label>
      ) : null}
    </>
  );
}

// On a narrow screen each row is a block of its own, so that nobody has to scroll sideways to read the reason.
const cell = "align-top max-sm:block sm:px-4 sm:py-3";

/** What would happen with each line of a file; suspicious lines can be ticked, so it stands inside of a form. */
export function DryRunTable({ lines }: { lines: LineReport[] }) {
  const t = useTranslations("Import");
  return (
    <TableFrame label={t("dryRun.tableLabel")}>
      <table className="w-full text-left max-sm:block sm:min-w-xl">
        <thead className="border-b border-line bg-sunken max-sm:sr-only">
          <tr>
            <th scope="col" className={cell}>{t("dryRun.line")}</th>
            <th scope="col" className={cell}>{t("dryRun.name")}</th>
            <th scope="col" className={cell}>{t("dryRun.outcome")}</th>
            <th scope="col" className={cell}>{t("dryRun.details")}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {lines.map((report) => (
            <tr key={report.line} className="border-b border-line last:border-b-0 max-sm:block max-sm:space-y-1 max-sm:p-4">
              <td className={`${cell} tabular-nums`}>
                <span className="text-muted sm:hidden" aria-hidden="true">{t("dryRun.line")} </span>
                {report.line}
              </td>
              <th scope="row" className={`${cell} font-semibold`}>{nameOf(report) ?? t("dryRun.nameless")}</th>
              <td className={cell}><Badge tone={tones[report.outcome]}>{t(`outcomes.${report.outcome}`)}</Badge></td>
              <td className={`${cell} max-w-md`}><Details report={report} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function nameOf({ name, outcome }: LineReport): string | null {
  if (outcome === "empty") return "–";
  return name === "" ? null : name;
}
