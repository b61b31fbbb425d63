import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ContactDetails } from "@/components/contact/contact-details";
import { Alert } from "@/components/ui/badge";
import type { AnswerView } from "@/domain/call/schema";
import { Link } from "@/i18n/navigation";
import { withdrawAction } from "../../actions";

/** What came of an accepted answer: a meeting, or how the other side may be reached. */
export function AcceptedPart({ answer, call }: { answer: AnswerView; call: string }) {
  const t = useTranslations("CallPage");
  const { event, contact, ownContact } = answer;
  return (
    <div className="space-y-3">
      {answer.state !== "accepted" ? null : (
        <Alert tone="success" title={t("accepted")}>
          {event ? (
            <p>{t("meets")} <Link href={`/events/${event.slug}/requests`} lang={event.locale} className="underline">{event.title}</Link></p>
          ) : null}
          {event === null && contact ? <div className="mt-2"><ContactDetails of={contact} /></div> : null}
          {event === null && !contact ? <p>{t("contactGone")}</p> : null}
        </Alert>
      )}
      {ownContact ? (
        <div className="space-y-2">
          <p className="text-sm text-muted wrap-anywhere">{t("yours", { details: [ownContact.name, ownContact.email, ownContact.phone].filter(Boolean).join(", ") })}</p>
          <ActionButton action={withdrawAction} fields={{ answer: answer.id, call }} look="danger">{t("withdraw")}</ActionButton>
        </div>
      ) : null}
    </div>
  );
}
