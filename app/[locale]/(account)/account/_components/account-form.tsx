import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { type Locale, locales } from "@/domain/input";
import { saveAccountAction } from "../actions";

/** The own name and the language of mails. */
export function AccountForm({ name, locale }: { name: string | null; locale: Locale }) {
  const t = useTranslations("AccountForm");
  return (
    <Form action={saveAccountAction} label={t("label")}>
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" maxLength={100} defaultValue={name ?? ""} />
      <SelectField
        name="locale"
        label={t("language")}
        hint={t("languageHint")}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
