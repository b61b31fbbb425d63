import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Bar, TableFrame } from "@/components/ui/data";
import type { TrendWeek } from "@/domain/overview/schema";
import { formatShortDay } from "@/i18n/format";

const cell = "px-4 py-2 text-left align-middle";
const series = ["registrations", "requests", "meetings"] as const;

/** What came in week by week: each number with a bar that says the same. */
export function TrendTable({ weeks }: { weeks: readonly TrendWeek[] }) {
  const t = useTranslations("EventModeration.trend");
  const format = useFormatter();
  const locale = useLocale();
  const whole = Math.max(1, ...weeks.flatMap((week) => series.map((name) => week[name])));
  return (
    <TableFrame label={t("title")}>
      <table className="w-full min-w-lg border-collapse">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={cell}>{t("week")}</th>
            {series.map((name) => <th key={name} scope="col" className={cell}>{t(name)}</th>)}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.day} className="border-t border-line">
              <th scope="row" className={`${cell} font-normal whitespace-nowrap`}>{formatShortDay(new Date(`${week.day}T12:00:00Z`), locale, "UTC")}</th>
              {series.map((name) => (
                <td key={name} className={cell}>
                  <span className="flex items-center gap-3">
                    <span className="min-w-8 text-right tabular-nums">{format.number(week[name])}</span>
                    <Bar value={week[name]} whole={whole} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
