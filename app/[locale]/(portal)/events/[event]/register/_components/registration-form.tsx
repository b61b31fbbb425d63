import { useLocale, useTranslations } from "next-intl";
import { CheckboxField, ChoiceGroup, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { spokenLanguages } from "@/domain/input";
import { type EligibleOrganisation, limits, purposes, type RegistrationView } from "@/domain/registration/schema";
import { formatDay, formatLanguage, formatShortDay, formatTimes, formatZone } from "@/i18n/format";
import { changeAction, registerAction } from "../actions";

type Mode = "register" | "wait" | "change";
type Props = { view: Pick<RegistrationView, "event" | "slots" | "organisations" | "prefill">; mode: Mode };

/** What a person says when registering for an event, or changes later. */
export function RegistrationForm({ view, mode }: Props) {
  const t = useTranslations("RegistrationForm");
  const locale = useLocale();
  const { event, prefill } = view;
  return (
    <Form action={mode === "change" ? changeAction : registerAction} className="space-y-8">
      <input type="hidden" name="event" value={event.slug} />
      <input type="hidden" name="locale" value={locale} />
      {mode === "change" ? null : <OrganisationChoice organisations={view.organisations} />}
      <TextField name="personName" label={t("personName")} autoComplete="name" maxLength={limits.personName} defaultValue={prefill.personName} />
      <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} autoComplete="email" defaultValue={prefill.email} />
      <ChoiceGroup
        name="languages"
        label={t("languages")}
        hint={t("languagesHint")}
        columns
        options={spokenLanguages.map((language) => ({ value: language, label: formatLanguage(language, locale) }))}
        defaultValue={prefill.languages}
      />
      <CheckboxField name="interpreterNeeded" label={t("interpreter")} hint={t("interpreterHint")} defaultChecked={prefill.interpreterNeeded} />
      <SlotChoice view={view} />
      <TextAreaField name="hopes" label={t("hopes")} hint={t("hopesHint")} isOptional maxLength={limits.hopes} defaultValue={prefill.hopes ?? undefined} />
      <Consents given={prefill.purposes} />
      <SubmitButton>{t(`submit.${mode}`)}</SubmitButton>
    </Form>
  );
}

function OrganisationChoice({ organisations }: { organisations: EligibleOrganisation[] }) {
  const t = useTranslations("RegistrationForm");
  const [only, ...others] = organisations;
  if (!only) return null;
  if (others.length > 0) {
    const options = organisations.map(({ id, name }) => ({ value: id, label: name }));
    return <SelectField name="organisation" label={t("organisation")} options={options} emptyLabel={t("choose")} />;
  }
  return (
    <div>
      <p className="font-semibold">{t("organisation")}</p>
      <p className="text-lg">{only.name}</p>
      <input type="hidden" name="organisation" value={only.id} />
    </div>
  );
}

function SlotChoice({ view: { event, slots, prefill } }: { view: Props["view"] }) {
  const t = useTranslations("RegistrationForm");
  const locale = useLocale();
  if (slots.length === 0) return null;
  const { timeZone } = event;
  return (
    <ChoiceGroup
      name="slots"
      label={t("slots", { day: formatDay(event.startsAt, locale, timeZone) })}
      hint={t("slotsHint", { zone: formatZone(event.startsAt, locale, timeZone) })}
      columns
      options={slots.map((slot) => ({
        value: slot.id,
        label: `${formatShortDay(slot.startsAt, locale, timeZone)}, ${formatTimes(slot.startsAt, slot.endsAt, locale, timeZone)}`,
      }))}
      defaultValue={prefill.slotIds}
    />
  );
}

function Consents({ given }: { given: readonly string[] }) {
  const t = useTranslations("Consents");
  return (
    <fieldset className="space-y-3 rounded-2xl bg-sunken p-5">
      <legend className="float-left mb-2 font-semibold">{t("title")}</legend>
      <p className="clear-both text-muted">{t("intro")}</p>
      {purposes.map((purpose) => (
        <CheckboxField key={purpose} name={purpose} label={t(`${purpose}.text`)} hint={t(`${purpose}.hint`)} defaultChecked={given.includes(purpose)} />
      ))}
    </fieldset>
  );
}
