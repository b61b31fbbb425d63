import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChoiceGroup, SelectField } from "@/components/form/choice-field";
import { Draft } from "@/components/form/draft";
import { Form } from "@/components/form/form";
import { GroupedChoice } from "@/components/form/grouped-choice";
import { GroupedSelect } from "@/components/form/grouped-select";
import { SavedDifferences } from "@/components/form/saved-differences";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { fieldGroupOptions } from "@/components/organisation/field-groups";
import { placeGroups, regionGroups } from "@/components/organisation/region-groups";
import { Card } from "@/components/ui/surface";
import { locales, spokenLanguages, type Locale } from "@/domain/input";
import { limits, organisationSizes, organisationTypes } from "@/domain/organisation/schema";
import { formatLanguage } from "@/i18n/format";
import type { OwnOrganisation } from "../../_components/own-organisation";
import { editProfileAction } from "../actions";
import { savedFields } from "./saved-fields";

const descriptionNames: Record<Locale, string> = { en: "descriptionEn", de: "descriptionDe", pl: "descriptionPl" };

/** The whole profile but offers, needs and the logo. */
export async function ProfileForm({ own }: { own: OwnOrganisation }) {
  const { profile, version, programme, userId } = own;
  return (
    <Form action={editProfileAction} className="space-y-8">
      <Draft user={userId} form={`profile-${profile.id}`} version={version} />
      <SavedDifferences fields={await savedFields(profile)} />
      <input type="hidden" name="organisation" value={profile.slug} />
      <SeenField name="version" value={version} />
      <Basics profile={profile} regions={programme.regions} />
      <Descriptions profile={profile} />
      <Activity profile={profile} />
      <WishedPartners profile={profile} regions={programme.regions} />
      <Facts profile={profile} />
      <Contact profile={profile} />
      <Save />
    </Form>
  );
}

type Part = { profile: OwnOrganisation["profile"] };

function Sheet({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card id={id}>
      <h2 className="mb-4 text-2xl font-bold">{title}</h2>
      <div className="space-y-6">{children}</div>
    </Card>
  );
}

async function Save() {
  const t = await getTranslations("OrganisationEdit");
  return <SubmitButton>{t("save")}</SubmitButton>;
}

async function Basics({ profile, regions }: Part & { regions: readonly string[] }) {
  const [t, tNew, tType] = [await getTranslations("OrganisationEdit"), await getTranslations("OrganisationNew"), await getTranslations("OrganisationType")];
  return (
    <Sheet id="basics" title={t("basics")}>
      <TextField name="name" label={tNew("name")} defaultValue={profile.name} maxLength={200} />
      <SelectField name="type" label={tNew("type")} options={organisationTypes.map((value) => ({ value, label: tType(value) }))} defaultValue={profile.type} />
      <GroupedSelect name="region" label={tNew("region")} groups={await regionGroups(regions)} defaultValue={profile.region} emptyLabel={tNew("choose")} />
    </Sheet>
  );
}

async function Descriptions({ profile }: Part) {
  const [t, here] = [await getTranslations("OrganisationEdit"), await getLocale()];
  const textOf = (locale: Locale) => profile.descriptions.find((description) => description.locale === locale)?.text;
  // The reader's own language first, the others in their usual order.
  const order = locales.toSorted((a, b) => Number(b === here) - Number(a === here));
  return (
    <Sheet id="description" title={t("description")}>
      <p className="text-muted">{t("descriptionHint")}</p>
      {order.map((locale) => (
        <TextAreaField
          key={locale}
          name={descriptionNames[locale]}
          label={t("descriptionIn", { language: formatLanguage(locale, here) })}
          lang={locale}
          defaultValue={textOf(locale)}
          rows={textOf(locale) || locale === here ? 6 : 3}
          maxLength={limits.description}
          isOptional
        />
      ))}
    </Sheet>
  );
}

async function Activity({ profile }: Part) {
  const [t, locale] = [await getTranslations("OrganisationEdit"), await getLocale()];
  return (
    <Sheet id="activity" title={t("activity")}>
      <GroupedChoice name="fields" label={t("fields")} hint={t("fieldsHint")} groups={await fieldGroupOptions()} most={limits.fields} defaultValue={profile.fields} />
      <ChoiceGroup
        name="languages"
        label={t("languages")}
        options={spokenLanguages.map((value) => ({ value, label: formatLanguage(value, locale) }))}
        defaultValue={profile.languages}
        columns
      />
    </Sheet>
  );
}

async function WishedPartners({ profile: { wishes }, regions }: Part & { regions: readonly string[] }) {
  const [t, tType] = [await getTranslations("OrganisationEdit"), await getTranslations("OrganisationType")];
  return (
    <Sheet id="wishes" title={t("wishes")}>
      <p className="text-muted">{t("wishesHint")}</p>
      <ChoiceGroup name="wishedTypes" label={t("wishedTypes")} options={organisationTypes.map((value) => ({ value, label: tType(value) }))} defaultValue={wishes.types} />
      <GroupedChoice name="wishedRegions" label={t("wishedRegions")} groups={await placeGroups(regions)} most={limits.wishedRegions} defaultValue={wishes.regions} />
    </Sheet>
  );
}

async function Facts({ profile }: Part) {
  const [t, tSize] = [await getTranslations("OrganisationEdit"), await getTranslations("OrganisationSize")];
  return (
    <Sheet id="facts" title={t("facts")}>
      <TextField name="website" label={t("website")} defaultValue={profile.website ?? undefined} inputMode="url" autoComplete="url" isOptional />
      <SelectField
        name="size"
        label={t("size")}
        options={organisationSizes.map((value) => ({ value, label: tSize(value) }))}
        defaultValue={profile.size ?? undefined}
        emptyLabel={t("sizeNone")}
        isOptional
      />
      <TextField name="founded" label={t("founded")} defaultValue={profile.founded ?? undefined} inputMode="numeric" isOptional />
    </Sheet>
  );
}

async function Contact({ profile: { contact } }: Part) {
  const t = await getTranslations("OrganisationEdit");
  return (
    <Sheet id="contact" title={t("contact")}>
      <p className="text-muted">{t("contactHint")}</p>
      <TextField name="contactName" label={t("contactName")} defaultValue={contact?.name ?? undefined} maxLength={120} isOptional />
      <TextField name="contactEmail" label={t("contactEmail")} type="email" defaultValue={contact?.email ?? undefined} isOptional />
      <TextField name="contactPhone" label={t("contactPhone")} type="tel" defaultValue={contact?.phone ?? undefined} isOptional />
    </Sheet>
  );
}
