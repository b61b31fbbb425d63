import { useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { RepairView } from "@/domain/schedule/queries/get-repair";
import { mostRepairs } from "@/domain/schedule/schema";
import { Link } from "@/i18n/navigation";
import { applyRepairAction } from "../actions";

/** Takes exactly what is shown into the draft, or leaves the draft as it is. */
export function ApplyForm({ repair: { event, draft, changes } }: { repair: RepairView }) {
  const t = useTranslations("RepairPage");
  if (changes.length > mostRepairs) return <Alert tone="warning" title={t("tooMany")} />;
  return (
    <Form action={applyRepairAction} className="mt-8 space-y-4" label={t("apply")}>
      <input type="hidden" name="event" value={event.slug} />
      <input type="hidden" name="revision" value={draft.revision} />
      {changes.map((change) => (change.kind === "gone"
        ? <input key={change.meetingId} type="hidden" name="removed" value={change.meetingId} />
        : <input key={change.meetingId} type="hidden" name="entries" value={`${change.meetingId} ${change.after.slotId} ${change.after.roomId}`} />
      ))}
      <p>{t("applyHint")}</p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("apply")}</SubmitButton>
        <Link href={`/moderation/${event.slug}/schedule`} className={buttonClass("secondary")}>{t("leave")}</Link>
      </div>
    </Form>
  );
}
