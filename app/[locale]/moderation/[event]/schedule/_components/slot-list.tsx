import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Board } from "@/components/schedule/board";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import { buttonClass } from "@/components/ui/button";
import type { SlotTimes } from "@/domain/event/schema";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { MeetingLink } from "./meeting-link";

type Props = { board: Board; standing: Standing };

/** The same draft slot by slot: for narrow screens, and for whoever reads rather than looks. */
export function SlotList({ board, standing }: Props) {
  const locale = useLocale();
  return (
    <ol className="space-y-6">
      {board.draft.slots.map((slot) => {
        const time = formatTimes(slot.startsAt, slot.endsAt, locale, board.event.timeZone);
        return (
          <li key={slot.id}>
            <h3 className="mb-2 text-lg font-bold tabular-nums">{time}</h3>
            <Rooms slot={slot} time={time} board={board} standing={standing} />
          </li>
        );
      })}
    </ol>
  );
}

function Rooms({ slot, time, board, standing }: Props & { slot: SlotTimes; time: string }) {
  const t = useTranslations("SchedulePage");
  const rooms = board.draft.rooms.map((room) => ({ room, meetings: board.inCell(slot.id, room.id) }));
  const free = rooms.find(({ meetings }) => meetings.length === 0)?.room;
  const taken = rooms.filter(({ meetings }) => meetings.length > 0);
  return (
    <>
      {taken.length === 0 ? <p className="mb-3 text-muted">{t("slotEmpty")}</p> : null}
      <ul className="mb-3 grid gap-3 sm:grid-cols-2">
        {taken.map(({ room, meetings }) => (
          <li key={room.id} className="min-w-0 space-y-2">
            <p className="text-sm font-semibold text-muted">{room.name}</p>
            {meetings.map((meeting) => <MeetingLink key={meeting.id} meeting={meeting} board={board} standing={standing} />)}
          </li>
        ))}
      </ul>
      {free ? (
        <Link
          href={scheduleAddress(board.event.slug, { view: standing.view, slot: slot.id, room: free.id })}
          prefetch={false}
          aria-label={t("placeHereLabel", { time, room: free.name })}
          className={buttonClass("secondary", "small")}
        >
          <Plus aria-hidden="true" className="size-5" />
          {t("placeHere")}
        </Link>
      ) : null}
    </>
  );
}
