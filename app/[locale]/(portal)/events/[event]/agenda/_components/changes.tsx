import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import type { SlotTimes } from "@/domain/event/schema";
import type { Agenda, AgendaMeeting } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";

/** What is different from what the reader knew: nothing is shown where nothing is. */
export function Changes({ agenda }: { agenda: Agenda }) {
  const t = useTranslations("AgendaPage");
  const locale = useLocale();
  const changed = agenda.rows.flatMap(({ meetings }) => meetings).filter(({ change }) => change !== null);
  if (changed.length + agenda.gone.length === 0) return null;
  const time = (slot: SlotTimes | null | undefined) => (slot ? formatTimes(slot.startsAt, slot.endsAt, locale, agenda.event.timeZone) : "–");
  const describe = ({ partner, slot, room, before, change }: AgendaMeeting) => {
    const now = { partner: partner.name, time: time(slot), room: room?.name ?? "–" };
    if (change === "moved") return t("changeMoved", { ...now, before: time(before?.slot) });
    return change === "room" ? t("changeRoom", { ...now, before: before?.room ?? "–" }) : t("changeNew", now);
  };
  return (
    <Alert tone="accent" title={t("changesTitle")}>
      <ul className="list-disc pl-5">
        {changed.map((meeting) => <li key={meeting.id}>{describe(meeting)}</li>)}
        {agenda.gone.map(({ id, partner, slot, isCancelled }) => (
          <li key={id}>{t(isCancelled ? "changeCancelled" : "changeGone", { partner, before: time(slot) })}</li>
        ))}
      </ul>
    </Alert>
  );
}
