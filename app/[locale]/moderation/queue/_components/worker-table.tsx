import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";
import { EmptyState } from "@/components/ui/surface";
import type { WorkerState } from "@/domain/job/schema";
import { formatInstant } from "@/i18n/format";

const cell = "px-4 py-3";
const tones = { working: "success", silent: "warning", stopped: "neutral" } as const;

/** Every worker of the last day, with its last sign of life. */
export function WorkerTable({ workers, timeZone }: { workers: WorkerState[]; timeZone: string }) {
  const t = useTranslations("QueuePage");
  const locale = useLocale();
  if (workers.length === 0) return <EmptyState title={t("noWorker")}>{t("noWorkerHint")}</EmptyState>;
  return (
    <TableFrame label={t("workers")}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("workers")}</caption>
        <thead className="bg-sunken">
          <tr>{(["worker", "state", "heardAt", "startedAt"] as const).map((name) => <th key={name} scope="col" className={cell}>{t(name)}</th>)}</tr>
        </thead>
        <tbody>
          {workers.map(({ id, host, pid, state, heardAt, startedAt }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className={cell}>{t("workerName", { host, pid: String(pid) })}</th>
              <td className={cell}><Badge tone={tones[state]}>{t(`workerState.${state}`)}</Badge></td>
              <td className={cell}>{formatInstant(heardAt, locale, timeZone)}</td>
              <td className={cell}>{formatInstant(startedAt, locale, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
