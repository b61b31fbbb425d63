import { useTranslations } from "next-intl";
import { ChoiceGroup } from "@/components/form/choice-field";
import { Form, type FormAction } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { declineChoices, limits } from "@/domain/request/schema";

type Props = {
  action: FormAction;
  event: string;
  id: string;
  /** What folds the form out, and its accessible name where the words repeat on the page. */
  summary: string;
  label?: string;
};

/** Declining with a ready-made reason, own words, or both; folded away behind one word. */
export function DeclineForm({ action, event, id, summary, label = summary }: Props) {
  const t = useTranslations("DeclineForm");
  const tReasons = useTranslations("DeclineReasons");
  return (
    <Form action={action} label={label} className={foldedFormClass}>
      <FormDisclosure summary={summary} label={label} tone="danger">
        <div className="space-y-4">
          <input type="hidden" name="event" value={event} />
          <input type="hidden" name="id" value={id} />
          <ChoiceGroup
            name="code"
            label={t("reason")}
            hint={t("hint")}
            isSingle
            options={declineChoices.map((code) => ({ value: code, label: tReasons(code) }))}
          />
          <TextAreaField name="text" label={t("text")} hint={t("textHint")} isOptional rows={3} maxLength={limits.reason} />
          <SubmitButton look="danger">{t("submit")}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}
