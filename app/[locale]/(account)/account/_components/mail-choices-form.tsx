import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { chosenMails, type MailChoices, mailOptions } from "@/domain/mail/schema";
import { saveMailChoicesAction } from "../actions";

/** Which of the mails that are not urgent, or not necessary, somebody wants and how, and which are always sent. */
export function MailChoicesForm({ choices }: { choices: MailChoices }) {
  const t = useTranslations("MailChoices");
  const tKind = useTranslations("MailKinds");
  return (
    <Form action={saveMailChoicesAction} label={t("title")}>
      {chosenMails.map((kind) => (
        <SelectField
          key={kind}
          name={kind}
          label={tKind(kind)}
          hint={t(`hint.${kind}`)}
          defaultValue={choices[kind]}
          options={mailOptions[kind].map((delivery) => ({ value: delivery, label: t(kind === "digest" && delivery === "now" ? "digestNow" : delivery) }))}
        />
      ))}
      <p className="text-muted">{t("necessary")}</p>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
