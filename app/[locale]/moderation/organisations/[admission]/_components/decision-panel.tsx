import { useTranslations } from "next-intl";
import { Draft } from "@/components/form/draft";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { Card } from "@/components/ui/surface";
import { canDecide } from "@/domain/admission/rules";
import { type AdmissionState, decisions } from "@/domain/admission/schema";
import { decideAction } from "../../actions";

const looks = { approved: "primary", returned: "secondary", refused: "danger" } as const;

/** Where the organisation stands, and what can be decided. */
export function DecisionPanel({ admission, user }: { admission: { id: string; state: AdmissionState; reason: string | null }; user: string }) {
  const t = useTranslations("ModerationOrganisation");
  const tState = useTranslations("ModerationOrganisations");
  const { id, state, reason } = admission;
  return (
    <Card>
      <h2 className="mb-4 text-2xl font-bold">{t(state === "pending" ? "decision" : "change")}</h2>
      {state === "pending" ? null : <p className="mb-4 font-semibold">{t("now", { state: tState(`state.${state}`) })}</p>}
      {reason ? (
        <div className="mb-4">
          <p>{t("earlierReason")}</p>
          <blockquote className="mt-1 border-l-4 border-line-strong pl-3 whitespace-pre-line">{reason}</blockquote>
        </div>
      ) : null}
      <Form action={decideAction}>
        <Draft user={user} form={`admission-${id}`} />
        <input type="hidden" name="admission" value={id} />
        <input type="hidden" name="seen" value={state} />
        <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} maxLength={1000} isOptional />
        <div className="flex flex-wrap gap-3">
          {decisions.filter((decision) => canDecide(state, decision)).map((decision) => (
            <SubmitButton key={decision} name="decision" value={decision} look={looks[decision]}>{t(decision)}</SubmitButton>
          ))}
        </div>
      </Form>
    </Card>
  );
}
