import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Card, Section } from "@/components/ui/surface";
import type { Reader } from "@/domain/evidence/schema";
import { formatInstant } from "@/i18n/format";
import { allowEvidenceAction, disallowEvidenceAction } from "../actions";

type Props = { programme: { slug: string; name: string; timeZone: string }; readers: readonly Reader[] };

/** Who may read the evidence of a programme, for its organisers to change. */
export function ReaderList({ programme, readers }: Props) {
  const [t, locale] = [useTranslations("Evidence"), useLocale()];
  return (
    <Section title={t("readers", { programme: programme.name })} intro={t("readersIntro")}>
      <ul className="space-y-3">
        {readers.map(({ role, person, duty, event, since }) => {
          const fields = { programme: programme.slug, role };
          return (
            <li key={role}>
              <Card className="flex flex-wrap items-center justify-between gap-4">
                <div className="min-w-0">
                  <h3 className="font-bold">{person}</h3>
                  <p className="text-muted">{event === null ? t(`duties.${duty}`) : t(`eventDuties.${duty}`, { event })}</p>
                  {since ? <p>{t("since", { at: formatInstant(since, locale, programme.timeZone) })}</p> : null}
                </div>
                {since
                  ? <ActionButton action={disallowEvidenceAction} fields={fields} label={t("disallowLabel", { person })}>{t("disallow")}</ActionButton>
                  : <ActionButton action={allowEvidenceAction} fields={fields} label={t("allowLabel", { person })}>{t("allow")}</ActionButton>}
              </Card>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
