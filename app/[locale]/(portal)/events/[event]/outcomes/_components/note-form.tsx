import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { UserText } from "@/components/organisation/user-text";
import { type HeldMeeting, limits } from "@/domain/outcome/schema";
import { noteAction } from "../actions";

/** A word to oneself, with who may read it: nobody. */
export function NoteForm({ meeting: { id, note, partner }, event }: { meeting: HeldMeeting; event: string }) {
  const t = useTranslations("OutcomeNote");
  const locale = useLocale();
  const label = t("label", { name: partner.name });
  return (
    <div className="space-y-3">
      {note ? (
        <div className="border-l-4 border-line pl-4">
          <p className="text-sm font-semibold text-muted">{t("mine")}</p>
          <p className="whitespace-pre-line wrap-anywhere"><UserText text={note.text} locale={note.locale} /></p>
        </div>
      ) : null}
      <Form action={noteAction} label={label} className={foldedFormClass}>
        <FormDisclosure summary={note ? t("change") : t("add")} label={`${note ? t("change") : t("add")}: ${partner.name}`}>
          <div className="space-y-4">
            {Object.entries({ event, meeting: id, locale }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
            <TextAreaField name="text" label={t("text")} hint={t("hint")} rows={3} maxLength={limits.note} defaultValue={note?.text} isOptional />
            <SubmitButton look="secondary" size="small">{t("save")}</SubmitButton>
          </div>
        </FormDisclosure>
      </Form>
    </div>
  );
}
