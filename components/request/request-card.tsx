import { CalendarClock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UserText } from "@/components/organisation/user-text";
import { Card } from "@/components/ui/surface";
import type { RequestSummary } from "@/domain/request/schema";
import { formatInstant } from "@/i18n/format";
import { PartnerLine } from "./partner-line";

type Props = {
  request: RequestSummary;
  event: { slug: string; timeZone: string };
  /** What can be done with it. */
  children: ReactNode;
};

/** An open request in the inbox: who, about what, in whose words, until when. */
export function RequestCard({ request, event, children }: Props) {
  const t = useTranslations("RequestCard");
  return (
    <Card className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <PartnerLine partner={request.partner} event={event.slug} />
        <Deadline request={request} timeZone={event.timeZone} />
      </div>
      <div className="min-w-0">
        <p className="text-sm font-semibold text-accent">{t("about")}</p>
        <p className="text-lg font-semibold break-words"><UserText text={request.subject} locale={request.subjectLocale} /></p>
        <p lang={request.messageLocale} className="mt-2 line-clamp-3 max-w-prose break-words whitespace-pre-line">{request.message}</p>
      </div>
      {children}
    </Card>
  );
}

/** Until when an answer is possible, in the event's zone. */
export function Deadline({ request, timeZone }: { request: Pick<RequestSummary, "side" | "expiresAt">; timeZone: string }) {
  const t = useTranslations("RequestCard");
  const deadline = formatInstant(request.expiresAt, useLocale(), timeZone);
  return (
    <p className="flex items-center gap-2 font-semibold text-primary">
      <CalendarClock aria-hidden="true" className="size-5 shrink-0" />
      {request.side === "recipient" ? t("answerBy", { deadline }) : t("openUntil", { deadline })}
    </p>
  );
}
