import { useFormatter, useLocale, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import type { LineState } from "@/domain/job/schema";
import { formatInstant } from "@/i18n/format";

const cell = "px-4 py-3";
const figure = `${cell} text-right tabular-nums`;

/** How much waits in each line, and since when. */
export function LineTable({ lines, timeZone }: { lines: LineState[]; timeZone: string }) {
  const t = useTranslations("QueuePage");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <TableFrame label={t("lines")}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("lines")}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={cell}>{t("line")}</th>
            {(["due", "later", "active", "done", "failed"] as const).map((name) => <th key={name} scope="col" className={`${cell} text-right`}>{t(name)}</th>)}
            <th scope="col" className={cell}>{t("dueSince")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((state) => (
            <tr key={state.line} className="border-t border-line">
              <th scope="row" className={cell}>{t(`name.${state.line}`)}</th>
              {(["due", "later", "active", "done", "failed"] as const).map((name) => <td key={name} className={figure}>{format.number(state[name])}</td>)}
              <td className={cell}>{state.dueSince ? formatInstant(state.dueSince, locale, timeZone) : t("nothingDue")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
