import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Board } from "@/components/schedule/board";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import { TableFrame } from "@/components/ui/data";
import type { SlotTimes } from "@/domain/event/schema";
import type { RoomInfo } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { MeetingLink } from "./meeting-link";

type Props = { board: Board; standing: Standing };

/** Slots by rooms. Every cell is a link: a meeting to its editor, a free place to the form that fills it. */
export function Grid({ board, standing }: Props) {
  const t = useTranslations("SchedulePage");
  const { slots, rooms } = board.draft;
  return (
    <TableFrame label={t("grid")}>
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{t("grid")}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-[1] bg-sunken px-4 py-3">{t("slot")}</th>
            {rooms.map((room) => <th key={room.id} scope="col" className="min-w-38 border-l border-line bg-sunken px-4 py-3">{room.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => <Row key={slot.id} slot={slot} board={board} standing={standing} />)}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Row({ slot, board, standing }: Props & { slot: SlotTimes }) {
  const locale = useLocale();
  const time = formatTimes(slot.startsAt, slot.endsAt, locale, board.event.timeZone);
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="sticky left-0 z-[1] bg-sunken px-4 py-3 whitespace-nowrap tabular-nums">{time}</th>
      {board.draft.rooms.map((room) => (
        <td key={room.id} className="space-y-2 border-l border-line p-2">
          <Cell slot={slot} room={room} board={board} standing={standing} time={time} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ slot, room, board, standing, time }: Props & { slot: SlotTimes; room: RoomInfo; time: string }) {
  const t = useTranslations("SchedulePage");
  const meetings = board.inCell(slot.id, room.id);
  if (meetings.length > 0) return meetings.map((meeting) => <MeetingLink key={meeting.id} meeting={meeting} board={board} standing={standing} />);
  return (
    <Link
      href={scheduleAddress(board.event.slug, { view: standing.view, slot: slot.id, room: room.id })}
      prefetch={false}
      aria-label={t("placeHereLabel", { time, room: room.name })}
      aria-current={standing.slot === slot.id && standing.room === room.id ? "true" : undefined}
      className="flex min-h-11 items-center justify-center rounded-xl border-2 border-dashed border-line text-muted no-underline hover:border-primary hover:text-primary aria-[current]:border-primary aria-[current]:text-primary"
    >
      <Plus aria-hidden="true" className="size-5" />
    </Link>
  );
}
