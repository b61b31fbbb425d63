import { useTranslations } from "next-intl";
import type { RequestSummary } from "@/domain/request/schema";

/** Why a request was declined: the ready-made reason in the reader's language, own words as they were written. */
export function DeclineReason({ request: { declineCode, declineText } }: { request: Pick<RequestSummary, "declineCode" | "declineText"> }) {
  const t = useTranslations("DeclineReasons");
  if (!declineCode && !declineText) return null;
  return (
    <div className="space-y-1">
      {declineCode ? <p>{t(declineCode)}</p> : null}
      {declineText ? <p className="break-words whitespace-pre-line"><q>{declineText}</q></p> : null}
    </div>
  );
}
