import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { limits } from "@/domain/call/schema";
import { reportAction } from "../../actions";

/** Tells the programme's staff what is wrong with a call. */
export function ReportForm({ call, name }: { call: string; name: string }) {
  const t = useTranslations("CallPage");
  const tReport = useTranslations("SafetyPanel");
  return (
    <Form action={reportAction} label={t("report", { name })} className={foldedFormClass}>
      <FormDisclosure summary={t("report", { name })}>
        <div className="max-w-prose space-y-4">
          <input type="hidden" name="call" value={call} />
          <TextAreaField name="text" label={tReport("reportText")} hint={t("reportHint")} rows={4} maxLength={limits.report.max} />
          <SubmitButton look="secondary" size="small">{tReport("reportSubmit")}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}
