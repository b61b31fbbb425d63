import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { PlanView } from "@/domain/day/queries/get-plan";
import { boardAddress } from "@/domain/day/schema";
import { mostRepairs } from "@/domain/schedule/schema";
import { Link } from "@/i18n/navigation";
import { applyPlanAction } from "../../actions";

/** Does exactly what is shown, and tells everybody; or leaves the day as it is. */
export function ApplyForm({ plan: { event, cause, about, revision, change, changes }, after }: { plan: PlanView; after: number }) {
  const t = useTranslations("DayRepair");
  const locale = useLocale();
  const { removed, entries, made } = change;
  if (removed.length + entries.length > mostRepairs) return <Alert tone="warning" title={t("tooMany")} />;
  const isMade = new Set(made.map(({ id }) => id));
  const fields = { event: event.slug, kind: cause.kind, of: cause.of, seen: about.seen, revision, after, subjectLocale: locale };
  return (
    <Form action={applyPlanAction} className="mt-8 max-w-3xl space-y-4" label={t("apply")}>
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {removed.map((id) => <input key={id} type="hidden" name="removed" value={id} />)}
      {entries.map(({ meetingId, slotId, roomId }) => <input key={meetingId} type="hidden" name={isMade.has(meetingId) ? "pairs" : "entries"} value={`${meetingId} ${slotId} ${roomId}`} />)}
      {made.length > 0 ? <TextField name="subject" label={t("subject")} hint={t("subjectHint")} defaultValue={t("subjectText")} maxLength={200} /> : null}
      <p>{changes.length > 0 ? t("applyHint", { number: after + 1 }) : t("closeHint")}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{about.kind === "room" ? t("applyRoom") : t("apply")}</SubmitButton>
        <Link href={boardAddress(event.slug, {})} className={buttonClass("secondary")}>{t("leave")}</Link>
      </div>
    </Form>
  );
}
