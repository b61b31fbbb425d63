import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/surface";
import type { Locale } from "@/domain/input";
import type { Profile } from "@/domain/organisation/schema";
import { formatLanguage } from "@/i18n/format";
import { FieldTags } from "./field-tags";
import { Logo } from "./logo";
import { Place } from "./place";
import { ProfileFacts } from "./profile-facts";
import { StatementList } from "./statement-list";

type Props = {
  profile: Profile;
  /** 1 where the name is the page's title, 2 inside of another page. */
  level?: 1 | 2;
  isAcrossBorder?: boolean;
  /** Further badges. */
  marks?: ReactNode;
  /** What can be done from here, beside the name. */
  action?: ReactNode;
  /** Between the head and the description: reasons for a match, a state. */
  children?: ReactNode;
};

/** A whole profile, as far as it is for this reader. */
export function ProfileView({ profile, level = 1, isAcrossBorder = false, marks, action, children }: Props) {
  const t = useTranslations("OrganisationProfile");
  const Sub = level === 1 ? "h2" : "h3";
  const statements = (direction: "offer" | "need") => profile.statements.filter((statement) => statement.direction === direction);
  return (
    <article className="space-y-8">
      <Head profile={profile} level={level} isAcrossBorder={isAcrossBorder} marks={marks} action={action} />
      {children}
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0 space-y-8">
          <section>
            <Sub className="mb-3 text-2xl font-bold">{t("about")}</Sub>
            <Descriptions descriptions={profile.descriptions} />
          </section>
          <section>
            <Sub className="mb-3 text-2xl font-bold">{t("offers")}</Sub>
            <StatementList statements={statements("offer")} empty={t("noOffers")} />
          </section>
          <section>
            <Sub className="mb-3 text-2xl font-bold">{t("needs")}</Sub>
            <StatementList statements={statements("need")} empty={t("noNeeds")} />
          </section>
        </div>
        <Card>
          <Sub className="mb-4 text-xl font-bold">{t("facts")}</Sub>
          <ProfileFacts profile={profile} />
        </Card>
      </div>
    </article>
  );
}

function Head({ profile, level = 1, isAcrossBorder, marks, action }: Omit<Props, "children">) {
  const t = useTranslations("OrganisationCard");
  const tType = useTranslations("OrganisationType");
  const tProfile = useTranslations("OrganisationProfile");
  const Heading = `h${level}` as const;
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-4">
        <Logo name={profile.name} src={profile.logo} />
        <div className="min-w-0">
          <Heading className="text-3xl font-bold sm:text-4xl">{profile.name}</Heading>
          <p className="mt-2 text-lg text-muted">
            {tType(profile.type)} · <Place region={profile.region} country={profile.country} />
          </p>
          {isAcrossBorder || profile.isDemo || marks ? (
            <div className="mt-3 flex flex-wrap gap-2">
              {marks}
              {isAcrossBorder ? <Badge tone="accent">{t("acrossBorder")}</Badge> : null}
              {profile.isDemo ? <Badge>{t("demo")}</Badge> : null}
            </div>
          ) : null}
          <div className="mt-3"><FieldTags codes={profile.fields} label={tProfile("fields")} /></div>
        </div>
      </div>
      {action}
    </header>
  );
}

/** The description in the reader's language; those in other languages fold out below it. */
function Descriptions({ descriptions }: Pick<Profile, "descriptions">) {
  const t = useTranslations("OrganisationProfile");
  const here = useLocale();
  const [first, ...others] = descriptions.toSorted((a, b) => Number(b.locale === here) - Number(a.locale === here));
  if (!first) return <p className="text-muted">{t("noDescription")}</p>;
  return (
    <div className="space-y-4">
      {first.locale === here ? null : <p className="text-sm text-muted">{formatLanguage(first.locale, here)}</p>}
      <Paragraphs text={first.text} locale={first.locale} />
      {others.map(({ locale, text }) => (
        <details key={locale} className="rounded-xl border border-line bg-surface px-4 py-2">
          <summary className="min-h-8 font-semibold">{t("alsoIn", { language: formatLanguage(locale, here) })}</summary>
          <div className="pt-2 pb-1"><Paragraphs text={text} locale={locale} /></div>
        </details>
      ))}
    </div>
  );
}

function Paragraphs({ text, locale }: { text: string; locale: Locale }) {
  return <p lang={locale} className="max-w-prose whitespace-pre-line">{text}</p>;
}
