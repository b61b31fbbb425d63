import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { measureCompleteness, type CompletenessPart } from "@/domain/organisation/rules";
import type { Profile } from "@/domain/organisation/schema";

/** Where each missing part is filled in. */
const places: Record<CompletenessPart, string> = {
  offers: "offers#offer",
  needs: "offers#need",
  description: "edit#description",
  fields: "edit#activity",
  languages: "edit#activity",
  contact: "edit#contact",
  website: "edit#facts",
  logo: "edit#logo",
};

/** How complete the profile is, and the one next thing that helps most. */
export function Completeness({ profile }: { profile: Profile }) {
  const t = useTranslations("OrganisationFrame");
  const { percent, next } = measureCompleteness(profile);
  return (
    <div className="rounded-2xl border border-line bg-surface px-5 py-4">
      <p className="font-semibold">{t("complete", { percent })}</p>
      {/* The sentence above says the same. */}
      <div aria-hidden="true" className="mt-2 h-2.5 overflow-hidden rounded-full border border-line-strong bg-sunken">
        <div className="h-full rounded-full bg-primary" style={{ width: `${percent}%` }} />
      </div>
      <p className="mt-2">
        {next ? t(`next.${next}`) : t("full")}{" "}
        {next ? (
          <Link href={`/organisations/${profile.slug}/${places[next]}`} className="font-semibold text-primary underline">{t("nextLink")}</Link>
        ) : null}
      </p>
    </div>
  );
}
