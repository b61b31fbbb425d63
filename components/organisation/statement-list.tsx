import { useTranslations } from "next-intl";
import type { StatementView } from "@/domain/organisation/schema";
import { FieldTags } from "./field-tags";
import { UserText } from "./user-text";

/** Offers or needs in their order, each with its language and its fields. */
export function StatementList({ statements, empty }: { statements: readonly StatementView[]; empty: string }) {
  const t = useTranslations("OrganisationProfile");
  if (statements.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="space-y-3">
      {statements.map((statement) => (
        <li key={statement.id} className="space-y-2 rounded-xl border border-line bg-surface px-5 py-4">
          <p><UserText text={statement.text} locale={statement.locale} /></p>
          <FieldTags codes={statement.fields} label={t("fields")} />
        </li>
      ))}
    </ul>
  );
}
