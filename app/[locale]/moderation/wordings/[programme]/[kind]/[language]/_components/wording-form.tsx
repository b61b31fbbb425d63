import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { type SavedField, SavedDifferences } from "@/components/form/saved-differences";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { FormPreview } from "@/components/outbox/form-preview";
import { Card } from "@/components/ui/surface";
import type { Wording } from "@/domain/mail/schema";
import { limits, type StoredWording, type WordingKey } from "@/domain/wording/schema";
import { wordingAction } from "../../../../actions";

type Props = { wording: WordingKey; stored: StoredWording | null; standard: Wording };

/** Subject and text; begins with what goes out now. */
export function WordingForm({ wording: { programme, kind, locale }, stored, standard }: Props) {
  const t = useTranslations("WordingPage");
  const now = stored ?? standard;
  const saved = (["subject", "body"] as const).map((name): SavedField => ({ name, label: t(name), values: [now[name]], words: now[name], lang: locale }));
  return (
    <Card>
      {/* Another text has another form: nothing typed for one language is shown in another. */}
      <Form key={`${kind}/${locale}`} action={wordingAction} className="space-y-6" label={t("formLabel")}>
        <SavedDifferences fields={saved} />
        <input type="hidden" name="programme" value={programme} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <SeenField name="seen" value={stored?.revision} />
        <TextField name="subject" label={t("subject")} lang={locale} maxLength={limits.subject} defaultValue={now.subject} />
        <TextAreaField name="body" label={t("body")} hint={t("bodyHint")} lang={locale} rows={16} maxLength={limits.body} defaultValue={now.body} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save">{t("save")}</SubmitButton>
          <SubmitButton name="intent" value="preview" look="secondary">{t("preview")}</SubmitButton>
          <SubmitButton name="intent" value="trial" look="secondary">{t("trial")}</SubmitButton>
        </div>
        <FormPreview />
      </Form>
    </Card>
  );
}
