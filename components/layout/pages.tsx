import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

/** To the page before and to the next one; nothing where there is one page. */
export function Pages({ page, pages, address }: { page: number; pages: number; address: (page: number) => string }) {
  const t = useTranslations("Pages");
  if (pages === 1) return null;
  const words = t("page", { page, pages });
  return (
    <nav aria-label={words} className="mt-6 flex flex-wrap items-center gap-4">
      {page > 1 ? <Link href={address(page - 1)} className={buttonClass("secondary", "small")}>{t("previous")}</Link> : null}
      <span>{words}</span>
      {page < pages ? <Link href={address(page + 1)} className={buttonClass("secondary", "small")}>{t("next")}</Link> : null}
    </nav>
  );
}
