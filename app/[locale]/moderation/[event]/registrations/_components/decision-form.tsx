import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { decisionsFor } from "@/domain/registration/rules";
import { limits, type RegistrationRow } from "@/domain/registration/schema";
import { decideAction } from "../actions";

const looks = { approve: "primary", return: "secondary", refuse: "danger" } as const;

/** What a moderator can decide about one registration, with the reason that the person reads. */
export function DecisionForm({ event, row }: { event: string; row: RegistrationRow }) {
  const t = useTranslations("RegistrationQueue");
  const decisions = decisionsFor(row.state).filter((decision) => decision !== "approve" || row.organisation.isAdmitted);
  const name = row.personName;
  return (
    <Form action={decideAction} className="space-y-4" label={t("decideLabel", { name })}>
      <input type="hidden" name="event" value={event} />
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="seen" value={row.state} />
      <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} isOptional rows={2} maxLength={limits.reason} />
      <div className="flex flex-wrap gap-2">
        {decisions.map((decision) => (
          <SubmitButton key={decision} name="decision" value={decision} look={looks[decision]} size="small" aria-label={t(`decisionLabels.${decision}`, { name })}>
            {t(`decisions.${decision}`)}
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}
