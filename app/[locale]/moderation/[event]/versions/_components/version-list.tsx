import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/surface";
import type { VersionSummary, VersionsView } from "@/domain/schedule/queries/list-versions";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { takeBackAction } from "../actions";

/** Every version with its state; the latest can be taken back. */
export function VersionList({ view: { event, versions, comparison } }: { view: VersionsView }) {
  const t = useTranslations("VersionsPage");
  return (
    <section aria-label={t("list")}>
      <ol reversed className="space-y-4">
        {versions.map((version, index) => (
          <li key={version.number}>
            <Version version={version} event={event} isLatest={index === 0} isShown={comparison?.number === version.number} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type Props = { version: VersionSummary; event: VersionsView["event"]; isLatest: boolean; isShown: boolean };

function Version({ version, event, isLatest, isShown }: Props) {
  const t = useTranslations("VersionsPage");
  const locale = useLocale();
  const { number, releasedBy, note, entryCount } = version;
  const when = formatInstant(version.releasedAt, locale, event.timeZone);
  return (
    <Card className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap items-center gap-3">
          <span className="font-display text-xl font-bold">{t("version", { number })}</span>
          <State version={version} isLatest={isLatest} timeZone={event.timeZone} />
        </p>
        <p className="text-muted">{releasedBy ? t("released", { when, person: releasedBy }) : t("releasedAlone", { when })} · {t("entries", { count: entryCount })}</p>
        {note ? <p className="break-words">{note}</p> : null}
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <Link
          href={`/moderation/${event.slug}/versions?number=${number}#changes`}
          prefetch={false}
          aria-label={t("compareLabel", { number })}
          aria-current={isShown ? "true" : undefined}
          className={buttonClass("secondary", "small")}
        >
          {t("compare")}
        </Link>
        {isLatest && version.takenBackAt === null ? <TakeBack number={number} slug={event.slug} /> : null}
      </div>
    </Card>
  );
}

function State({ version, isLatest, timeZone }: { version: VersionSummary; isLatest: boolean; timeZone: string }) {
  const t = useTranslations("VersionsPage");
  const locale = useLocale();
  if (version.takenBackAt) return <Badge tone="warning">{t("takenBack", { when: formatInstant(version.takenBackAt, locale, timeZone) })}</Badge>;
  return isLatest ? <Badge tone="success">{t("current")}</Badge> : <Badge>{t("replaced")}</Badge>;
}

function TakeBack({ number, slug }: { number: number; slug: string }) {
  const t = useTranslations("VersionsPage");
  return (
    <Disclosure summary={t("takeBack", { number })} tone="danger">
      <p className="mb-4 max-w-md">{t("takeBackHint")}</p>
      <ActionButton action={takeBackAction} fields={{ event: slug, number: String(number) }} look="danger">{t("takeBackConfirm")}</ActionButton>
    </Disclosure>
  );
}
