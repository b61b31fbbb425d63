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

/** The words of a row. Times and names are looked up once for all rows: a large event has thousands of them. */
function useRowText({ slots, rooms, timeZone, names }: ChangesContext) {
  const t = useTranslations("ScheduleChanges");
  const locale = useLocale();
  const times = new Map(slots.map(({ id, startsAt, endsAt }) => [id, formatTimes(startsAt, endsAt, locale, timeZone)]));
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
  return {
    kinds: { new: t("kind.new"), moved: t("kind.moved"), room: t("kind.room"), gone: t("kind.gone") },
    pair: (meetingId: string) => {
      const [left = "–", right = "–"] = names.get(meetingId) ?? [];
      return t("pair", { left, right });
    },
    place: ({ slotId, roomId }: Entry) => t("place", { time: times.get(slotId) ?? "–", room: roomNames.get(roomId) ?? "–" }),
  };
}

/** What changed between two schedules, meeting by meeting. */
export function ChangesTable({ title, changes, context }: Props) {
  const t = useTranslations("ScheduleChanges");
  const text = useRowText(context);
  const kinds = (["new", "moved", "room", "gone"] as const)
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <p className="mb-3 text-muted">{kinds.map(({ kind, count }) => t("count", { kind: text.kinds[kind], count })).join(" · ")}</p>
      <ChangeGrid
        title={title}
        head={[t("meeting"), t("change"), t("before"), t("after")]}
        changes={inOrder(changes, context)}
        text={text}
      />
    </>
  );
}

/** The words of a change: what its meeting is called, what became of it, and where it was or is. */
type ChangeText = { kinds: Record<EntryChange["kind"], string>; pair: (meetingId: string) => string; place: (entry: Entry) => string };

type GridProps = { title: string; head: readonly string[]; changes: readonly EntryChange[]; text: ChangeText };

/** Changes row by row, in the order given. `head`: the words of its four columns. */
export function ChangeGrid({ title, head, changes, text }: GridProps) {
  return (
    <TableFrame label={title}>
      <table className="w-full min-w-2xl border-collapse text-left">
        <caption className="sr-only">{title}</caption>
        <thead className="bg-sunken">
          <tr>{head.map((word) => <th key={word} scope="col" className={cell}>{word}</th>)}</tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.meetingId} className="border-t border-line">
              <th scope="row" className={`${cell} font-semibold`}>{text.pair(change.meetingId)}</th>
              <td className={cell}>{text.kinds[change.kind]}</td>
              <td className={cell}>{"before" in change ? text.place(change.before) : "–"}</td>
              <td className={cell}>{"after" in change ? text.place(change.after) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
