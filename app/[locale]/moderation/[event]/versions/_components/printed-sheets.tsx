import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/surface";
import type { VersionsView } from "@/domain/schedule/queries/list-versions";
import { Link } from "@/i18n/navigation";

/** The ways to what is printed for the day: sheets for rooms, and for participants. */
export function PrintedSheets({ view: { event, versions: [latest] } }: { view: VersionsView }) {
  const t = useTranslations("PrintPage");
  if (!latest || latest.takenBackAt) return null;
  return (
    <Section id="print" title={t("title")} intro={t("titleIntro")}>
      <div className="flex flex-wrap gap-3">
        {(["rooms", "agendas", "interpreters"] as const).map((sheets) => (
          <Link key={sheets} href={`/moderation/${event.slug}/print/${sheets}`} prefetch={false} className={buttonClass("secondary", "small")}>
            <Printer aria-hidden="true" className="size-5" />
            {t(sheets)}
          </Link>
        ))}
      </div>
    </Section>
  );
}
