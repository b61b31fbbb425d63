import { useLocale, useTranslations } from "next-intl";
import { TableFrame } from "@/components/ui/data";
import type { SlotTimes } from "@/domain/event/schema";
import type { Entry, EntryChange, RoomInfo } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";

/** Where changes take place, and what their meetings are called. */
export type ChangesContext = {
  timeZone: string;
  slots: readonly SlotTimes[];
  rooms: readonly RoomInfo[];
  /** Names of both organisations, by meeting. */
  names: ReadonlyMap<string, readonly string[]>;
};

type Props = { title: string; changes: readonly EntryChange[]; context: ChangesContext };

const cell = "px-4 py-3 align-top";

/** In the order of the day, by the new time where there is one; what is gone at the end. */
function inOrder(changes: readonly EntryChange[], { slots, rooms }: ChangesContext): EntryChange[] {
  const place = new Map([...slots, ...rooms].map(({ id }, index) => [id, index]));
  const key = (change: EntryChange) => {
    const { slotId, roomId } = "after" in change ? change.after : change.before;
    return [Number(change.kind === "gone"), place.get(slotId) ?? -1, place.get(roomId) ?? -1];
  };
  const keys = new Map(changes.map((change) => [change, key(change)]));
  const part = (change: EntryChange, index: number) => keys.get(change)?.[index] ?? 0;
  return changes.toSorted((a, b) => part(a, 0) - part(b, 0) || part(a, 1) - part(b, 1) || part(a, 2) - part(b, 2));
}

/** What changed between two schedules, meeting by meeting. */
export function ChangesTable({ title, changes, context }: Props) {
  const t = useTranslations("ScheduleChanges");
  const kinds = (["new", "moved", "room", "gone"] as const)
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <p className="mb-3 text-muted">{kinds.map(({ kind, count }) => t("count", { kind: t(`kind.${kind}`), count })).join(" · ")}</p>
      <TableFrame label={title}>
        <table className="w-full min-w-2xl border-collapse text-left">
          <caption className="sr-only">{title}</caption>
          <thead className="bg-sunken">
            <tr>
              {(["meeting", "change", "before", "after"] as const).map((column) => <th key={column} scope="col" className={cell}>{t(column)}</th>)}
            </tr>
          </thead>
          <tbody>
            {inOrder(changes, context).map((change) => <Row key={change.meetingId} change={change} context={context} />)}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

function Row({ change, context }: { change: EntryChange; context: ChangesContext }) {
  const t = useTranslations("ScheduleChanges");
  const [left = "–", right = "–"] = context.names.get(change.meetingId) ?? [];
  return (
    <tr className="border-t border-line">
      <th scope="row" className={`${cell} font-semibold`}>{t("pair", { left, right })}</th>
      <td className={cell}>{t(`kind.${change.kind}`)}</td>
      <td className={cell}>{"before" in change ? <Place entry={change.before} context={context} /> : "–"}</td>
      <td className={cell}>{"after" in change ? <Place entry={change.after} context={context} /> : "–"}</td>
    </tr>
  );
}

function Place({ entry, context: { slots, rooms, timeZone } }: { entry: Entry; context: ChangesContext }) {
  const t = useTranslations("ScheduleChanges");
  const locale = useLocale();
  const slot = slots.find(({ id }) => id === entry.slotId);
  const room = rooms.find(({ id }) => id === entry.roomId);
  return t("place", { time: slot ? formatTimes(slot.startsAt, slot.endsAt, locale, timeZone) : "–", room: room?.name ?? "–" });
}
