import { useTranslations } from "next-intl";
import { ContactDetails } from "@/components/contact/contact-details";
import { ContactFields } from "@/components/contact/contact-fields";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import type { ContactDetails as Details, HeldMeeting } from "@/domain/outcome/schema";
import { shareAction, withdrawAction } from "../actions";

type Props = { meeting: HeldMeeting; event: string; details: Details };

/** Contact details: nothing is shown before both sides have shared theirs. */
export function ContactPart({ meeting, event, details }: Props) {
  const t = useTranslations("ContactExchange");
  const { id, partner, contact: { own, isOffered, partner: theirs } } = meeting;
  const { name } = partner;
  const others = isOffered ? "offered" : "none";
  return (
    <section aria-label={t("label", { name })} className="space-y-3 border-t border-line pt-4">
      <h3 className="font-bold">{t("title")}</h3>
      {theirs ? <ContactDetails of={theirs} /> : <p className="text-muted">{t(own ? "waiting" : others, { name })}</p>}
      {own ? <p className="text-sm text-muted wrap-anywhere">{t("yours", { details: [own.name, own.email, own.phone].filter(Boolean).join(", ") })}</p> : null}
      <div className="flex flex-wrap items-start gap-3">
        <ShareForm meeting={meeting} event={event} details={own ?? details} />
        {own ? <ActionButton action={withdrawAction} fields={{ event, meeting: id }} look="danger" label={t("withdrawLabel", { name })}>{t("withdraw")}</ActionButton> : null}
      </div>
    </section>
  );
}

function ShareForm({ meeting: { id, partner, contact }, event, details }: Props) {
  const t = useTranslations("ContactExchange");
  const label = t("shareLabel", { name: partner.name });
  const words = t(contact.own ? "change" : "share");
  return (
    <Form action={shareAction} label={label} className={foldedFormClass}>
      <FormDisclosure summary={words} label={`${words}: ${partner.name}`}>
        <div className="space-y-4">
          {Object.entries({ event, meeting: id }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
          <ContactFields details={details} consent={{ label: t("consent", { name: partner.name }), hint: t("consentHint"), isGiven: contact.own !== null }} />
          <SubmitButton look="secondary" size="small">{contact.own ? t("saveChange") : t("submit")}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}
