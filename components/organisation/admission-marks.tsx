import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

type Props = { isOutsideRegion: boolean; isDemo: boolean; namesakes: readonly string[] };

/** What a moderator should notice about an organisation; nothing where there is nothing. */
export function AdmissionMarks({ isOutsideRegion, isDemo, namesakes }: Props) {
  const t = useTranslations("ModerationOrganisations");
  const tCard = useTranslations("OrganisationCard");
  if (!isOutsideRegion && !isDemo && namesakes.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {isOutsideRegion ? <Badge tone="warning">{t("outside")}</Badge> : null}
      {namesakes.length > 0 ? <Badge tone="warning">{t("namesakes", { names: namesakes.join(" · ") })}</Badge> : null}
      {isDemo ? <Badge>{tCard("demo")}</Badge> : null}
    </div>
  );
}
