import { useLocale, useTranslations } from "next-intl";
import { Countdown } from "@/components/event/countdown";
import { ActionButton } from "@/components/form/action-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/surface";
import { checkInObstacle, checkInOpensAt } from "@/domain/attendance/rules";
import { currentSlot, isDayOf } from "@/domain/day/rules";
import type { Agenda, AgendaMeeting, AgendaRow } from "@/domain/schedule/schema";
import { formatTime, formatTimes } from "@/i18n/format";
import { checkInAction, checkOutAction } from "../actions";

/** On the day: whether the reader is here, what is now, and how long it is until the next meeting. */
export function Today({ agenda }: { agenda: Agenda }) {
  const t = useTranslations("AgendaDay");
  const { event, now, scope } = agenda;
  if (scope !== "mine" || !isDayOf(event, now)) return null;
  return (
    <section aria-labelledby="today" className="no-print mb-8">
      <Card className="grid gap-6 sm:grid-cols-2">
        <div className="min-w-0 space-y-2">
          <h2 id="today" className="text-2xl font-bold">{t("title")}</h2>
          {agenda.version ? <NowAndNext agenda={agenda} /> : null}
        </div>
        <CheckIn agenda={agenda} />
      </Card>
    </section>
  );
}

function CheckIn({ agenda: { event, now, attendance } }: { agenda: Agenda }) {
  const t = useTranslations("AgendaDay");
  const locale = useLocale();
  const time = (instant: Date) => formatTime(instant, locale, event.timeZone);
  const isOpen = checkInObstacle(event, now) === null;
  const hint = isOpen ? t("checkInHint") : t("opens", { time: time(checkInOpensAt(event)) });
  return (
    <div className="min-w-0 space-y-3">
      <p>{attendance ? t(attendance.state, { time: time(attendance.since) }) : hint}</p>
      {isOpen && attendance?.state !== "here" ? <ActionButton action={checkInAction} fields={{ event: event.slug }} look="primary" size="normal">{t("checkIn")}</ActionButton> : null}
      {attendance === null || attendance.state === "here" ? (
        <Disclosure summary={t("leave")}>
          <p className="mb-3">{t("leaveText")}</p>
          <ActionButton action={checkOutAction} fields={{ event: event.slug }} look="danger">{t("leaveNow")}</ActionButton>
        </Disclosure>
      ) : null}
    </div>
  );
}

type Placed = { row: AgendaRow; meeting: AgendaMeeting };

function NowAndNext({ agenda: { rows, event, now } }: { agenda: Agenda }) {
  const t = useTranslations("AgendaDay");
  const locale = useLocale();
  const placed = rows.flatMap((row): Placed[] => row.meetings.slice(0, 1).map((meeting) => ({ row, meeting })));
  const current = currentSlot(placed.map(({ row, meeting }) => ({ ...row.slot, meeting })), now);
  const next = placed.find(({ row }) => row.slot.startsAt > now);
  const words = ({ partner, room }: AgendaMeeting) => ({ partner: partner.name, room: room?.name ?? "–" });
  return (
    <>
      {current ? (
        <p><span className="block font-semibold">{t("now", words(current.meeting))}</span> {t("nowOver")} <Countdown until={current.endsAt} now={now} /></p>
      ) : null}
      {next ? (
        <p>
          <span className="block font-semibold">{t("nextMeeting", { ...words(next.meeting), time: formatTimes(next.row.slot.startsAt, next.row.slot.endsAt, locale, event.timeZone) })}</span>
          {t("until")} <Countdown until={next.row.slot.startsAt} now={now} />
        </p>
      ) : <p>{t("nothingMore")}</p>}
    </>
  );
}
