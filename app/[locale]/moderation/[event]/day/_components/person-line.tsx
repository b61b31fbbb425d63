import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Badge, type Tone } from "@/components/ui/badge";
import { attendanceObstacle } from "@/domain/attendance/rules";
import type { Attendance, AttendanceState } from "@/domain/attendance/schema";
import { type Board, type BoardPerson, type BoardView, repairAddress } from "@/domain/day/schema";
import { formatTime } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { setAttendanceAction } from "../actions";

type Wanted = AttendanceState | "unknown";

const tones: Record<AttendanceState, Tone> = { here: "success", left: "neutral", absent: "danger" };

/** What can be said next of somebody. */
function choicesOf(attendance: Attendance | null, { event, now }: Board): Wanted[] {
  const next: Record<Wanted, Wanted[]> = { unknown: ["here", "absent"], here: ["left"], left: ["here"], absent: ["here", "unknown"] };
  return next[attendance?.state ?? "unknown"].filter((wanted) => attendanceObstacle(attendance, wanted, event, now) === null);
}

type Props = { person: BoardPerson; board: Board; view: BoardView };

/** Somebody, whether they are here, and the buttons that say otherwise. */
export function PersonLine({ person, board, view }: Props) {
  const t = useTranslations("DayPage");
  const locale = useLocale();
  const { registrationId, personName, organisation, attendance } = person;
  const name = t("person", { person: personName, organisation: organisation.name });
  const choices = choicesOf(attendance, board);
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">{organisation.name}</span>
        <span className="text-muted">{personName}</span>
        {attendance
          ? <Badge tone={tones[attendance.state]}>{t(`since.${attendance.state}`, { time: formatTime(attendance.since, locale, board.event.timeZone) })}</Badge>
          : <Badge tone="warning">{t("since.expected")}</Badge>}
      </p>
      {choices.length > 0 ? (
        <Form action={setAttendanceAction} className="flex flex-wrap gap-2">
          <input type="hidden" name="event" value={board.event.slug} />
          <input type="hidden" name="registration" value={registrationId} />
          <input type="hidden" name="version" value={attendance?.version ?? 0} />
          {Object.entries(view).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
          {choices.map((choice) => (
            <SubmitButton key={choice} name="state" value={choice} look={choice === "here" ? "primary" : "secondary"} size="small" aria-label={t(`sayLabel.${choice}`, { name })}>
              {t(`say.${choice}`)}
            </SubmitButton>
          ))}
        </Form>
      ) : null}
      {attendance && attendance.state !== "here" && board.isReleased && board.phase !== "after" ? (
        <Link href={repairAddress(board.event.slug, { kind: "person", of: registrationId })} prefetch={false} aria-label={t("repairLabel", { name })} className="inline-flex min-h-8 items-center font-medium underline">{t("repair")}</Link>
      ) : null}
    </div>
  );
}
