import { useLocale, useTranslations } from "next-intl";
import { listSubjects } from "@/domain/aid/queries";
import type { Corrections } from "@/domain/concept/rules";
import type { StatementView } from "@/domain/organisation/schema";

/** As what a saved text is understood, in the reader's language. It is corrected where the text is. */
export function UnderstoodTags({ statement, corrections }: { statement: StatementView; corrections: Corrections | undefined }) {
  const t = useTranslations("WritingAid");
  const subjects = listSubjects({ ...statement, ...corrections }, useLocale());
  if (subjects.length === 0) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-2 text-sm">
      <span className="text-muted" id={`understood-${statement.id}`}>{t("entry")}</span>
      <ul aria-labelledby={`understood-${statement.id}`} className="flex max-w-full flex-wrap gap-1.5">
        {subjects.map(({ id, label, isAdded }) => (
          <li key={id} className="max-w-full rounded-full border border-line-strong px-2.5 py-0.5 wrap-anywhere">
            {label} {isAdded ? <span className="text-muted">{t("entryAdded")}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
