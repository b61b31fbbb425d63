import { useLocale, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import { Section } from "@/components/ui/surface";
import type { Comparison as ComparisonData, VersionsView } from "@/domain/schedule/queries/list-versions";
import type { Entry, EntryChange } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";

type Props = { comparison: ComparisonData; view: VersionsView };

const cell = "px-4 py-3 align-top";

/** What one version changed against the one before, meeting by meeting. */
export function Comparison({ comparison, view }: Props) {
  const t = useTranslations("VersionsPage");
  const { number, before, changes } = comparison;
  const title = before === null ? t("changesFirst", { number }) : t("changes", { number, before });
  return (
    <Section id="changes" title={title}>
      {changes.length === 0 ? <p className="text-muted">{t("noChanges")}</p> : (
        <TableFrame label={title}>
          <table className="w-full min-w-2xl border-collapse text-left">
            <caption className="sr-only">{title}</caption>
            <thead className="bg-sunken">
              <tr>
                {(["meeting", "change", "before", "after"] as const).map((column) => <th key={column} scope="col" className={cell}>{t(column)}</th>)}
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => <Row key={change.meetingId} change={change} view={view} />)}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Section>
  );
}

function Row({ change, view }: { change: EntryChange; view: VersionsView }) {
  const t = useTranslations("VersionsPage");
  const [left = "–", right = "–"] = view.names.get(change.meetingId) ?? [];
  return (
    <tr className="border-t border-line">
      <th scope="row" className={`${cell} font-semibold`}>{t("pair", { left, right })}</th>
      <td className={cell}>{t(`kind.${change.kind}`)}</td>
      <td className={cell}>{"before" in change ? <Place entry={change.before} view={view} /> : "–"}</td>
      <td className={cell}>{"after" in change ? <Place entry={change.after} view={view} /> : "–"}</td>
    </tr>
  );
}

function Place({ entry, view: { places, event } }: { entry: Entry; view: VersionsView }) {
  const t = useTranslations("VersionsPage");
  const locale = useLocale();
  const slot = places.slots.find(({ id }) => id === entry.slotId);
  const room = places.rooms.find(({ id }) => id === entry.roomId);
  return t("place", { time: slot ? formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone) : "–", room: room?.name ?? "–" });
}
