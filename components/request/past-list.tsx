import { useLocale, useTranslations } from "next-intl";
import { UserText } from "@/components/organisation/user-text";
import { Badge } from "@/components/ui/badge";
import type { MeetingSummary } from "@/domain/meeting/schema";
import type { RequestSummary } from "@/domain/request/schema";
import { formatShortDay } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { DeclineReason } from "./decline-reason";
import { RequestBadge } from "./request-badge";

type Props = { requests: readonly RequestSummary[]; pairings: readonly MeetingSummary[]; event: { slug: string; timeZone: string } };

/** What is over, short: who, about what, and how it ended. */
export function PastList({ requests, pairings, event }: Props) {
  const t = useTranslations("MeetingCard");
  return (
    <ul className="divide-y divide-line rounded-2xl border border-line bg-surface">
      {requests.map((request) => <PastRequest key={request.id} request={request} event={event} />)}
      {pairings.map((pairing) => (
        <li key={pairing.id} className="space-y-1 px-5 py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{pairing.partner.name}</span>
            <Badge tone="warning">{t("cancelled")}</Badge>
          </p>
          <p className="break-words"><UserText text={pairing.subject} locale={pairing.subjectLocale} /></p>
        </li>
      ))}
    </ul>
  );
}

function PastRequest({ request, event }: { request: RequestSummary; event: Props["event"] }) {
  const t = useTranslations("RequestCard");
  const locale = useLocale();
  return (
    <li className="space-y-1 px-5 py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/events/${event.slug}/requests/${request.id}`} prefetch={false} className="inline-flex min-h-8 items-center font-semibold underline">
          {request.partner.name}
        </Link>
        <RequestBadge request={request} />
      </p>
      <p className="break-words"><UserText text={request.subject} locale={request.subjectLocale} /></p>
      <DeclineReason request={request} />
      <p className="text-sm text-muted">
        {request.side === "requester" ? t("sentByYou") : t("sentToYou")} ·{" "}
        {t("ended", { date: formatShortDay(request.answeredAt ?? request.expiresAt, locale, event.timeZone) })}
      </p>
    </li>
  );
}
