import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form";
import { UserText } from "@/components/organisation/user-text";
import { Card, EmptyState } from "@/components/ui/surface";
import type { DismissalView } from "@/domain/directory/schema";
import { formatShortDay } from "@/i18n/format";
import { dismissalFields, type DismissalPlace } from "./dismissal-fields";

type Props = { dismissals: readonly DismissalView[]; timeZone: string; place: DismissalPlace; undo: FormAction };

/** Whom the own organisation does not want suggested, why and since when, each with the way back. */
export function DismissedList({ dismissals, timeZone, place, undo }: Props) {
  const t = useTranslations("Dismissal");
  return (
    <section aria-labelledby="dismissals">
      <h2 id="dismissals" className="text-2xl font-bold">{t("listTitle")}</h2>
      <p className="mt-1 mb-5 max-w-3xl text-muted">{t("listIntro")}</p>
      {dismissals.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState> : (
        <ul className="space-y-3">
          {dismissals.map((dismissal) => (
            <li key={dismissal.organisation.slug}><Entry dismissal={dismissal} timeZone={timeZone} place={place} undo={undo} /></li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ dismissal: { organisation, reason, note, createdAt }, timeZone, place, undo }: Omit<Props, "dismissals"> & { dismissal: DismissalView }) {
  const t = useTranslations("Dismissal");
  const tReasons = useTranslations("DismissalReasons");
  const locale = useLocale();
  const { slug, name } = organisation;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <h3 className="text-lg font-bold">{name}</h3>
        <p>{tReasons(reason)} <span className="text-muted">({formatShortDay(createdAt, locale, timeZone)})</span></p>
        {note ? <p className="break-words text-muted"><UserText text={note.text} locale={note.locale} /></p> : null}
      </div>
      <ActionButton action={undo} fields={dismissalFields(slug, place)} label={t("restoreLabel", { name })}>{t("restore")}</ActionButton>
    </Card>
  );
}
