import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Form, type FormAction } from "@/components/form/form";
import { FormDisclosure, foldedFormClass } from "@/components/form/form-disclosure";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField } from "@/components/form/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { reportLimits } from "@/domain/safety/schema";

type Props = {
  event: string;
  partner: { slug: string; name: string };
  isBlocked: boolean;
  /** Made with the page: the same report sent twice is one. */
  reportKey: string;
  actions: { block: FormAction; unblock: FormAction; report: FormAction };
};

/** The way out of an unwelcome contact: block the organisation, or tell the moderators. */
export function SafetyPanel({ event, partner, isBlocked, reportKey, actions }: Props) {
  const t = useTranslations("SafetyPanel");
  const name = partner.name;
  const fields = { event, organisation: partner.slug };
  return (
    <section aria-label={t("title", { name })} className="flex flex-wrap items-start gap-3">
      <Disclosure summary={isBlocked ? t("unblock") : t("block", { name })}>
        <div className="max-w-prose space-y-4">
          <p>{isBlocked ? t("blockedText", { name }) : t("blockText", { name })}</p>
          {isBlocked ? (
            <ActionButton action={actions.unblock} fields={fields}>{t("unblock")}</ActionButton>
          ) : (
            <ActionButton action={actions.block} fields={fields} look="danger">{t("blockSubmit")}</ActionButton>
          )}
        </div>
      </Disclosure>
      <Form action={actions.report} label={t("report", { name })} className={foldedFormClass}>
        <FormDisclosure summary={t("report", { name })}>
          <div className="max-w-prose space-y-4">
            {Object.entries({ ...fields, key: reportKey }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
            <TextAreaField name="text" label={t("reportText")} hint={t("reportHint")} rows={4} maxLength={reportLimits.max} />
            <SubmitButton look="secondary" size="small">{t("reportSubmit")}</SubmitButton>
          </div>
        </FormDisclosure>
      </Form>
    </section>
  );
}
