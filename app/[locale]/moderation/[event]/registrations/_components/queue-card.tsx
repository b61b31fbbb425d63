import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { InsideEvent } from "@/domain/event/schema";
import type { RegistrationRow } from "@/domain/registration/schema";
import { formatCountry, formatInstant, formatLanguages } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { DecisionForm } from "./decision-form";

type Props = { event: InsideEvent; row: RegistrationRow; slotCount: number };

/** One registration that waits for a decision: who it is, what they said, and the decision. */
export function QueueCard({ event, row, slotCount }: Props) {
  const t = useTranslations("RegistrationQueue");
  const locale = useLocale();
  const { organisation } = row;
  return (
    <Card>
      <h3 className="text-xl font-bold">{organisation.name}</h3>
      <p className="mt-1 mb-4 flex flex-wrap gap-2">
        <Badge>{formatCountry(organisation.country, locale)}</Badge>
        {organisation.isAdmitted ? null : <Badge tone="warning">{t("notAdmitted")}</Badge>}
      </p>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <Facts
          items={[
            { term: t("person"), value: row.personName },
            { term: t("email"), value: <a href={`mailto:${row.email}`} className="break-all underline">{row.email}</a> },
            { term: t("languages"), value: formatLanguages(row.languages, locale) },
            { term: t("interpreter"), value: row.interpreterNeeded ? t("yes") : t("no") },
            ...(slotCount > 0 ? [{ term: t("free"), value: t("freeOf", { free: row.slotIds.length, all: slotCount }) }] : []),
            { term: t("hopes"), value: row.hopes ? <span lang={row.locale} className="whitespace-pre-line">{row.hopes}</span> : t("none") },
            { term: t("since"), value: formatInstant(row.createdAt, locale, event.timeZone) },
            ...(row.reason ? [{ term: t("asked"), value: <span className="whitespace-pre-line">{row.reason}</span> }] : []),
          ]}
        />
        <div>
          {organisation.isAdmitted ? null : <p className="mb-4">{t("admitFirst")} <Link href="/moderation/organisations" prefetch={false} className="underline">{t("toOrganisations")}</Link></p>}
          <DecisionForm event={event.slug} row={row} />
        </div>
      </div>
    </Card>
  );
}
