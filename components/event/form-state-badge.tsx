import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { FormState } from "@/domain/event/schema";

const tones: Record<FormState, Tone> = { soon: "neutral", open: "success", full: "warning", closed: "neutral", cancelled: "danger" };

/** Whether one can register for an event, in two words. */
export function FormStateBadge({ state }: { state: FormState }) {
  const t = useTranslations("EventFacts");
  return <Badge tone={tones[state]}>{t(`form.${state}`)}</Badge>;
}
