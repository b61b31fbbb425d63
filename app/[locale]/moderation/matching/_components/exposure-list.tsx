import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card, Section } from "@/components/ui/surface";
import type { ExposureView } from "@/domain/directory/schema";
import { formatCountry } from "@/i18n/format";

/** To how many others organisations were suggested: the numbers of all, and by name those shown to fewest. */
export function ExposureList({ exposure: { organisations, total, shownToNobody, mean, most } }: { exposure: ExposureView }) {
  const t = useTranslations("ExposureList");
  const locale = useLocale();
  const format = useFormatter();
  if (total === 0) return null;
  return (
    <Section title={t("title")} intro={t("intro")}>
      <Card className="space-y-4">
        <p>{t("nobody", { count: shownToNobody, total })} {t("spread", { mean: format.number(mean, { maximumFractionDigits: 1 }), most })}</p>
        <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
          {organisations.map(({ slug, name, country, shownTo }) => (
            <li key={slug} className="flex flex-wrap justify-between gap-x-4">
              <span>{name} <span className="text-muted">({formatCountry(country, locale)})</span></span>
              <span>{t("shown", { count: shownTo })}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
