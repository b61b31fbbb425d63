import { useFormatter, useLocale, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import type { RecordedFigures } from "@/domain/matching/figures";
import { formatShortDay } from "@/i18n/format";

const cell = "px-4 py-3";
const number = `${cell} text-right tabular-nums`;

/** How well the order of offers is on the judged sets, as it was recorded. */
export function FiguresTable({ figures: { lexicon, measuredOn, sets }, current }: { figures: RecordedFigures; current: string }) {
  const t = useTranslations("LexiconPage");
  const format = useFormatter();
  const locale = useLocale();
  const day = formatShortDay(new Date(`${measuredOn}T12:00:00Z`), locale, "UTC");
  const places = (value: number) => format.number(value, { minimumFractionDigits: 3 });
  return (
    <>
      <TableFrame label={t("figures")}>
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{t("figures")}</caption>
          <thead className="bg-sunken">
            <tr>
              <th scope="col" className={cell}>{t("set")}</th>
              {(["needs", "mrr", "hit5", "ndcg10"] as const).map((name) => <th key={name} scope="col" className={`${cell} text-right`}>{t(name)}</th>)}
            </tr>
          </thead>
          <tbody>
            {sets.map(({ set, needs, mrr, hit5, ndcg10 }) => (
              <tr key={set} className="border-t border-line">
                <th scope="row" className={cell}>{set}</th>
                <td className={number}>{format.number(needs)}</td>
                <td className={number}>{places(mrr)}</td>
                <td className={number}>{places(hit5)}</td>
                <td className={number}>{places(ndcg10)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="mt-3 text-muted">{current === lexicon ? t("measuredNow", { day }) : t("measuredBefore", { day, version: lexicon })}</p>
    </>
  );
}
