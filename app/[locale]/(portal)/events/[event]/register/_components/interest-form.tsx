import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/surface";
import { interestAction } from "../actions";

/** For everybody: be told by mail when the form opens. */
export function InterestForm({ event, email }: { event: string; email?: string | undefined }) {
  const t = useTranslations("Interest");
  const locale = useLocale();
  return (
    <Card>
      <h2 className="text-2xl font-bold">{t("title")}</h2>
      <p className="mt-2 mb-5 text-lg text-muted">{t("intro")}</p>
      <Form action={interestAction} className="space-y-5">
        <input type="hidden" name="event" value={event} />
        <input type="hidden" name="locale" value={locale} />
        <TextField name="email" type="email" autoComplete="email" label={t("email")} hint={t("emailHint")} defaultValue={email} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </Form>
    </Card>
  );
}
