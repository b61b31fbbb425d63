import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChoiceGroup, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { leastChoices, mostChoices, reaches } from "@/domain/pairing/schema";
import { startPairingAction } from "../actions";

/** How many meetings everybody should have, and with whom. */
export function StartForm({ slug }: { slug: string }) {
  const t = useTranslations("SuggestPairings");
  const options = (choices: readonly number[]) => choices.map((count) => ({ value: String(count), label: t("meetings", { count }) }));
  return (
    <Form action={startPairingAction} label={t("title")}>
      <input type="hidden" name="event" value={slug} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField name="least" label={t("least")} defaultValue="3" options={options(leastChoices)} />
        <SelectField name="most" label={t("most")} defaultValue="6" options={options(mostChoices)} />
      </div>
      <ChoiceGroup name="reach" label={t("reach")} isSingle defaultValue={["across"]} options={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))} />
      <SubmitButton><Sparkles aria-hidden="true" className="size-5" />{t("submit")}</SubmitButton>
      <p className="text-sm text-muted">{t("hint")}</p>
    </Form>
  );
}
