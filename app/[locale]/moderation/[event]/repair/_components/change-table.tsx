import { useLocale, useTranslations } from "next-intl";
import { pairOf } from "@/components/schedule/board";
import { TableFrame } from "@/components/ui/data";
import { Section } from "@/components/ui/surface";
import type { RepairView } from "@/domain/schedule/queries/get-repair";
import type { Entry, EntryChange } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";

type Props = { repair: RepairView };

const cell = "px-4 py-3 align-top";

/** Meeting by meeting: from where to where. */
export function ChangeTable({ repair }: Props) {
  const t = useTranslations("RepairPage");
  return (
    <Section title={t("changes")}>
      <TableFrame label={t("changes")}>
        <table className="w-full min-w-2xl border-collapse text-left">
          <caption className="sr-only">{t("changes")}</caption>
          <thead className="bg-sunken">
            <tr>
              {(["meeting", "change", "before", "after"] as const).map((column) => <th key={column} scope="col" className={cell}>{t(column)}</th>)}
            </tr>
          </thead>
          <tbody>
            {repair.changes.map((change) => <Row key={change.meetingId} change={change} repair={repair} />)}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}

function Row({ change, repair }: Props & { change: EntryChange }) {
  const t = useTranslations("RepairPage");
  const meeting = repair.draft.meetings.find(({ id }) => id === change.meetingId);
  return (
    <tr className="border-t border-line">
      <th scope="row" className={`${cell} font-semibold`}>{meeting ? t("pair", pairOf(meeting)) : "–"}</th>
      <td className={cell}>{t(`kind.${change.kind}`)}</td>
      <td className={cell}>{"before" in change ? <Place entry={change.before} repair={repair} /> : "–"}</td>
      <td className={cell}>{"after" in change ? <Place entry={change.after} repair={repair} /> : "–"}</td>
    </tr>
  );
}

function Place({ entry, repair: { draft, event } }: Props & { entry: Entry }) {
  const t = useTranslations("RepairPage");
  const locale = useLocale();
  const slot = draft.slots.find(({ id }) => id === entry.slotId);
  const room = draft.rooms.find(({ id }) => id === entry.roomId);
  return t("place", { time: slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–", room: room?.name ?? "–" });
}
