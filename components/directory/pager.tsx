import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters } from "@/domain/directory/schema";
import { Link } from "@/i18n/navigation";

type Props = { path: string; filters: DirectoryFilters; page: number; pageCount: number };

/** To the page before and to the next one. */
export function Pager({ path, filters, page, pageCount }: Props) {
  const t = useTranslations("Directory");
  if (pageCount === 1) return null;
  const link = (to: number, label: string) => (
    <Link href={`${path}${directoryQuery(filters, { page: to })}`} className={buttonClass("secondary", "small")}>{label}</Link>
  );
  return (
    <nav aria-label={t("pages")} className="mt-8 flex items-center justify-center gap-4">
      {page > 1 ? link(page - 1, t("previous")) : null}
      <span>{t("pageOf", { page, pageCount })}</span>
      {page < pageCount ? link(page + 1, t("next")) : null}
    </nav>
  );
}
