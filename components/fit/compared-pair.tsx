import { useLocale, useTranslations } from "next-intl";
import { Reasons } from "@/components/directory/reasons";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { SuggestionReason } from "@/domain/directory/schema";
import type { ComparedPair as Compared, Named } from "@/domain/fit/schema";
import { formatCountry } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { fitAddress, type FitSpot } from "./fit-links";
import { FitMark } from "./fit-mark";

type Pair = { left: Named; right: Named; compared: Compared };

/** How well two organisations fit, what that is made of, and where their texts meet. */
export function ComparedPair({ spot, ...pair }: Pair & { spot: FitSpot }) {
  const t = useTranslations("FitPage.pair");
  const { left, right, compared } = pair;
  return (
    <>
      <Sides spot={spot} left={left} right={right} />
      <Score {...pair} />
      <section aria-labelledby="reasons" className="mt-8">
        <h2 id="reasons" className="mb-4 text-2xl font-bold">{t("reasons")}</h2>
        <div className="grid gap-6 lg:grid-cols-2">
          <ReasonsFor needing={left} offering={right} reasons={compared.forLeft} />
          <ReasonsFor needing={right} offering={left} reasons={compared.forRight} />
        </div>
      </section>
      <PairingLinks {...pair} />
    </>
  );
}

function Sides({ spot, left, right }: { spot: FitSpot; left: Named; right: Named }) {
  const t = useTranslations("FitPage.pair");
  const locale = useLocale();
  const side = (label: string, { slug, name, country }: Named) => (
    <Card className="min-w-0">
      <p className="text-muted">{label}</p>
      <p className="text-xl font-bold break-words">{name}</p>
      <p className="mb-3 text-muted">{formatCountry(country, locale)}</p>
      <Link href={fitAddress(spot, { view: "pair", left: slug })} prefetch={false} className={buttonClass("secondary", "small")} aria-label={t("withAnotherLabel", { name })}>{t("withAnother")}</Link>
    </Card>
  );
  return <div className="mb-8 grid gap-4 md:grid-cols-2">{side(t("left"), left)}{side(t("right"), right)}</div>;
}

function Score({ left, right, compared: { fit } }: Pair) {
  const t = useTranslations("FitPage.pair");
  const names = { left: left.name, right: right.name };
  const rows = [
    { term: t("part.theirs", names), part: fit.parts.theirs },
    { term: t("part.ours", names), part: fit.parts.ours },
    { term: t("part.border"), part: fit.parts.border },
    { term: t("part.language"), part: fit.parts.language },
  ];
  return (
    <section aria-labelledby="score">
      <h2 id="score" className="mb-3 text-2xl font-bold">{t("score")}</h2>
      <p className="mb-4"><FitMark fit={fit.total} /></p>
      <dl className="divide-y divide-line rounded-2xl border border-line bg-surface px-5">
        {rows.map(({ term, part: { points, most } }) => (
          <div key={term} className="grid items-center gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_10rem_9rem]">
            <dt className="min-w-0 break-words">{term}</dt>
            <dd aria-hidden="true"><meter min={0} max={most} value={points} className="h-3 w-full" /></dd>
            <dd className="font-semibold tabular-nums sm:text-right">{t("points", { points, most })}</dd>
          </div>
        ))}
        {fit.wishes === 0 ? null : (
          <div className="grid items-center gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_9rem]">
            <dt className="min-w-0 break-words">{t("part.wishes")}</dt>
            <dd className="font-semibold tabular-nums sm:text-right">{t("wishes", { points: fit.wishes })}</dd>
          </div>
        )}
      </dl>
      <p className="mt-3 max-w-3xl text-muted">{t("how")}</p>
    </section>
  );
}

type ReasonProps = { needing: Named; offering: Named; reasons: readonly SuggestionReason[] };

/** Told to the one who needs something, as it reads it itself. */
function ReasonsFor({ needing, offering, reasons }: ReasonProps) {
  const t = useTranslations("FitPage.pair");
  const names = { needing: needing.name, offering: offering.name };
  return (
    <div className="min-w-0">
      <h3 className="mb-3 text-xl font-bold break-words">{t("reasonsFor", names)}</h3>
      {reasons.length > 0 ? <Reasons reasons={reasons} most={6} /> : <p className="text-muted">{t("noReasons", names)}</p>}
    </div>
  );
}

function PairingLinks({ left, right, compared: { events } }: Pair) {
  const t = useTranslations("FitPage.pair");
  return (
    <section aria-labelledby="together" className="mt-10">
      <h2 id="together" className="mb-3 text-2xl font-bold">{t("together")}</h2>
      {events.length === 0 ? <p className="text-muted">{t("noEvent")}</p> : null}
      <ul className="space-y-3">
        {events.map(({ slug, title, textLocale }) => (
          <li key={slug}>
            <Link href={`/moderation/${slug}/pairing?left=${left.slug}&right=${right.slug}`} prefetch={false} className={buttonClass("primary")}>
              <span>{t.rich("pairIn", { title: () => <span lang={textLocale}>{title}</span> })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
