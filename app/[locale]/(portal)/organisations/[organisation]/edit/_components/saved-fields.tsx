import { getLocale, getTranslations } from "next-intl/server";
import type { SavedField } from "@/components/form/saved-differences";
import { isField } from "@/domain/field/rules";
import type { Locale } from "@/domain/input";
import type { Profile } from "@/domain/organisation/schema";
import { isNutsRegion } from "@/domain/region/rules";
import { formatCountry, formatLanguage, formatLanguages, formatList } from "@/i18n/format";

/** What is stored now, as values of the form and in words, for somebody whose form was overtaken. */
export async function savedFields(profile: Profile): Promise<SavedField[]> {
  const [t, tNew, tType, tSize, tFields, tRegions] = await Promise.all([
    getTranslations("OrganisationEdit"),
    getTranslations("OrganisationNew"),
    getTranslations("OrganisationType"),
    getTranslations("OrganisationSize"),
    getTranslations("Fields"),
    getTranslations("Regions"),
  ]);
  const here = await getLocale();
  const plain = (name: string, label: string, value: string | null | undefined): SavedField => ({ name, label, values: [value ?? ""], words: value ?? "" });
  const description = (name: string, locale: Locale): SavedField => ({
    ...plain(name, t("descriptionIn", { language: formatLanguage(locale, here) }), profile.descriptions.find((text) => text.locale === locale)?.text),
    lang: locale,
  });
  const { region, contact, wishes } = profile;
  const place = (code: string) => (isNutsRegion(code) ? tRegions(code) : formatCountry(code, here));
  return [
    plain("name", tNew("name"), profile.name),
    { ...plain("type", tNew("type"), profile.type), words: tType(profile.type) },
    { ...plain("region", tNew("region"), region), words: place(region) },
    description("descriptionEn", "en"),
    description("descriptionDe", "de"),
    description("descriptionPl", "pl"),
    { name: "fields", label: t("fields"), values: profile.fields, words: formatList(profile.fields.map((code) => (isField(code) ? tFields(code) : code)), here) },
    { name: "languages", label: t("languages"), values: profile.languages, words: formatLanguages(profile.languages, here) },
    { name: "wishedTypes", label: t("wishedTypes"), values: wishes.types, words: formatList(wishes.types.map((type) => tType(type)), here) },
    { name: "wishedRegions", label: t("wishedRegions"), values: wishes.regions, words: formatList(wishes.regions.map(place), here) },
    plain("website", t("website"), profile.website),
    { ...plain("size", t("size"), profile.size), words: profile.size ? tSize(profile.size) : "" },
    plain("founded", t("founded"), profile.founded?.toString()),
    plain("contactName", t("contactName"), contact?.name),
    plain("contactEmail", t("contactEmail"), contact?.email),
    plain("contactPhone", t("contactPhone"), contact?.phone),
  ];
}
