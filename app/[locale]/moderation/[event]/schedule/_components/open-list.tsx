import { useTranslations } from "next-intl";
import { type Board, pairOf } from "@/components/schedule/board";
import { ReasonText } from "@/components/schedule/reason-text";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import type { DraftView } from "@/domain/schedule/queries/get-draft";
import { Link } from "@/i18n/navigation";

type Props = { board: Board; unplaced: DraftView["unplaced"]; standing: Standing };

/** Agreed meetings without a place, each with the reason. */
export function OpenList({ board, unplaced, standing }: Props) {
  const t = useTranslations("SchedulePage");
  if (unplaced.size === 0) return <p className="text-muted">{t("openNone")}</p>;
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {[...unplaced].map(([id, reason]) => {
        const meeting = board.meetings.get(id);
        if (!meeting) return null;
        return (
          <li key={id} className="min-w-0 rounded-xl border border-line bg-surface px-4 py-3">
            <Link href={scheduleAddress(board.event.slug, { view: standing.view, meeting: id })} prefetch={false} className="font-medium underline">
              {t("pair", pairOf(meeting))}
            </Link>
            <p className="text-muted"><ReasonText reason={reason} meeting={meeting} /></p>
          </li>
        );
      })}
    </ul>
  );
}
