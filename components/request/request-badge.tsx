import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { shownState } from "@/domain/request/rules";
import type { RequestState, RequestSummary } from "@/domain/request/schema";

const tones: Record<RequestState | "cancelled", Tone> = {
  pending: "primary",
  accepted: "success",
  declined: "warning",
  withdrawn: "neutral",
  expired: "neutral",
  cancelled: "warning",
};

/** What became of a request, in a word. */
export function RequestBadge({ request }: { request: Pick<RequestSummary, "state" | "expiresAt" | "isCancelled"> }) {
  const t = useTranslations("RequestState");
  const state = request.isCancelled ? "cancelled" : shownState(request, new Date());
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
