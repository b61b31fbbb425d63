import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Contact, Profile } from "@/domain/organisation/schema";
import { isNutsRegion } from "@/domain/region/rules";
import { formatCountry, formatLanguages, formatList } from "@/i18n/format";
import { Place } from "./place";

/** What can be said of an organisation in a word or two; what is unknown is left out. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const t = useTranslations("OrganisationProfile");
  const tType = useTranslations("OrganisationType");
  const tSize = useTranslations("OrganisationSize");
  const tRegions = useTranslations("Regions");
  const locale = useLocale();
  const placeName = (code: string) => (isNutsRegion(code) ? tRegions(code) : formatCountry(code, locale));
  return (
    <dl className="space-y-4">
      <Fact term={t("type")}>{tType(profile.type)}</Fact>
      <Fact term={t("place")}><Place region={profile.region} country={profile.country} /></Fact>
      {profile.languages.length > 0 ? <Fact term={t("languages")}>{formatLanguages(profile.languages, locale)}</Fact> : null}
      {profile.wishes.types.length > 0 ? <Fact term={t("wishedTypes")}>{formatList(profile.wishes.types.map((type) => tType(type)), locale)}</Fact> : null}
      {profile.wishes.regions.length > 0 ? <Fact term={t("wishedRegions")}>{formatList(profile.wishes.regions.map(placeName), locale)}</Fact> : null}
      {profile.size ? <Fact term={t("size")}>{tSize(profile.size)}</Fact> : null}
      {profile.founded ? <Fact term={t("founded")}>{String(profile.founded)}</Fact> : null}
      {profile.website ? <Fact term={t("website")}><WebsiteLink address={profile.website} /></Fact> : null}
      <Fact term={t("contact")}>{profile.contact ? <ContactLines contact={profile.contact} /> : t("contactHidden")}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-muted">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

/** A link to the outside, shown without what every address has. */
function WebsiteLink({ address }: { address: string }) {
  return (
    <a href={address} rel="noopener noreferrer nofollow" className="underline">
      {address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
    </a>
  );
}

function ContactLines({ contact: { name, email, phone } }: { contact: Contact }) {
  if (!name && !email && !phone) return "–";
  return (
    <>
      {name ? <span className="block">{name}</span> : null}
      {email ? <a href={`mailto:${email}`} className="block underline">{email}</a> : null}
      {phone ? <a href={`tel:${phone.replaceAll(/[^+0-9]/g, "")}`} className="block underline">{phone}</a> : null}
    </>
  );
}
