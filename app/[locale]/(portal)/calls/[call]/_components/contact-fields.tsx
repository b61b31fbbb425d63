import { useLocale, useTranslations } from "next-intl";
import { CheckboxField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { type AnswerContact, limits } from "@/domain/call/schema";

/** How somebody may be reached, and the consent to show it. */
export function ContactFields({ details, consent }: { details: AnswerContact; consent: string }) {
  const t = useTranslations("ContactExchange");
  const tCall = useTranslations("CallPage");
  const locale = useLocale();
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={limits.name} defaultValue={details.name} />
      <TextField name="email" type="email" label={t("email")} autoComplete="email" defaultValue={details.email} />
      <TextField name="phone" type="tel" label={t("phone")} autoComplete="tel" maxLength={limits.phone} isOptional />
      <CheckboxField name="consent" label={consent} hint={tCall("consentHint")} />
    </>
  );
}
