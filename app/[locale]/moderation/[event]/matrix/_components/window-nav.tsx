import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { Matrix } from "@/domain/pairing/queries/get-matrix";
import type { MatrixView } from "@/domain/pairing/schema";
import { Link } from "@/i18n/navigation";

/** To the rows and columns before and after those that are shown. */
export function WindowNav({ matrix, view }: { matrix: Matrix; view: MatrixView }) {
  const t = useTranslations("MatrixPage");
  const { event, side, rowPage, rowPages, columnPage, columnPages } = matrix;
  const address = (row: number, column: number) => {
    const pairs = { ...(side === null ? {} : { side }), ...(view.show === "all" ? {} : { show: view.show }), ...(view.q === "" ? {} : { q: view.q }), ...(row === 1 ? {} : { row: String(row) }), ...(column === 1 ? {} : { column: String(column) }) };
    return `/moderation/${event.slug}/matrix?${new URLSearchParams(pairs)}`;
  };
  const look = buttonClass("secondary", "small");
  return (
    <nav aria-label={t("window")} className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-3">
      <p className="flex flex-wrap items-center gap-3">
        {rowPage > 1 ? <Link href={address(rowPage - 1, columnPage)} prefetch={false} className={look}>{t("rowsBefore")}</Link> : null}
        <span>{t("rowsOf", { page: rowPage, pages: rowPages })}</span>
        {rowPage < rowPages ? <Link href={address(rowPage + 1, columnPage)} prefetch={false} className={look}>{t("rowsAfter")}</Link> : null}
      </p>
      <p className="flex flex-wrap items-center gap-3">
        {columnPage > 1 ? <Link href={address(rowPage, columnPage - 1)} prefetch={false} className={look}>{t("columnsBefore")}</Link> : null}
        <span>{t("columnsOf", { page: columnPage, pages: columnPages })}</span>
        {columnPage < columnPages ? <Link href={address(rowPage, columnPage + 1)} prefetch={false} className={look}>{t("columnsAfter")}</Link> : null}
      </p>
    </nav>
  );
}
