import { useLocale, useTranslations } from "next-intl";
import { CheckboxField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { type ContactDetails, limits } from "@/domain/outcome/schema";

type Props = {
  details: ContactDetails;
  consent: { label: string; hint: string; isGiven?: boolean };
};

/** How somebody may be reached, and the consent to show it. */
export function ContactFields({ details, consent: { label, hint, isGiven = false } }: Props) {
  const t = useTranslations("ContactExchange");
  const locale = useLocale();
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={limits.name} defaultValue={details.name} />
      <TextField name="email" type="email" label={t("email")} autoComplete="email" defaultValue={details.email} />
      <TextField name="phone" type="tel" label={t("phone")} autoComplete="tel" maxLength={limits.phone} defaultValue={details.phone ?? undefined} isOptional />
      <CheckboxField name="consent" label={label} hint={hint} defaultChecked={isGiven} />
    </>
  );
}
