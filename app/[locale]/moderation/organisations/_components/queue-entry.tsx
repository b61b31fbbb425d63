import { useLocale, useTranslations } from "next-intl";
import { AdmissionMarks } from "@/components/organisation/admission-marks";
import { Place } from "@/components/organisation/place";
import { buttonClass } from "@/components/ui/button";
import type { QueueEntry } from "@/domain/admission/schema";
import { formatShortDay } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

/** One organisation in the queue: what a moderator wants to know before looking at it. */
export function QueueEntryCard({ entry, showsProgramme }: { entry: QueueEntry; showsProgramme: boolean }) {
  const t = useTranslations("ModerationOrganisations");
  const tType = useTranslations("OrganisationType");
  const locale = useLocale();
  const { organisation, programme } = entry;
  const name = programme.texts.find((text) => text.locale === locale)?.name;
  const day = formatShortDay(entry.decidedAt && entry.state !== "pending" ? entry.decidedAt : entry.createdAt, locale, programme.timeZone);
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 rounded-2xl border border-line bg-surface px-5 py-4">
      <div className="min-w-0 space-y-2">
        <h2 className="text-xl font-bold">{organisation.name}</h2>
        <p className="text-muted">
          {tType(organisation.type)} · <Place region={organisation.region} country={organisation.country} /> · {t(entry.state === "pending" ? "since" : "decided", { day })}
          {showsProgramme && name ? <> · {name}</> : null}
        </p>
        <AdmissionMarks isOutsideRegion={entry.isOutsideRegion} isDemo={organisation.isDemo} namesakes={entry.namesakes} />
      </div>
      <Link href={`/moderation/organisations/${entry.id}`} aria-label={t("lookLabel", { name: organisation.name })} className={buttonClass(entry.state === "pending" ? "primary" : "secondary", "small")}>
        {t("look")}
      </Link>
    </div>
  );
}
