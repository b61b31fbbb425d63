import { useLocale, useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { fitLevel } from "@/domain/fit/rules";
import type { Matrix, MatrixCell, MatrixSide } from "@/domain/pairing/queries/get-matrix";
import { formatCountry } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { ArrowKeys } from "./arrow-keys";

const levels = { none: "text-muted", weak: "", good: "font-semibold", strong: "font-bold" } as const;

/** Every two organisations across the border: how they fit, and what is between them, in words. Headers stay in sight. */
export function MatrixTable({ matrix: { event, rows, columns, cells } }: { matrix: Matrix }) {
  const t = useTranslations("MatrixPage");
  return (
    <ArrowKeys label={t("table")}>
      <table className="border-separate border-spacing-0">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 border-r border-b border-line bg-sunken px-3 py-2 text-left align-bottom">{t("corner")}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className="sticky top-0 z-10 min-w-36 border-b border-line bg-sunken px-3 py-2 text-left align-bottom"><Side side={column} /></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.id}>
              <th scope="row" className="sticky left-0 z-10 w-32 min-w-32 border-r border-b border-line bg-sunken px-3 py-2 text-left align-top sm:w-56 sm:min-w-56"><Side side={row} /></th>
              {columns.map((column, columnIndex) => (
                <td key={column.id} className="border-b border-line p-1 align-top">
                  <Cell slug={event.slug} row={row} column={column} cell={cells[rowIndex]?.[columnIndex] ?? { fit: 0, state: null }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ArrowKeys>
  );
}

function Side({ side: { name, country, meetings } }: { side: MatrixSide }) {
  const t = useTranslations("MatrixPage");
  const locale = useLocale();
  return (
    <>
      <span className="block font-semibold break-words">{name}</span>
      <span className="block text-sm font-normal text-muted">{formatCountry(country, locale)} · {t("meetings", { count: meetings })}</span>
    </>
  );
}

/** Leads to the reasons of both sides, and from there to the pairing. */
function Cell({ slug, row, column, cell: { fit, state } }: { slug: string; row: MatrixSide; column: MatrixSide; cell: MatrixCell }) {
  const t = useTranslations("MatrixPage");
  const level = fitLevel(fit);
  const words = { fit, level: t(`levels.${level}`) };
  const text = state === null ? null : t(`states.${state}`);
  return (
    <Link
      href={`/moderation/${slug}/matching?view=pair&left=${row.slug}&right=${column.slug}`}
      prefetch={false}
      className={classes("block min-h-12 rounded-lg px-2 py-1 no-underline hover:bg-primary-soft", state === "agreed" ? "bg-success-soft" : undefined)}
    >
      <span className="sr-only">{t("cell", { one: row.name, other: column.name })} </span>
      <span className={classes("block", levels[level])}>{t("score", words)}</span>
      {text === null ? null : <span className="block text-sm">{text}</span>}
    </Link>
  );
}
