import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { isImpossible } from "@/domain/schedule/rules";
import type { Warning } from "@/domain/schedule/schema";

/** The conflicts of one meeting in a word each. */
export function WarningMarks({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations("ScheduleWarnings.short");
  const kinds = [...new Map(warnings.map((warning) => [warning.kind, warning])).values()];
  return kinds.map((warning) => (
    <Badge key={warning.kind} tone={isImpossible(warning) ? "danger" : "warning"}>{t(warning.kind)}</Badge>
  ));
}
