import { useLocale, useTranslations } from "next-intl";
import type { HistoryAction, HistoryEntry } from "@/domain/request/schema";
import { formatInstant } from "@/i18n/format";

const keys = {
  "request.send": "request_send",
  "request.edit": "request_edit",
  "request.propose_colleague": "request_propose_colleague",
  "request.accept": "request_accept",
  "request.decline": "request_decline",
  "request.withdraw": "request_withdraw",
  "request.expire": "request_expire",
  "meeting.cancel": "meeting_cancel",
} as const satisfies Record<HistoryAction, string>;

/** What happened to a request, the latest first; times in the event's zone. */
export function HistoryList({ history, partner, timeZone }: { history: readonly HistoryEntry[]; partner: string; timeZone: string }) {
  const t = useTranslations("RequestHistory");
  const locale = useLocale();
  return (
    <ol className="space-y-3 border-l-2 border-line pl-4">
      {history.map((entry) => (
        <li key={`${entry.at.toISOString()}-${entry.action}`}>
          <p>{t(keys[entry.action], { by: entry.by, name: partner })}</p>
          <p className="text-sm text-muted"><time dateTime={entry.at.toISOString()}>{formatInstant(entry.at, locale, timeZone)}</time></p>
        </li>
      ))}
    </ol>
  );
}
