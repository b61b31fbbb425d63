import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";
import { type Board, type BoardMeeting, type BoardRoom, type BoardView, repairAddress, type ShownSlot } from "@/domain/day/schema";
import { formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { PersonLine } from "./person-line";

type Props = { board: Board; view: BoardView };

const cell = "px-4 py-3 align-top";

/** Room by room: who is in it now and next, and who of them is here. */
export function RoomTable({ board, view }: Props) {
  const t = useTranslations("DayPage");
  const locale = useLocale();
  const { rooms, slots, event } = board;
  if (rooms.length === 0) return <p className="text-muted">{t("noRooms")}</p>;
  const head = ({ when, startsAt, endsAt }: ShownSlot) => t(`when.${when}`, { times: formatTimes(startsAt, endsAt, locale, event.timeZone) });
  return (
    <TableFrame label={t("rooms")}>
      <table className="w-full min-w-3xl border-collapse text-left">
        <caption className="sr-only">{t("rooms")}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className={`${cell} w-36`}>{t("room")}</th>
            {slots.map((slot) => <th key={slot.id} scope="col" className={cell}>{head(slot)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rooms.map((room) => (
            <tr key={room.id} className="border-t border-line">
              <th scope="row" className={`${cell} font-semibold`}><RoomName room={room} board={board} /></th>
              {room.meetings.map((meeting, index) => <td key={slots[index]?.id} className={cell}><Cell meeting={meeting} room={room} board={board} view={view} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function RoomName({ room, board }: { room: BoardRoom; board: Board }) {
  const t = useTranslations("DayPage");
  return (
    <>
      {room.name}
      {room.isClosed ? <span className="mt-1 block"><Badge tone="warning">{t("roomClosed")}</Badge></span> : null}
      {room.isClosed || board.phase === "after" ? null : (
        <Link href={repairAddress(board.event.slug, { kind: "room", of: room.id })} prefetch={false} aria-label={t("closeLabel", { room: room.name })} className="mt-1 inline-flex min-h-8 items-center text-sm font-normal underline">{t("close")}</Link>
      )}
    </>
  );
}

function Cell({ meeting, room, board, view }: Props & { meeting: BoardMeeting | null; room: BoardRoom }) {
  const t = useTranslations("DayPage");
  if (meeting === null) return <span className="text-muted">{room.isClosed ? "–" : t("free")}</span>;
  return (
    <ul className="space-y-4">
      {meeting.sides.map((person) => <li key={person.registrationId}><PersonLine person={person} board={board} view={view} /></li>)}
    </ul>
  );
}
