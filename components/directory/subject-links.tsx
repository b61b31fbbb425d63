import { useLocale, useTranslations } from "next-intl";
import { directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters, SubjectCount } from "@/domain/directory/schema";
import { Link } from "@/i18n/navigation";

type Props = { path: string; filters: DirectoryFilters; subjects: readonly SubjectCount[] };

/** What the organisations of the list speak of most, in the reader's language: each narrows the list to those who do. */
export function SubjectLinks({ path, filters, subjects }: Props) {
  const t = useTranslations("Directory");
  const locale = useLocale();
  if (subjects.length === 0) return null;
  return (
    <nav aria-labelledby="subjects" className="mb-6">
      <h2 id="subjects" className="mb-2 font-semibold">{t("subjects")}</h2>
      <ul className="flex flex-wrap gap-2">
        {subjects.map(({ id, label, count }) => (
          <li key={id} className="max-w-full">
            <Link
              href={`${path}${directoryQuery(filters, { concept: [...filters.concept, id] })}`}
              prefetch={false}
              className="inline-flex min-h-9 max-w-full items-center rounded-full border border-line-strong bg-surface px-4 font-medium no-underline hover:border-primary hover:underline"
            >
              <span className="min-w-0 wrap-anywhere">
                {t.rich("subject", { subject: label[locale], count, muted: (parts) => <span className="font-normal text-muted">{parts}</span> })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
