import { useTranslations } from "next-intl";
import { type Board, pairOf } from "@/components/schedule/board";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import { useWarningText } from "@/components/schedule/warning-text";
import { Alert } from "@/components/ui/badge";
import { isImpossible } from "@/domain/schedule/rules";
import type { Warning } from "@/domain/schedule/schema";
import { Link } from "@/i18n/navigation";

type Props = { board: Board; standing: Standing };

/** All conflicts of the draft: what blocks a release, and what a moderator may know better. */
export function WarningList({ board, standing }: Props) {
  const t = useTranslations("ScheduleWarnings");
  const blocking = board.warnings.filter(isImpossible);
  const checking = board.warnings.filter((warning) => !isImpossible(warning));
  if (board.draft.placements.length === 0) return null;
  return (
    <section id="warnings" aria-label={t("title")} className="mb-8 space-y-3">
      {board.warnings.length === 0 ? <Alert tone="success">{t("none")}</Alert> : null}
      {blocking.length > 0 ? (
        <Alert tone="danger" title={t("impossible", { count: blocking.length })}>
          <Items warnings={blocking} board={board} standing={standing} />
        </Alert>
      ) : null}
      {checking.length > 0 ? (
        <Alert tone="warning" title={t("overridable", { count: checking.length })}>
          <p>{t("overridableHint")}</p>
          <Items warnings={checking} board={board} standing={standing} />
        </Alert>
      ) : null}
    </section>
  );
}

function Items({ warnings, board, standing }: Props & { warnings: readonly Warning[] }) {
  const t = useTranslations("SchedulePage");
  const describe = useWarningText(board);
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {warnings.map((warning) => (
        <li key={`${warning.kind} ${warning.slotId} ${warning.meetingIds.join(" ")}`}>
          {describe(warning)}:{" "}
          {warning.meetingIds.map((id, index) => {
            const meeting = board.meetings.get(id);
            return meeting ? (
              <span key={id}>
                {index > 0 ? ", " : null}
                <Link href={scheduleAddress(board.event.slug, { view: standing.view, meeting: id })} prefetch={false} className="font-medium underline">
                  {t("pair", pairOf(meeting))}
                </Link>
              </span>
            ) : null;
          })}
        </li>
      ))}
    </ul>
  );
}
