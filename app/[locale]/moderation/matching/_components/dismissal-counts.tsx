import { useTranslations } from "next-intl";
import { Card, Section } from "@/components/ui/surface";
import { type DismissalReason, dismissalReasons } from "@/domain/directory/schema";

/** Why suggestions were dismissed, in numbers: by whom and of whom stays with those who said so. Nothing while nobody did. */
export function DismissalCounts({ counts }: { counts: Record<DismissalReason, number> }) {
  const t = useTranslations("DismissalCounts");
  const tReasons = useTranslations("DismissalReasons");
  const given = dismissalReasons.filter((reason) => counts[reason] > 0);
  if (given.length === 0) return null;
  return (
    <Section title={t("title")} intro={t("intro")}>
      <Card>
        <dl className="space-y-2">
          {given.map((reason) => (
            <div key={reason} className="flex flex-wrap justify-between gap-x-6">
              <dt>{tReasons(reason)}</dt>
              <dd className="font-semibold">{t("times", { count: counts[reason] })}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}
