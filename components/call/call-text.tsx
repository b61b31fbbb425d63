import { useLocale, useTranslations } from "next-intl";
import { FieldTags } from "@/components/organisation/field-tags";
import { UserText } from "@/components/organisation/user-text";
import { Badge } from "@/components/ui/badge";
import type { CallSummary } from "@/domain/call/schema";
import { formatDay } from "@/i18n/format";

/** What is looked for, in which fields, until when, and where it stands. */
export function CallText({ call, timeZone }: { call: CallSummary; timeZone: string }) {
  const t = useTranslations("CallText");
  const locale = useLocale();
  return (
    <div className="space-y-3">
      <p className="max-w-prose whitespace-pre-line wrap-anywhere"><UserText text={call.text} locale={call.locale} /></p>
      {call.fields.length > 0 ? <FieldTags codes={call.fields} label={t("fields")} /> : null}
      <p className="flex flex-wrap items-center gap-2 text-muted">
        <Badge tone={call.state === "open" ? "success" : "neutral"}>{t(call.state)}</Badge>
        {call.ownAnswer ? <Badge tone="primary">{t(`answer.${call.ownAnswer}`)}</Badge> : null}
        {t(call.state === "open" ? "until" : "since", { day: formatDay(call.closesAt, locale, timeZone) })}
      </p>
    </div>
  );
}
