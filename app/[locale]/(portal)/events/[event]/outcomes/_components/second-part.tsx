import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Form } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import type { InsideEvent } from "@/domain/event/schema";
import type { HeldMeeting } from "@/domain/outcome/schema";
import { formatDay, formatTime, formatZone } from "@/i18n/format";
import { confirmAction, proposeAction, wishAction } from "../actions";

type Props = { meeting: HeldMeeting; event: InsideEvent; wishesAgain: boolean };

/** The wish to meet again, and what has been agreed since. */
export function SecondPart({ meeting, event, wishesAgain }: Props) {
  const t = useTranslations("SecondMeeting");
  const { id, second, partner } = meeting;
  const fields = { event: event.slug, meeting: id };
  const wish = wishesAgain ? "unwish" : "wish";
  const step = second ? "callOff" : wish;
  return (
    <section aria-label={t("label", { name: partner.name })} className="space-y-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-bold">{t("title")}</h3>
        {second ? <Badge tone="success">{t("agreed")}</Badge> : null}
      </div>
      {second ? <Time meeting={meeting} event={event} /> : <p className="text-muted">{wishesAgain ? t("wishedText", { name: partner.name }) : t("text", { name: partner.name })}</p>}
      <div className="flex flex-wrap items-start gap-3">
        {second ? <ProposeForm meeting={meeting} event={event} /> : null}
        <ActionButton action={wishAction} fields={{ ...fields, wish: wishesAgain ? "no" : "yes" }} label={t(`${step}Label`, { name: partner.name })} look={second ? "danger" : "secondary"}>
          {t(step)}
        </ActionButton>
      </div>
    </section>
  );
}

function Time({ meeting: { id, second, partner }, event }: Omit<Props, "wishesAgain">) {
  const t = useTranslations("SecondMeeting");
  const locale = useLocale();
  const time = second?.time;
  if (!time) return <p>{t("noTime")}</p>;
  const { startsAt, isOwn, isConfirmed } = time;
  const when = { day: formatDay(startsAt, locale, event.timeZone), time: formatTime(startsAt, locale, event.timeZone), zone: formatZone(startsAt, locale, event.timeZone) };
  const name = partner.name;
  return (
    <div className="space-y-3">
      <p>{isConfirmed ? t("confirmed", when) : t(isOwn ? "proposedByYou" : "proposed", { ...when, name })}</p>
      {isConfirmed || isOwn ? null : (
        <ActionButton action={confirmAction} fields={{ event: event.slug, meeting: id, seen: startsAt.toISOString() }} look="primary" label={t("confirmLabel", { name })}>
          {t("confirm")}
        </ActionButton>
      )}
    </div>
  );
}

function ProposeForm({ meeting: { id, second, partner }, event }: Omit<Props, "wishesAgain">) {
  const t = useTranslations("SecondMeeting");
  const locale = useLocale();
  const words = t(second?.time ? "proposeOther" : "propose");
  return (
    <Form action={proposeAction} label={t("proposeLabel", { name: partner.name })} className={foldedFormClass}>
      <FormDisclosure summary={words} label={`${words}: ${partner.name}`}>
        <div className="space-y-4">
          {Object.entries({ event: event.slug, meeting: id }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
          <TextField name="startsAt" type="datetime-local" label={t("startsAt")} hint={t("startsAtHint", { zone: formatZone(event.startsAt, locale, event.timeZone) })} />
          <SubmitButton look="secondary" size="small">{t("submit")}</SubmitButton>
        </div>
      </FormDisclosure>
    </Form>
  );
}
