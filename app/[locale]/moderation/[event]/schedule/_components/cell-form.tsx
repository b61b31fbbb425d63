import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Board, pairOf } from "@/components/schedule/board";
import { useFitText } from "@/components/schedule/fit-text";
import type { Standing } from "@/components/schedule/standing";
import { judgeSlots } from "@/domain/schedule/rules";
import { placeAction } from "../actions";

type Props = { board: Board; standing: Standing; title: string; slotId: string; roomId: string };

/** Fills a free place with one of the meetings that have none. */
export function CellForm({ board, standing, title, slotId, roomId }: Props) {
  const t = useTranslations("ScheduleEditor");
  const options = useChoices(board, slotId);
  if (options.length === 0) return <p>{t("none")}</p>;
  return (
    <Form action={placeAction} className="max-w-2xl space-y-4" label={title}>
      <input type="hidden" name="event" value={board.event.slug} />
      <input type="hidden" name="spot" value={`${slotId} ${roomId}`} />
      {standing.view ? <input type="hidden" name="view" value={standing.view} /> : null}
      <SelectField name="meeting" label={t("meeting")} options={options} emptyLabel={t("choose")} />
      <SubmitButton>{t("place")}</SubmitButton>
    </Form>
  );
}

/** The meetings without a place: first those whose persons are free in the slot. */
function useChoices(board: Board, slotId: string) {
  const t = useTranslations("SchedulePage");
  const fitText = useFitText();
  const open = board.draft.meetings.filter(({ id, isCancelled }) => !isCancelled && !board.placements.has(id));
  const fits = open.flatMap((meeting) => judgeSlots(board.draft, meeting).filter((fit) => fit.slotId === slotId).map((fit) => ({ meeting, fit })));
  const obstacles = ({ fit }: (typeof fits)[number]) => fit.away.length + fit.busy.length;
  return fits
    .toSorted((a, b) => obstacles(a) - obstacles(b))
    .map(({ meeting, fit }) => ({ value: meeting.id, label: `${t("pair", pairOf(meeting))} · ${fitText(fit)}` }));
}
