import { useLocale, useTranslations } from "next-intl";
import { ContactFields } from "@/components/contact/contact-fields";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { type CallSummary, limits } from "@/domain/call/schema";
import { locales } from "@/domain/input";
import type { ContactDetails } from "@/domain/outcome/schema";
import { formatLanguage } from "@/i18n/format";
import { answerAction } from "../../actions";

/** A short offer, with how its author may be reached. */
export function AnswerForm({ call, details }: { call: CallSummary; details: ContactDetails }) {
  const t = useTranslations("CallPage");
  const locale = useLocale();
  return (
    <Form action={answerAction} label={t("answer")} className="max-w-2xl space-y-6">
      <input type="hidden" name="call" value={call.id} />
      <TextAreaField name="text" label={t("offer")} hint={t("offerHint")} rows={5} maxLength={limits.answer.max} />
      <SelectField name="textLocale" label={t("language")} defaultValue={locale} options={locales.map((value) => ({ value, label: formatLanguage(value, locale) }))} />
      <p className="text-muted">{t("answerText", { name: call.organisation.name })}</p>
      <ContactFields details={details} consent={{ label: t("answerConsent", { name: call.organisation.name }), hint: t("consentHint") }} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
