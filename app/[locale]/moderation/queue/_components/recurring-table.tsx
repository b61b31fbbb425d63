import { useLocale, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import type { RecurringState } from "@/domain/job/schema";
import { formatInstant } from "@/i18n/format";

const cell = "px-4 py-3";

/** When each thing that comes round was done last, and when it failed last. */
export function RecurringTable({ recurring, timeZone }: { recurring: RecurringState[]; timeZone: string }) {
  const t = useTranslations("QueuePage");
  const locale = useLocale();
  return (
    <TableFrame label={t("recurring")}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("recurring")}</caption>
        <thead className="bg-sunken">
          <tr>{(["job", "doneAt", "failedAt"] as const).map((name) => <th key={name} scope="col" className={cell}>{t(name)}</th>)}</tr>
        </thead>
        <tbody>
          {recurring.map(({ job, doneAt, failedAt }) => (
            <tr key={job} className="border-t border-line">
              <th scope="row" className={`${cell} font-normal`}>{t(`jobs.${job}`)}</th>
              <td className={cell}>{doneAt ? formatInstant(doneAt, locale, timeZone) : t("notLately")}</td>
              <td className={cell}>{failedAt ? formatInstant(failedAt, locale, timeZone) : t("notLately")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
