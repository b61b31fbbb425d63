import { useTranslations } from "next-intl";
import { ChoiceBox } from "@/components/form/choice-box";
import { LineTable, PointList } from "@/components/import/line-table";
import type { Tone } from "@/components/ui/badge";
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
      <PointList points={points} />
      <p className="text-muted">{text}</p>
      {report.outcome === "suspicious" ? <ChoiceBox name="take" value={String(report.line)}>{t("take", { line: report.line })}</ChoiceBox> : null}
    </>
  );
}

/** What would happen with each line of a file; suspicious lines can be ticked, so it stands inside of a form. */
export function DryRunTable({ lines }: { lines: LineReport[] }) {
  const t = useTranslations("Import");
  const words = lines.map((report) => ({
    line: report.line,
    name: nameOf(report) ?? t("dryRun.nameless"),
    outcome: t(`outcomes.${report.outcome}`),
    tone: tones[report.outcome],
    details: <Details report={report} />,
  }));
  return <LineTable nameLabel={t("dryRun.name")} lines={words} />;
}

function nameOf({ name, outcome }: LineReport): string | null {
  if (outcome === "empty") return "–";
  return name === "" ? null : name;
}
