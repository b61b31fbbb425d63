import { useLocale, useTranslations } from "next-intl";
import { ChoiceGroup, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { type CooperationDraft, stages, subjectLimits } from "@/domain/cooperation/schema";
import { locales } from "@/domain/input";
import { formatLanguage } from "@/i18n/format";
import { noteAction } from "../../actions";

type Props = { draft: CooperationDraft; meeting: string | undefined; formKey: string };

/** Notes a cooperation: with whom, about what, and how far it is. */
export function CooperationForm({ draft: { partner, partners, subject, subjectLocale }, meeting, formKey }: Props) {
  const t = useTranslations("CooperationNew");
  const tStages = useTranslations("CooperationStages");
  const locale = useLocale();
  return (
    <Form action={noteAction} label={t("title")} className="max-w-2xl space-y-6">
      <input type="hidden" name="key" value={formKey} />
      {meeting ? <input type="hidden" name="meeting" value={meeting} /> : null}
      {partner ? <p className="text-lg">{t("with", { name: partner.name })}</p> : (
        <SelectField name="organisation" label={t("organisation")} emptyLabel={t("choose")} options={partners.map(({ slug, name }) => ({ value: slug, label: name }))} />
      )}
      <TextField name="subject" label={t("subject")} hint={t("subjectHint")} maxLength={subjectLimits.max} defaultValue={subject} />
      <SelectField name="subjectLocale" label={t("language")} defaultValue={subjectLocale ?? locale} options={locales.map((value) => ({ value, label: formatLanguage(value, locale) }))} />
      <ChoiceGroup name="stage" label={t("stage")} isSingle defaultValue={["idea"]} options={stages.map((value) => ({ value, label: tStages(value), hint: t(`hints.${value}`) }))} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
