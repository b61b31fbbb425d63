import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { optionalMails, deliveries, type MailChoices } from "@/domain/mail/schema";
import { saveMailChoicesAction } from "../actions";

/** Which of the mails that are not necessary somebody wants, and which are always sent. */
export function MailChoicesForm({ choices }: { choices: MailChoices }) {
  const t = useTranslations("MailChoices");
  const tKind = useTranslations("MailKinds");
  const options = deliveries.map((delivery) => ({ value: delivery, label: t(delivery) }));
  return (
    <Form action={saveMailChoicesAction} label={t("title")}>
      {optionalMails.map((kind) => <SelectField key={kind} name={kind} label={tKind(kind)} hint={t(`hint.${kind}`)} defaultValue={choices[kind]} options={options} />)}
      <p className="text-muted">{t("necessary")}</p>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
