import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { countUntranslated, GapList } from "@/components/schedule/gap-list";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/surface";
import type { DraftView } from "@/domain/schedule/queries/get-draft";
import { releaseAction } from "../actions";

/** What a release would do, said before it is done; or why there can be none yet. */
export function ReleasePanel({ data }: { data: DraftView }) {
  const t = useTranslations("ScheduleRelease");
  const number = (data.latest?.number ?? 0) + 1;
  return (
    <Section id="release" title={t("title")} intro={t("intro", { number })}>
      <Card className="max-w-3xl space-y-5"><Content data={data} number={number} /></Card>
    </Section>
  );
}

function Content({ data, number }: { data: DraftView; number: number }) {
  const t = useTranslations("ScheduleRelease");
  const { draft, impossible, isReleased, changes, newlyTranslated, event } = data;
  if (draft.placements.length === 0) return <p>{t("empty")}</p>;
  if (impossible > 0) {
    return (
      <Alert tone="danger" title={t("impossible", { count: impossible })}>
        <a href="#warnings" className={`${buttonClass("secondary", "small")} mt-3`}>{t("toWarnings")}</a>
      </Alert>
    );
  }
  if (isReleased && changes.length + newlyTranslated.length === 0) return <p>{t("same")}</p>;
  return (
    <>
      <Consequences data={data} />
      <Form action={releaseAction} label={t("title")}>
        <input type="hidden" name="event" value={event.slug} />
        <input type="hidden" name="revision" value={draft.revision} />
        <input type="hidden" name="after" value={number - 1} />
        <TextField name="note" label={t("note")} isOptional maxLength={200} />
        <SubmitButton>{t("submit", { number })}</SubmitButton>
      </Form>
    </>
  );
}

function Consequences({ data: { event, draft, changes, affected, newlyTranslated, gaps, unplaced, isReleased } }: { data: DraftView }) {
  const t = useTranslations("ScheduleRelease");
  const tGaps = useTranslations("InterpreterGaps");
  const kinds = (["new", "moved", "room", "gone"] as const)
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <ul className="list-disc space-y-1.5 pl-5">
      <li>{t("entries", { count: draft.placements.length })}</li>
      {isReleased ? <li>{kinds.map(({ kind, count }) => t(kind, { count })).join(" · ")}</li> : null}
      <li>{t("people", { count: affected })}</li>
      {newlyTranslated.length > 0 ? <li>{t("interpreters", { count: newlyTranslated.length })}</li> : null}
      {gaps.length > 0 ? <li>{tGaps("title", { count: countUntranslated(gaps) })}<GapList gaps={gaps} slots={draft.slots} timeZone={event.timeZone} /></li> : null}
      {unplaced.size > 0 ? <li>{t("open", { count: unplaced.size })}</li> : null}
      <li>{t("late")}</li>
    </ul>
  );
}
