import { useLocale, useTranslations } from "next-intl";
import type { Warning } from "@/domain/schedule/schema";
import { formatList, formatTimes } from "@/i18n/format";
import type { Board } from "./board";

/** A warning in one sentence that names the time and everybody it concerns. */
export function useWarningText({ event, slots, rooms, meetings }: Board): (warning: Warning) => string {
  const t = useTranslations("ScheduleWarnings");
  const locale = useLocale();
  return ({ kind, slotId, meetingIds, personIds, roomId }) => {
    const slot = slots.get(slotId);
    const time = slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–";
    const sides = meetingIds.flatMap((id) => meetings.get(id)?.sides ?? []);
    const names = personIds.map((id) => sides.find((person) => person.id === id)?.personName ?? "–");
    const persons = formatList(names, locale);
    const count = meetingIds.length;
    switch (kind) {
      case "person_twice":
        return t(kind, { time, persons, count });
      case "room_closed":
        return t(kind, { time, room: rooms.get(roomId ?? "")?.name ?? "–" });
      case "room_twice":
        return t(kind, { time, room: rooms.get(roomId ?? "")?.name ?? "–", count });
      case "meeting_cancelled":
      case "outside_event":
        return t(kind, { time });
      default:
        return t(kind, { time, persons });
    }
  };
}
