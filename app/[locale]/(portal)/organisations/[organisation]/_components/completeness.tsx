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
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="font-semibold" id="completeness">{t("complete", { percent })}</p>
        {next ? (
          <Link href={`/organisations/${profile.slug}/${places[next]}`} className="font-semibold text-primary underline">{t("nextLink")}</Link>
        ) : null}
      </div>
      <progress value={percent} max={100} aria-labelledby="completeness" className="mt-2 block h-2.5 w-full overflow-hidden rounded-full accent-primary" />
      <p className="mt-2 text-muted">{next ? t(`next.${next}`) : t("full")}</p>
    </div>
  );
}
