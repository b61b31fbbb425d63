import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { fitLevel } from "@/domain/fit/rules";
import type { FitLevel } from "@/domain/fit/schema";

const tones: Record<FitLevel, Tone> = { none: "danger", weak: "warning", good: "success", strong: "success" };

/** How well two fit: the number, and what it means in a word. */
export function FitMark({ fit }: { fit: number }) {
  const t = useTranslations("FitPage");
  const level = fitLevel(fit);
  return <Badge tone={tones[level]}>{t("mark", { fit, level: t(`level.${level}`) })}</Badge>;
}
