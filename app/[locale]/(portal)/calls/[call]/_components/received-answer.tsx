import { useTranslations } from "next-intl";
import { ContactFields } from "@/components/contact/contact-fields";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { UserText } from "@/components/organisation/user-text";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/surface";
import type { AnswerView } from "@/domain/call/schema";
import type { ContactDetails } from "@/domain/outcome/schema";
import { Link } from "@/i18n/navigation";
import { acceptAction, declineAction, meetAction } from "../../actions";
import { AcceptedPart } from "./accepted-part";

type Props = { answer: AnswerView; call: string; details: ContactDetails };

/** An answer to the own call: yes makes it a meeting, or shows both sides how to reach each other. */
export function ReceivedAnswer({ answer, call, details }: Props) {
  const t = useTranslations("CallPage");
  const { organisation, state } = answer;
  return (
    <Card className="space-y-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="mr-auto text-xl font-bold wrap-anywhere"><Link href={`/partners/${organisation.slug}`} prefetch={false} className="underline">{organisation.name}</Link></h3>
        {state === "declined" ? <Badge>{t("declinedBadge")}</Badge> : null}
      </div>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere"><UserText text={answer.text} locale={answer.locale} /></p>
      {state === "open" ? <Decide answer={answer} call={call} details={details} /> : <AcceptedPart answer={answer} call={call} />}
    </Card>
  );
}

function Decide({ answer: { id, organisation, next }, call, details }: Props) {
  const t = useTranslations("CallPage");
  const { name } = organisation;
  const fields = { answer: id, call };
  const label = t("acceptLabel", { name });
  return (
    <div className="space-y-3">
      <p className="text-muted">
        {next ? t("nextEvent") : t("noEvent", { name })} {next ? <Link href={`/events/${next.slug}`} lang={next.locale} className="underline">{next.title}</Link> : null}
      </p>
      <div className="flex flex-wrap items-start gap-3">
        {next ? <ActionButton action={meetAction} fields={fields} look="primary" label={label}>{t("accept")}</ActionButton> : (
          <Form action={acceptAction} label={label} className={foldedFormClass}>
            <FormDisclosure summary={t("accept")} label={label}>
              <div className="max-w-2xl space-y-4">
                {Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
                <ContactFields details={details} consent={{ label: t("acceptConsent", { name }), hint: t("consentHint") }} />
                <SubmitButton size="small">{t("acceptSubmit")}</SubmitButton>
              </div>
            </FormDisclosure>
          </Form>
        )}
        <ActionButton action={declineAction} fields={fields} label={t("declineLabel", { name })}>{t("decline")}</ActionButton>
      </div>
    </div>
  );
}
