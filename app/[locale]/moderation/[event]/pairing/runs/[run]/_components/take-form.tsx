import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { locales } from "@/domain/input";
import type { PairingView } from "@/domain/pairing/queries/get-pairings";
import { formatLanguage } from "@/i18n/format";
import { takePairingsAction } from "../actions";
import { ProposalTable } from "./proposal-table";

/** The proposals to choose from, and what both sides read of each meeting. */
export function TakeForm({ view: { event, run, proposals, counts } }: { view: PairingView }) {
  const t = useTranslations("PairingRun");
  const pairing = useTranslations("PairingPage");
  const locale = useLocale();
  return (
    <Form action={takePairingsAction} label={t("proposals")}>
      <input type="hidden" name="event" value={event.slug} />
      <input type="hidden" name="run" value={run.id} />
      <ProposalTable proposals={proposals} slug={event.slug} isOpen />
      <div className="grid items-start gap-5 md:grid-cols-[2fr_1fr]">
        <TextField name="subject" label={pairing("subject")} hint={pairing("subjectHint")} maxLength={200} defaultValue={t("subject")} />
        <SelectField name="subjectLocale" label={pairing("subjectLocale")} options={locales.map((code) => ({ value: code, label: formatLanguage(code, locale) }))} defaultValue={locale} />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <SubmitButton name="scope" value="chosen">{t("takeChosen")}</SubmitButton>
        <SubmitButton name="scope" value="all" look="secondary">{t("takeAll", { count: counts.open })}</SubmitButton>
      </div>
      <p className="text-sm text-muted">{t("takeHint")}</p>
    </Form>
  );
}
