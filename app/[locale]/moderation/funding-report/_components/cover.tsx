import { useLocale, useTranslations } from "next-intl";
import { EuropeanFlag } from "@/components/layout/european-flag";
import type { FundingReport } from "@/domain/funding-report/schema";
import { formatDay, formatInstant } from "@/i18n/format";

/** What the report is about, as of when, and who pays for it: the head of the page, and of the printed paper. */
export function Cover({ report: { programme, event, asOf, figures } }: { report: FundingReport }) {
  const [t, funding, locale] = [useTranslations("FundingReport"), useTranslations("Footer"), useLocale()];
  const days = figures.events.map((one) => one.event).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const [first, last] = [days[0], days.at(-1)];
  const subject = event ?? programme;
  return (
    <header className="mb-8 rounded-2xl border border-line bg-surface p-6 sm:p-8 print:border-0 print:p-0">
      <p className="font-semibold text-accent">{t("eyebrow")}</p>
      <h1 className="mt-2 text-3xl font-bold sm:text-4xl" lang={subject.textLocale}>{subject.name}</h1>
      {event ? <p className="mt-2 text-lg text-muted" lang={programme.textLocale}>{programme.name}</p> : null}
      <p className="mt-4">
        {first && last ? t("period", { from: formatDay(first.startsAt, locale, first.timeZone), to: formatDay(last.startsAt, locale, last.timeZone), count: days.length }) : null}
      </p>
      <p className="font-semibold">{t("asOf", { at: formatInstant(asOf, locale, programme.timeZone) })}</p>
      <div className="mt-6 flex items-start gap-4 border-t border-line pt-4">
        <EuropeanFlag />
        <p className="text-sm text-muted">{funding("funding")}</p>
      </div>
    </header>
  );
}
