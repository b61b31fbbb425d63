import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Board, pairOf } from "@/components/schedule/board";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import { WarningMarks } from "@/components/schedule/warning-marks";
import { isImpossible } from "@/domain/schedule/rules";
import type { DraftMeeting, Warning } from "@/domain/schedule/schema";
import { Link } from "@/i18n/navigation";

type Props = { meeting: DraftMeeting; board: Board; standing: Standing };

function edgeOf(warnings: readonly Warning[]): string {
  if (warnings.some(isImpossible)) return "border-danger bg-surface";
  return warnings.length > 0 ? "border-warning bg-surface" : "border-line bg-surface";
}

/** A placed meeting: opens its editor, and says in words what is wrong with it. */
export function MeetingLink({ meeting, board, standing }: Props) {
  const t = useTranslations("SchedulePage");
  const warnings = board.warningsOf(meeting.id);
  const { left, right } = pairOf(meeting);
  const interpreter = board.interpreterOf(meeting.id);
  return (
    <Link
      href={scheduleAddress(board.event.slug, { view: standing.view, meeting: meeting.id })}
      prefetch={false}
      aria-current={standing.meeting === meeting.id ? "true" : undefined}
      className={`block rounded-xl border-2 px-3 py-2 no-underline hover:border-primary aria-[current]:border-primary aria-[current]:ring-2 aria-[current]:ring-primary ${edgeOf(warnings)}`}
    >
      <span className="block font-medium text-ink underline decoration-line-strong">{left}</span>
      <span className="block font-medium text-ink underline decoration-line-strong">{right}</span>
      {interpreter ? <span className="mt-1 block text-sm text-muted">{t("interpreter", { name: interpreter })}</span> : null}
      {warnings.length > 0 || board.placements.get(meeting.id)?.isLocked ? (
        <span className="mt-1.5 flex flex-wrap gap-1.5">
          {board.placements.get(meeting.id)?.isLocked ? (
            <span className="inline-flex items-center gap-1 text-sm text-muted"><Lock aria-hidden="true" className="size-4" />{t("locked")}</span>
          ) : null}
          <WarningMarks warnings={warnings} />
        </span>
      ) : null}
    </Link>
  );
}
