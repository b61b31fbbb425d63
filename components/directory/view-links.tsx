import { useTranslations } from "next-intl";
import type { DirectoryFilters } from "@/domain/directory/schema";
import { views } from "@/domain/directory/schema";
import { Link } from "@/i18n/navigation";

/** All organisations, those that fit best, and those that the reader keeps in mind. */
export function ViewLinks({ path, current }: { path: string; current: DirectoryFilters["view"] }) {
  const t = useTranslations("Directory");
  // What was dismissed is seldom wanted: a link below the suggestions leads there.
  const shown = views.filter((view) => view !== "dismissed" || view === current);
  return (
    <nav aria-label={t("views")} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {shown.map((view) => (
          <li key={view}>
            <Link
              href={view === "all" ? path : `${path}?view=${view}`}
              aria-current={view === current ? "page" : undefined}
              className="flex min-h-10 items-center rounded-full border border-line bg-surface px-4 font-semibold no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              {t(`view_${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
