import { useLocale, useTranslations } from "next-intl";
import type { Agenda, AgendaRow } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";
import { MeetingCard } from "./meeting-card";

/** Every slot of the day in its order: a meeting, a break, free, or not available. */
export function Day({ agenda }: { agenda: Agenda }) {
  const t = useTranslations("AgendaPage");
  return (
    <section aria-labelledby="day">
      <h2 id="day" className="sr-only">{t("day")}</h2>
      <ol className="space-y-3">
        {agenda.rows.map((row) => <Row key={row.slot.id} row={row} agenda={agenda} />)}
      </ol>
    </section>
  );
}

function Row({ row, agenda }: { row: AgendaRow; agenda: Agenda }) {
  const t = useTranslations("AgendaMeeting");
  const locale = useLocale();
  const time = formatTimes(row.slot.startsAt, row.slot.endsAt, locale, agenda.event.timeZone);
  const use = agenda.scope === "organisation" && row.use !== "meeting" ? "none" : row.use;
  return (
    <li className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <p className={`font-display text-lg font-bold tabular-nums sm:pt-5 ${use === "meeting" ? "text-ink" : "text-muted"}`}>{time}</p>
      {use === "meeting" ? (
        <div className="space-y-3">
          {row.meetings.map((meeting) => <MeetingCard key={meeting.id} meeting={meeting} agenda={agenda} />)}
        </div>
      ) : <p className="rounded-2xl border border-dashed border-line px-5 py-4 text-muted sm:px-6">{t(use)}</p>}
    </li>
  );
}
