import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/badge";
import { Card } from "@/components/ui/surface";
import { locales } from "@/domain/input";
import type { PairSide, PairView } from "@/domain/schedule/queries/get-pairing";
import { formatLanguage, formatLanguages } from "@/i18n/format";
import { pairAction } from "../actions";

/** Arranges the meeting, or says what forbids it. */
export function PairForm({ pair: { left, right, weight }, slug }: { pair: PairView; slug: string }) {
  const t = useTranslations("PairingPage");
  const locale = useLocale();
  if (weight.obstacle) return <Alert tone="warning">{t(`obstacle.${weight.obstacle}`)}</Alert>;
  return (
    <Card className="max-w-3xl">
      <h2 className="mb-5 text-2xl font-bold">{t("pairTitle")}</h2>
      <Form action={pairAction} label={t("pairTitle")}>
        <input type="hidden" name="event" value={slug} />
        <input type="hidden" name="left" value={left.card.slug} />
        <input type="hidden" name="right" value={right.card.slug} />
        <PersonChoice name="leftPerson" side={left} />
        <PersonChoice name="rightPerson" side={right} />
        <TextField name="subject" label={t("subject")} hint={t("subjectHint")} maxLength={200} />
        <SelectField
          name="subjectLocale"
          label={t("subjectLocale")}
          options={locales.map((code) => ({ value: code, label: formatLanguage(code, locale) }))}
          defaultValue={locale}
        />
        <SubmitButton>{t("submit")}</SubmitButton>
      </Form>
    </Card>
  );
}

/** Who speaks for the organisation; nobody has to choose where only one person takes part. */
function PersonChoice({ name, side: { card, persons } }: { name: string; side: PairSide }) {
  const t = useTranslations("PairingPage");
  const locale = useLocale();
  if (persons.length < 2) return null;
  const options = persons.map((person) => ({ value: person.id, label: `${person.personName} (${formatLanguages(person.languages, locale)})` }));
  return <SelectField name={name} label={t("leftPerson", { name: card.name })} options={options} />;
}
