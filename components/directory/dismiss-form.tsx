import { useLocale, useTranslations } from "next-intl";
import { ChoiceGroup } from "@/components/form/choice-field";
import { Form, type FormAction } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { dismissalReasons, mostNote } from "@/domain/directory/schema";
import { dismissalFields, type DismissalPlace } from "./dismissal-fields";

type Props = { organisation: { slug: string; name: string }; place: DismissalPlace; action: FormAction };

/** Says that an organisation does not suit, and why; folded away behind three words. */
export function DismissForm({ organisation: { slug, name }, place, action }: Props) {
  const t = useTranslations("Dismissal");
  const tReasons = useTranslations("DismissalReasons");
  const locale = useLocale();
  return (
    <Form action={action} label={t("label", { name })} className={foldedFormClass}>
      <FormDisclosure summary={t("summary")} label={t("label", { name })}>
        <div className="space-y-4">
          {Object.entries({ ...dismissalFields(slug, place), locale }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
          <p>{t("hint", { name })}</p>
          <ChoiceGroup name="reason" label={t("reason")} isSingle options={dismissalReasons.map((value) => ({ value, label: tReasons(value) }))} />
          <TextField name="note" label={t("note")} hint={t("noteHint")} maxLength={mostNote} isOptional />
          <SubmitButton look="secondary" size="small">{t("submit")}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}
