import { useFormatter, useTranslations } from "next-intl";
import { Bar, TableFrame } from "@/components/ui/data";

const cell = "px-4 py-2 text-left align-middle";

function Count({ value, whole }: { value: number; whole: number }) {
  const format = useFormatter();
  return (
    <td className={cell}>
      <span className="flex items-center gap-3">
        <span className="min-w-8 text-right tabular-nums">{format.number(value)}</span>
        <Bar value={value} whole={whole} />
      </span>
    </td>
  );
}

/** How many organisations have no meeting, one, two, and so on; with `after`, also how many would have. */
export function DistributionTable({ before, after }: { before: readonly number[]; after?: readonly number[] }) {
  const t = useTranslations("PairingRun");
  const rows = Array.from({ length: Math.max(before.length, after?.length ?? 0) }, (_, meetings) => meetings);
  const whole = Math.max(...before, ...(after ?? []));
  return (
    <TableFrame label={t("distribution")}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("distribution")}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={cell}>{t("meetingsEach")}</th>
            <th scope="col" className={cell}>{t(after ? "organisationsNow" : "organisations")}</th>
            {after ? <th scope="col" className={cell}>{t("organisationsThen")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((meetings) => (
            <tr key={meetings} className="border-t border-line">
              <th scope="row" className={`${cell} font-semibold tabular-nums`}>{meetings}</th>
              <Count value={before[meetings] ?? 0} whole={whole} />
              {after ? <Count value={after[meetings] ?? 0} whole={whole} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
