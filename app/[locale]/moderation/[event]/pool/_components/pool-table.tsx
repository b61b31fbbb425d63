import { useLocale, useTranslations } from "next-intl";
import { pairOf } from "@/components/schedule/board";
import { ReasonText } from "@/components/schedule/reason-text";
import { scheduleAddress } from "@/components/schedule/standing";
import { Badge } from "@/components/ui/badge";
import { TableFrame } from "@/components/ui/data";
import type { Pool, PoolMeeting } from "@/domain/schedule/queries/get-pool";
import { formatLanguages, formatTimes } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

const cell = "px-4 py-3 align-top";

/** Each meeting of the pool with what decides whether it can be placed. */
export function PoolTable({ pool }: { pool: Pool }) {
  const t = useTranslations("PoolPage");
  return (
    <TableFrame label={t("table")}>
      <table className="w-full min-w-3xl border-collapse text-left">
        <caption className="sr-only">{t("table")}</caption>
        <thead className="bg-sunken">
          <tr>
            {(["meeting", "origin", "languages", "slots", "place"] as const).map((column) => <th key={column} scope="col" className={cell}>{t(column)}</th>)}
          </tr>
        </thead>
        <tbody>
          {pool.meetings.map((meeting) => (
            <tr key={meeting.id} className="border-t border-line">
              <Name meeting={meeting} />
              <td className={cell}>{t(meeting.origin)}</td>
              <td className={cell}><Languages meeting={meeting} /></td>
              <td className={cell}>{t("slotCount", { count: meeting.commonSlotIds.length })}</td>
              <td className={cell}><Place meeting={meeting} pool={pool} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Name({ meeting }: { meeting: PoolMeeting }) {
  return (
    <th scope="row" className={`${cell} font-normal`}>
      {meeting.sides.map((side) => (
        <span key={side.id} className="block">
          <span className="font-semibold">{side.organisation.name}</span> <span className="text-muted">· {side.personName}</span>
        </span>
      ))}
    </th>
  );
}

function Languages({ meeting }: { meeting: PoolMeeting }) {
  const t = useTranslations("PoolPage");
  const locale = useLocale();
  if (meeting.languagesInCommon.length > 0) return formatLanguages(meeting.languagesInCommon, locale);
  return meeting.lacksLanguage ? <Badge tone="warning">{t("noLanguage")}</Badge> : t("interpreter");
}

function Place({ meeting, pool }: { meeting: PoolMeeting; pool: Pool }) {
  const t = useTranslations("PoolPage");
  const locale = useLocale();
  const { placement, reason } = meeting;
  const slot = pool.places.slots.find(({ id }) => id === placement?.slotId);
  const room = pool.places.rooms.find(({ id }) => id === placement?.roomId);
  return (
    <>
      {slot && room ? <p>{t("placeAt", { time: formatTimes(slot.startsAt, slot.endsAt, locale, pool.event.timeZone), room: room.name })}</p> : null}
      {reason ? <p className="text-muted"><ReasonText reason={reason} meeting={meeting} /></p> : null}
      <Link
        href={scheduleAddress(pool.event.slug, { meeting: meeting.id })}
        prefetch={false}
        aria-label={t("editLabel", pairOf(meeting))}
        className="inline-flex min-h-8 items-center font-medium underline"
      >
        {t("edit")}
      </Link>
    </>
  );
}
