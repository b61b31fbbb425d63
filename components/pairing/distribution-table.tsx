import { useFormatter, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";

const cell = "px-4 py-2 text-left align-middle";

/** A bar beside its number, which says the same. */
function Bar({ value, whole }: { value: number; whole: number }) {
  const width = whole === 0 ? 0 : (100 * value) / whole;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2.5 w-full min-w-16">
      <rect width="100" height="10" className="fill-sunken" />
      <rect width={width} height="10" className="fill-primary" />
    </svg>
  );
}

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
            <th scope="col" className={cell}>{t("organisationsNow")}</th>
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
