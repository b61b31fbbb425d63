import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { InsideEvent } from "@/domain/event/schema";
import { formatDay } from "@/i18n/format";

type Props = { title: string; about?: string; event: InsideEvent; head: readonly string[]; rows: readonly { key: string; time: string; cells: readonly ReactNode[] }[] };

const cell = "border-t border-line px-3 py-2 align-top";

/** One sheet of paper: whose it is, and the day slot by slot. */
export function Sheet({ title, about, event, head, rows }: Props) {
  const locale = useLocale();
  return (
    <section className="sheet rounded-2xl border border-line bg-surface p-6">
      <p className="text-muted"><span lang={event.textLocale}>{event.title}</span> · {formatDay(event.startsAt, locale, event.timeZone)}</p>
      <h2 className="mt-1 text-3xl font-bold">{title}</h2>
      {about ? <p className="text-lg">{about}</p> : null}
      <div className="relative mt-4 overflow-x-auto" role="region" aria-label={about ? `${title}, ${about}` : title} tabIndex={0}>
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{title}</caption>
          <thead><tr>{head.map((word) => <th key={word} scope="col" className="px-3 py-2">{word}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ key, time, cells }) => (
              <tr key={key} className="break-inside-avoid">
                <th scope="row" className={`${cell} whitespace-nowrap tabular-nums`}>{time}</th>
                {cells.map((content, index) => <td key={head[index + 1]} className={cell}>{content}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
