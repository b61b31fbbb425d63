import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { GroupedChoice, type OptionGroup } from "@/components/form/grouped-choice";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { limits } from "@/domain/call/schema";
import { locales } from "@/domain/input";
import { formatLanguage } from "@/i18n/format";
import { postAction } from "../../actions";

type Props = { formKey: string; groups: readonly OptionGroup[]; days: { first: string; last: string; usual: string } };

/** What is looked for, in which fields, and until when. */
export function CallForm({ formKey, groups, days }: Props) {
  const t = useTranslations("CallNew");
  const locale = useLocale();
  return (
    <Form action={postAction} label={t("title")} className="max-w-2xl space-y-6">
      <input type="hidden" name="key" value={formKey} />
      <TextAreaField name="text" label={t("text")} hint={t("textHint")} rows={6} maxLength={limits.text.max} />
      <SelectField name="locale" label={t("language")} defaultValue={locale} options={locales.map((value) => ({ value, label: formatLanguage(value, locale) }))} />
      <GroupedChoice name="fields" label={t("fields")} hint={t("fieldsHint")} groups={groups} most={limits.fields} />
      <TextField name="until" type="date" label={t("until")} hint={t("untilHint", { days: limits.days })} min={days.first} max={days.last} defaultValue={days.usual} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
