import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { type AnswerContact, type CallSummary, limits } from "@/domain/call/schema";
import { locales } from "@/domain/input";
import { formatLanguage } from "@/i18n/format";
import { answerAction } from "../../actions";
import { ContactFields } from "./contact-fields";

/** A short offer, with how its author may be reached. */
export function AnswerForm({ call, details }: { call: CallSummary; details: AnswerContact }) {
  const t = useTranslations("CallPage");
  const locale = useLocale();
  return (
    <Form action={answerAction} label={t("answer")} className="max-w-2xl space-y-6">
      <input type="hidden" name="call" value={call.id} />
      <TextAreaField name="text" label={t("offer")} hint={t("offerHint")} rows={5} maxLength={limits.answer.max} />
      <SelectField name="textLocale" label={t("language")} defaultValue={locale} options={locales.map((value) => ({ value, label: formatLanguage(value, locale) }))} />
      <p className="text-muted">{t("answerText", { name: call.organisation.name })}</p>
      <ContactFields details={details} consent={t("answerConsent", { name: call.organisation.name })} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
