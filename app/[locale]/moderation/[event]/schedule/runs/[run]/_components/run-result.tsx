import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { toBoard, pairOf } from "@/components/schedule/board";
import { ChangesTable } from "@/components/schedule/changes-table";
import { FiguresTable } from "@/components/schedule/figures-table";
import { ReasonText } from "@/components/schedule/reason-text";
import { Alert } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/surface";
import type { RunResult as RunResultData, RunView } from "@/domain/schedule/queries/get-run";
import { formatInstant } from "@/i18n/format";
import { acceptAction, discardAction } from "../actions";
import { ConflictList } from "./conflict-list";
import { VerdictText } from "./verdict-text";

type Props = { view: RunView; result: RunResultData };

/** What a run has found: the result in words, beside the draft as it is now, and the decision. */
export function RunResult({ view, result }: Props) {
  const t = useTranslations("RunPage");
  const { event } = view;
  const { draft, changes, answer, unplaced } = result;
  const board = toBoard({ slug: event.slug, timeZone: event.timeZone }, draft, []);
  const names = new Map(draft.meetings.map((meeting) => [meeting.id, Object.values(pairOf(meeting))]));
  const isFound = answer.status !== "unknown";
  return (
    <>
      <Card className="space-y-5">
        <VerdictText answer={answer} />
        {view.run.kept === "placed" && isFound ? <p>{t("keptHint")}</p> : null}
        <p className="text-muted">{t("seconds", { seconds: Math.max(1, Math.round(answer.seconds)) })} {answer.isCut ? t(view.run.state === "cancelled" ? "stopped" : "cut") : null}</p>
        <Decision view={view} result={result} />
      </Card>
      {answer.conflict ? <ConflictList conflict={answer.conflict} board={board} /> : null}
      {isFound && unplaced.size > 0 ? (
        <Section title={t("unplaced")} intro={t("unplacedIntro")}>
          <Unplaced result={result} />
        </Section>
      ) : null}
      {isFound ? (
        <>
          <Section title={t("figures")}>
            <FiguresTable title={t("figures")} left={{ label: t("now"), figures: result.present }} right={{ label: t("proposed"), figures: result.proposed }} />
          </Section>
          <Section title={t("changes")}>
            {changes.length === 0
              ? <p className="text-muted">{t("changesNone")}</p>
              : <ChangesTable title={t("changes")} changes={changes} context={{ timeZone: event.timeZone, slots: draft.slots, rooms: draft.rooms, names }} />}
          </Section>
        </>
      ) : null}
    </>
  );
}

/** Accept or discard; or what was decided, or why nothing can be. */
function Decision({ view: { event, run }, result: { answer, isOutdated } }: Props) {
  const t = useTranslations("RunPage");
  const locale = useLocale();
  const when = (instant: Date) => formatInstant(instant, locale, event.timeZone);
  if (run.acceptedAt) return <Alert tone="success">{t("accepted", { when: when(run.acceptedAt) })}</Alert>;
  if (run.discardedAt) return <Alert tone="neutral">{t("discarded", { when: when(run.discardedAt) })}</Alert>;
  const fields = { event: event.slug, run: run.id };
  return (
    <>
      {isOutdated ? <Alert tone="warning" title={t("outdatedTitle")}>{t("outdatedText")}</Alert> : null}
      <div className="flex flex-wrap items-start gap-3">
        {isOutdated || answer.status === "unknown" ? null : <ActionButton action={acceptAction} fields={fields} look="primary" size="normal">{t("accept")}</ActionButton>}
        <ActionButton action={discardAction} fields={fields} look="secondary" size="normal">{t("discard")}</ActionButton>
      </div>
      {isOutdated ? null : <p className="text-sm text-muted">{t("acceptHint")}</p>}
    </>
  );
}

function Unplaced({ result: { draft, unplaced } }: { result: RunResultData }) {
  const t = useTranslations("ScheduleChanges");
  const meetings = draft.meetings.flatMap((meeting) => {
    const reason = unplaced.get(meeting.id);
    return reason ? [{ meeting, reason }] : [];
  });
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {meetings.map(({ meeting, reason }) => (
        <li key={meeting.id} className="min-w-0 rounded-xl border border-line bg-surface px-4 py-3">
          <p className="font-medium">{t("pair", pairOf(meeting))}</p>
          <p className="text-muted"><ReasonText reason={reason} meeting={meeting} /></p>
        </li>
      ))}
    </ul>
  );
}
