import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { MailState } from "@/domain/mail/schema";

const tones: Record<MailState, Tone> = { queued: "neutral", sending: "primary", sent: "success", failed: "warning", dead: "danger", outdated: "neutral", suppressed: "danger", unwanted: "neutral" };

/** Where a mail stands, in words. */
export function MailStateBadge({ state }: { state: MailState }) {
  const t = useTranslations("MailStates");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
