import { useTranslations } from "next-intl";
import { ChangesTable } from "@/components/schedule/changes-table";
import { Section } from "@/components/ui/surface";
import type { Comparison as ComparisonData, VersionsView } from "@/domain/schedule/queries/list-versions";

type Props = { comparison: ComparisonData; view: VersionsView };

/** What one version changed against the one before, meeting by meeting. */
export function Comparison({ comparison: { number, before, changes }, view: { event, places, names } }: Props) {
  const t = useTranslations("VersionsPage");
  const title = before === null ? t("changesFirst", { number }) : t("changes", { number, before });
  const context = { timeZone: event.timeZone, ...places, names };
  return (
    <Section id="changes" title={title}>
      {changes.length === 0 ? <p className="text-muted">{t("noChanges")}</p> : <ChangesTable title={title} changes={changes} context={context} />}
    </Section>
  );
}
