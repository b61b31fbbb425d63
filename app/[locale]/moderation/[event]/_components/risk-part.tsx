import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Pages } from "@/components/layout/pages";
import { buttonClass } from "@/components/ui/button";
import { EmptyState, Section } from "@/components/ui/surface";
import { type Overview, type Risk, riskCauses, type RiskCause } from "@/domain/overview/schema";
import { formatCountry, formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { nudgeAction } from "../actions";

/** Who may come for nothing, and the one thing that helps each of them. */
export function RiskPart({ overview }: { overview: Overview }) {
  const t = useTranslations("EventModeration.risks");
  const { event, riskCounts, cause, risks, page, pageCount } = overview;
  const address = (risk: RiskCause, wanted = 1) => `/moderation/${event.slug}?risk=${risk}${wanted === 1 ? "" : `&page=${wanted}`}`;
  const isAny = Object.values(riskCounts).some((count) => count > 0);
  return (
    <Section title={t("title")} intro={t("intro")} id="risks">
      {isAny ? (
        <nav aria-label={t("filter")} className="mb-5 flex flex-wrap items-center gap-2">
          {riskCauses.map((each) => (
            <Link key={each} href={address(each)} prefetch={false} aria-current={each === cause ? "page" : undefined} className={buttonClass(each === cause ? "primary" : "secondary", "small")}>
              {t(`causes.${each}`, { count: riskCounts[each] })}
            </Link>
          ))}
        </nav>
      ) : <EmptyState title={t("noneTitle")}>{t("noneText")}</EmptyState>}
      {isAny && risks.length === 0 ? <p className="text-muted">{t("noneHere")}</p> : null}
      {cause === "meeting" && risks.length > 0 ? <Link href={`/moderation/${event.slug}/pairing/suggest`} className={`${buttonClass("secondary", "small")} mb-5`}>{t("suggestAll")}</Link> : null}
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {risks.map((risk) => <RiskItem key={risk.registrationId} risk={risk} overview={overview} />)}
      </ul>
      <Pages page={page} pages={pageCount} address={(wanted) => address(cause, wanted)} />
    </Section>
  );
}

function RiskItem({ risk, overview: { event, cause, canNudge } }: { risk: Risk; overview: Overview }) {
  const t = useTranslations("EventModeration.risks");
  const locale = useLocale();
  const { slug, name, country, registrationId, nudgedAt, waiting } = risk;
  const fields = { event: event.slug, registration: registrationId, cause };
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-xl border border-line bg-surface px-4 py-3">
      <p className="font-semibold">{name} <span className="font-normal text-muted">· {formatCountry(country, locale)}</span></p>
      {cause === "unanswered" ? <p className="text-muted">{t("waiting", { count: waiting })}</p> : null}
      {cause === "meeting" ? (
        <Link href={`/moderation/${event.slug}/matching?view=pair&left=${slug}`} prefetch={false} aria-label={t("partnersLabel", { name })} className="inline-flex min-h-8 items-center font-medium underline">{t("partners")}</Link>
      ) : null}
      <Nudge fields={canNudge ? fields : null} name={name} nudgedAt={nudgedAt === null ? null : formatInstant(nudgedAt, locale, event.timeZone)} />
    </li>
  );
}

/** `fields`: null where nobody is reminded any more. */
function Nudge({ fields, name, nudgedAt }: { fields: Record<string, string> | null; name: string; nudgedAt: string | null }) {
  const t = useTranslations("EventModeration.risks");
  if (nudgedAt !== null) return <p className="text-muted">{t("nudged", { when: nudgedAt })}</p>;
  if (fields === null) return null;
  return <ActionButton action={nudgeAction} fields={fields} label={t("nudgeLabel", { name })}>{t("nudge")}</ActionButton>;
}
