import { useLocale, useTranslations } from "next-intl";
import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { SeenField } from "@/components/form/seen-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { EventSettings } from "@/domain/event/schema";
import { localTime } from "@/domain/time";
import { formatZone } from "@/i18n/format";
import { settingsAction } from "../actions";

/** When the form is open, for how many, and the rules of asking and of the link. */
export function SettingsForm({ event }: { event: EventSettings }) {
  const t = useTranslations("EventSettings");
  const locale = useLocale();
  const zone = formatZone(event.startsAt, locale, event.timeZone);
  const local = (instant: Date | null) => (instant ? localTime(instant, event.timeZone) : undefined);
  const { held, waiting, capacity } = event.places;
  return (
    <Form action={settingsAction} className="space-y-6">
      <input type="hidden" name="event" value={event.slug} />
      <SeenField name="version" value={event.version} />
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <TextField name="opensAt" type="datetime-local" label={t("opensAt")} hint={t("opensAtHint", { zone })} isOptional defaultValue={local(event.registrationOpensAt)} />
        <TextField name="closesAt" type="datetime-local" label={t("closesAt")} hint={t("closesAtHint", { zone })} isOptional defaultValue={local(event.registrationClosesAt)} />
        <TextField name="capacity" type="number" inputMode="numeric" min={1} label={t("capacity")} hint={t("capacityHint", { held, waiting })} isOptional defaultValue={capacity ?? undefined} />
      </div>
      <CheckboxField name="needsApproval" label={t("needsApproval")} hint={t("needsApprovalHint")} defaultChecked={event.needsApproval} />
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <TextField name="requestQuota" type="number" inputMode="numeric" min={1} max={1000} label={t("requestQuota")} hint={t("requestQuotaHint")} defaultValue={event.requestQuota} />
        <TextField name="requestExpiryDays" type="number" inputMode="numeric" min={1} max={90} label={t("requestExpiryDays")} hint={t("requestExpiryDaysHint")} defaultValue={event.requestExpiryDays} />
        <TextField name="meetingUrl" type="url" inputMode="url" label={t("meetingUrl")} hint={t("meetingUrlHint")} isOptional defaultValue={event.meetingUrl ?? undefined} />
        <TextField name="videoAddress" inputMode="url" label={t("videoAddress")} hint={t("videoAddressHint")} isOptional maxLength={300} defaultValue={event.videoAddress ?? undefined} />
        <TextField name="linkDaysBefore" type="number" inputMode="numeric" min={0} max={60} label={t("linkDaysBefore")} hint={t("linkDaysBeforeHint")} defaultValue={event.linkDaysBefore} />
      </div>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}
