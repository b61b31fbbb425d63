import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Form, type FormAction } from "@/components/form/form";
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
    <Disclosure summary={t("title", { name })}>
      <div className="grid gap-8 md:grid-cols-2">
        <section className="space-y-3">
          <h3 className="text-lg font-bold">{t("blockTitle")}</h3>
          <p>{isBlocked ? t("blockedText", { name }) : t("blockText", { name })}</p>
          {isBlocked ? (
            <ActionButton action={actions.unblock} fields={fields}>{t("unblock")}</ActionButton>
          ) : (
            <ActionButton action={actions.block} fields={fields} look="danger">{t("block", { name })}</ActionButton>
          )}
        </section>
        <section className="space-y-3">
          <h3 className="text-lg font-bold">{t("reportTitle")}</h3>
          <Form action={actions.report} label={t("reportTitle")} className="space-y-4">
            {Object.entries({ ...fields, key: reportKey }).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
            <TextAreaField name="text" label={t("reportText")} hint={t("reportHint")} rows={4} maxLength={reportLimits.max} />
            <SubmitButton look="secondary" size="small">{t("report")}</SubmitButton>
          </Form>
        </section>
      </div>
    </Disclosure>
  );
}
