import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { GroupedSelect } from "@/components/form/grouped-select";
import { SubmitButton } from "@/components/form/submit-button";
import { type Board, pairOf } from "@/components/schedule/board";
import { useFitText } from "@/components/schedule/fit-text";
import type { Standing } from "@/components/schedule/standing";
import { judgeSlots } from "@/domain/schedule/rules";
import type { DraftMeeting } from "@/domain/schedule/schema";
import { formatTimes } from "@/i18n/format";
import { moveAction, placeAction } from "../actions";

type Props = { meeting: DraftMeeting; board: Board; standing: Standing };

/** Every place of the event in an open room, slot by slot, with who is free in it and which room is taken by whom. */
function useSpots({ meeting, board }: Props) {
  const tPage = useTranslations("SchedulePage");
  const locale = useLocale();
  const fitText = useFitText();
  const current = board.placements.get(meeting.id)?.roomId;
  const rooms = board.draft.rooms.filter(({ id, isClosed }) => !isClosed || id === current);
  return judgeSlots(board.draft, meeting).map((fit) => {
    const slot = board.slots.get(fit.slotId);
    const time = slot ? formatTimes(slot.startsAt, slot.endsAt, locale, board.event.timeZone) : "–";
    return {
      label: `${time} · ${fitText(fit)}`,
      options: rooms.map((room) => {
        const others = board.inCell(fit.slotId, room.id).filter(({ id }) => id !== meeting.id);
        const taken = others.map((other) => tPage("pair", pairOf(other))).join(", ");
        return { value: `${fit.slotId} ${room.id}`, label: `${time}, ${room.name}${taken ? ` (${taken})` : ""}` };
      }),
    };
  });
}

/** Places a meeting, or moves it. */
export function SpotForm(props: Props) {
  const t = useTranslations("ScheduleEditor");
  const spots = useSpots(props);
  const { meeting, board, standing } = props;
  const placement = board.placements.get(meeting.id);
  return (
    <Form action={placement ? moveAction : placeAction} className="space-y-4" label={t(placement ? "move" : "place")}>
      <input type="hidden" name="event" value={board.event.slug} />
      <input type="hidden" name="meeting" value={meeting.id} />
      {standing.view ? <input type="hidden" name="view" value={standing.view} /> : null}
      {placement ? <input type="hidden" name="version" value={placement.version} /> : null}
      <GroupedSelect
        name="spot"
        label={t("where")}
        groups={spots}
        emptyLabel={t("choose")}
        defaultValue={placement ? `${placement.slotId} ${placement.roomId}` : undefined}
      />
      <SubmitButton>{t(placement ? "move" : "place")}</SubmitButton>
    </Form>
  );
}
