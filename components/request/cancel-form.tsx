import { useTranslations } from "next-intl";
import { Form, type FormAction } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import type { MeetingSummary } from "@/domain/meeting/schema";

type Props = { meeting: Pick<MeetingSummary, "id" | "origin" | "partner">; event: string; action: FormAction };

/** The way out of a meeting, folded away; a pairing is declined in the same way. */
export function CancelForm({ meeting, event, action }: Props) {
  const t = useTranslations("MeetingCard");
  const words = meeting.origin === "pairing" ? t("declinePairing") : t("cancel");
  const { name } = meeting.partner;
  const label = meeting.origin === "pairing" ? t("declineLabel", { name }) : t("cancelLabel", { name });
  return (
    <Form action={action} label={label} className={foldedFormClass}>
      <FormDisclosure summary={words} label={label} tone="danger">
        <div className="space-y-4">
          <input type="hidden" name="event" value={event} />
          <input type="hidden" name="id" value={meeting.id} />
          <p>{t("cancelHint")}</p>
          <TextAreaField name="reason" label={t("reason")} isOptional rows={2} maxLength={500} />
          <SubmitButton look="danger">{words}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}
