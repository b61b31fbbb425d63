import { RotateCcw, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters, Understanding } from "@/domain/directory/schema";
import { Link } from "@/i18n/navigation";
import { chipClass } from "./chip-class";

type Props = { path: string; filters: DirectoryFilters; understanding: Understanding };

/** As what a search was understood in all languages; each can be taken off, so that only its words count, and brought back. */
export function UnderstoodChips({ path, filters, understanding: { understood, literal } }: Props) {
  const t = useTranslations("Directory");
  const locale = useLocale();
  if (understood.length + literal.length === 0) return null;
  const without = (id: string) => filters.literal.filter((one) => one !== id);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      {understood.length > 0 ? <span className="font-semibold">{t("understood")}</span> : null}
      <ul aria-label={t("understoodLabel")} className="flex max-w-full flex-wrap gap-2">
        {understood.map(({ id, label }) => (
          <li key={id} className="max-w-full">
            <Link href={`${path}${directoryQuery(filters, { literal: [...without(id), id] })}`} prefetch={false} className={chipClass}>
              <span className="min-w-0 wrap-anywhere">{label[locale]}</span>
              <X aria-hidden="true" className="size-4 shrink-0" />
              <span className="sr-only">{t("onlyWords")}</span>
            </Link>
          </li>
        ))}
        {literal.map(({ id, label }) => (
          <li key={id} className="max-w-full">
            <Link
              href={`${path}${directoryQuery(filters, { literal: without(id) })}`}
              prefetch={false}
              className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface px-4 font-medium text-muted no-underline hover:underline"
            >
              <span className="min-w-0 wrap-anywhere">{t("literal", { concept: label[locale] })}</span>
              <RotateCcw aria-hidden="true" className="size-4 shrink-0" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
