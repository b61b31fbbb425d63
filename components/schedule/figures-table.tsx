import { useFormatter, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import type { Figures } from "@/domain/schedule/solver/figures";

type Side = { label: string; figures: Figures };
type Props = { title: string; left: Side; right: Side };

const cell = "px-2 py-3 align-top first:pl-4 last:pr-4 sm:px-4";
const number = `${cell} text-right font-semibold tabular-nums`;

/** The figures of two schedules side by side. */
export function FiguresTable({ title, left, right }: Props) {
  const t = useTranslations("ScheduleFigures");
  const format = useFormatter();
  return (
    <TableFrame label={title}>
      <table className="w-full border-collapse text-left text-sm sm:text-base">
        <caption className="sr-only">{title}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={cell}>{t("figure")}</th>
            <th scope="col" className={`${cell} text-right`}>{left.label}</th>
            <th scope="col" className={`${cell} text-right`}>{right.label}</th>
          </tr>
        </thead>
        <tbody>
          {(["placed", "breaks", "difference", "roomChanges"] as const).map((figure) => (
            <tr key={figure} className="border-t border-line">
              <th scope="row" className={`${cell} font-normal`}>{t(figure)}</th>
              <td className={number}>{format.number(left.figures[figure])}</td>
              <td className={number}>{format.number(right.figures[figure])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
