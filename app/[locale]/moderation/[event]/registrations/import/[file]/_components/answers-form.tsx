import { useLocale, useTranslations } from "next-intl";
import { ChoiceBox } from "@/components/form/choice-box";
import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { LineTable, PointList } from "@/components/import/line-table";
import type { Tone } from "@/components/ui/badge";
import type { AnswerDefect, AnswerOutcome, AnswerReport } from "@/domain/intake/schema";
import { formatList } from "@/i18n/format";
import { confirmIntakeAction } from "../../actions";

const tones: Record<AnswerOutcome, Tone> = {
  register: "success",
  ask: "warning",
  registered: "neutral",
  ended: "neutral",
  unknown: "warning",
  duplicate: "warning",
  defect: "danger",
  empty: "neutral",
};

function useDefectPoint() {
  const t = useTranslations("IntakePage");
  const tDefect = useTranslations("Import.defects");
  return ({ code, field, value, limit }: AnswerDefect) => {
    const text = code === "no_consent" || code === "unknown_language" ? t(`defects.${code}`, { value }) : tDefect(code, { value, limit });
    return { column: field ? t(`fields.${field}`) : null, text };
  };
}

function Explanation({ report }: { report: AnswerReport }) {
  const t = useTranslations("IntakePage.explain");
  switch (report.outcome) {
    case "register":
      return t(report.isInvited ? "invite" : "register");
    case "duplicate":
      return t("duplicate", { line: report.of });
    case "unknown":
      return t("unknown", { organisation: report.organisation });
    default:
      return t(report.outcome);
  }
}

function Details({ report }: { report: AnswerReport }) {
  const t = useTranslations("IntakePage");
  const locale = useLocale();
  const toPoint = useDefectPoint();
  return (
    <>
      {report.email ? <p className="break-all text-muted">{report.email}</p> : null}
      {report.outcome === "register" || report.outcome === "ask" ? (
        <>
          <p className="font-semibold">{report.organisation}</p>
          <p>{t("consents", { list: formatList(report.purposes.map((purpose) => t(`purposes.${purpose}`)), locale) })}</p>
        </>
      ) : null}
      {report.outcome === "defect" ? <PointList points={report.defects.map(toPoint)} /> : null}
      <p className="text-muted"><Explanation report={report} /></p>
      {report.outcome === "ask" ? <ChoiceBox name="take" value={String(report.line)}>{t("take", { name: report.name })}</ChoiceBox> : null}
    </>
  );
}

/** What each line would become, and the statement without which nobody is registered. */
export function AnswersForm({ event, file, lines }: { event: string; file: string; lines: AnswerReport[] }) {
  const t = useTranslations("IntakePage");
  const count = lines.filter(({ outcome }) => outcome === "register").length;
  const isAsking = lines.some(({ outcome }) => outcome === "ask");
  const words = lines.map((report) => ({
    line: report.line,
    name: report.name || "–",
    outcome: t(`outcomes.${report.outcome}`),
    tone: tones[report.outcome],
    details: <Details report={report} />,
  }));
  return (
    <Form action={confirmIntakeAction} label={t("linesTitle")}>
      <input type="hidden" name="event" value={event} />
      <input type="hidden" name="file" value={file} />
      <LineTable nameLabel={t("person")} lines={words} />
      {count > 0 || isAsking ? (
        <>
          <div className="max-w-3xl"><CheckboxField name="stated" label={t("stated")} hint={t("statedHint")} /></div>
          <SubmitButton>{t("confirm", { count })}</SubmitButton>
        </>
      ) : <p>{t("nothing")}</p>}
    </Form>
  );
}
